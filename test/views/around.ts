import type { ModalView } from '@slack/types';
import { limits } from '../../shared/domain/agreement.ts';
import { type Ask, replies } from '../../shared/domain/ask.ts';
import { type Item, keyOf, newsKinds, slotKinds } from '../../shared/domain/item.ts';
import { look } from '../../shared/domain/look.ts';
import type { Language, Person } from '../../shared/domain/person.ts';
import type { Part, Prompt } from '../../shared/domain/prompt.ts';
import { type SparringRequest, sparringReplies } from '../../shared/domain/request.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { type Texts, textsIn } from '../../shared/texts/index.ts';
import { agreementView } from '../../shared/views/agreement.ts';
import { answeredBlocks, answerView } from '../../shared/views/answer.ts';
import { askView, ownAskView } from '../../shared/views/ask.ts';
import type { Message } from '../../shared/views/blocks.ts';
import { checkInView } from '../../shared/views/check-in.ts';
import { inboxView } from '../../shared/views/inbox.ts';
import { newsMessage } from '../../shared/views/news.ts';
import { noticeView, noticeWith } from '../../shared/views/notice.ts';
import { invitationView, outsideTextView, sharedView, winView } from '../../shared/views/partner.ts';
import { nobodyChosen, peopleOf, peopleView } from '../../shared/views/people.ts';
import { answeredMessage, pausedMessage, promptMessage, reminderMessage } from '../../shared/views/prompt.ts';
import { type RhythmFacts, rhythmView } from '../../shared/views/rhythm.ts';
import { answerSparringView, askSparringView, sparringAnswerView } from '../../shared/views/sparring.ts';
import { startView } from '../../shared/views/start.ts';
import {
  agreementOf,
  answerOf,
  askedOf,
  followUp,
  item,
  linkOf,
  manager,
  now,
  outside,
  outsideId,
  partner,
  partnerIs,
  prompt,
  somebody,
  submission,
  today,
  withPeople,
  withPeopleGone,
} from './people.ts';

type Words = (most: number) => string;
type Shown<T> = Record<string, T>;

/** More of everything than anybody will have: owners' ids, each once. */
const many = Array.from({ length: 30 }, (_, index) => `U0B9C8D7E${10 + index}`);

/** How an ask can stand, with everything said that can be said of it. */
function everyAsk(write: Words): Shown<Ask> {
  const bare = { date: undefined, comment: undefined };
  const come = answerOf(write, { reply: 'yes', date: today });
  return {
    waiting: askedOf(write),
    delivered: askedOf(write, { delivered: { on: '2026-12-02', overdueFrom: '2026-12-09' } }),
    late: askedOf(write, { delivered: { on: '2026-12-01', overdueFrom: today } }),
    ...Object.fromEntries(
      replies.flatMap((reply) => [
        [`answered-${reply}`, askedOf(write, { answer: answerOf(write, { reply, ...bare }) })],
        [`promised-${reply}`, askedOf(write, { answer: answerOf(write, { reply }) })],
      ]),
    ),
    'day-has-come': askedOf(write, { answer: come }),
    'asker-said': askedOf(write, { answer: come, happened: { asker: 'yes' } }),
    'recipient-said': askedOf(write, { answer: come, happened: { recipient: 'not-yet' } }),
    'both-said': askedOf(write, { answer: come, happened: { asker: 'no', recipient: 'yes' } }),
    withdrawn: askedOf(write, { closed: 'withdrawn' }),
    'withdrawn-answered': askedOf(write, { closed: 'withdrawn', answer: answerOf(write) }),
    gone: askedOf(write, { closed: 'gone' }),
  };
}

function everyRequest(write: Words): Shown<SparringRequest> {
  const asked: SparringRequest = { id: submission(5), to: partner, madeOn: '2026-12-01' };
  return {
    waiting: asked,
    ...Object.fromEntries(sparringReplies.map((reply) => [reply, { ...asked, answer: { reply } }])),
    suggested: { ...asked, answer: { reply: 'another-time', when: write(limits.when) } },
  };
}

/** What the people around a leader are shown, and the leader of them, by a name for the state it is in. */
export function viewsAround(language: Language, write: Words, name?: string): Shown<ModalView> {
  const texts = textsIn(language);
  const nobody = somebody(language, name);
  const running = agreementOf({ write, checkIns: 2 });
  const [point] = running.points;
  const accompanied = withPeople(running, write);
  const abandoned = withPeopleGone(running, write);
  const dm = { channel: 'D1', ts: '1.1' };
  const thing = { owner: 'U9', id: submission(1), dm };
  const asks = everyAsk(write);
  const points = running.points;
  const answering = (ask: Ask, shared: typeof points | [] = []) =>
    answerView({ ...thing, ask, points: shared, today }, texts);
  const own = (ask: Ask, mayTakeAWhile = false) =>
    ownAskView({ owner: 'U1', ask, point, mayTakeAWhile, today }, texts);
  const shown = (agreement: typeof running) => agreementView({ ...nobody, agreement }, agreement, now, texts);
  const rhythm: RhythmFacts = {
    workingTime: defaultWorkingTime,
    zone: 'Europe/Copenhagen',
    otherTimes: false,
    rhythm: 2,
    ends: '2027-03-08',
  };
  const external = write(limits.name);
  const everybody = {
    manager,
    partners: ['U3', 'U4'],
    external: [external],
    seePoints: [manager, 'U3', 'U4'],
  };
  const checkIn = { agreement: accompanied, corrects: undefined, isHalfWay: false, dm: undefined };
  const answered = accompanied.checkIns.at(-1);
  const corrects = (seenBy: string[], stillRight?: boolean) =>
    answered && { ...answered, winSeenBy: seenBy, stillRight, expectationsFit: stillRight };
  const linked = (links: Person['links']): Person => ({ ...nobody, links });
  const promise = { id: submission(2), reply: 'partly', date: '2027-01-12' } as const;
  const accepted = { state: 'accepted', since: '2026-11-24', talkedOn: '2026-12-01' } as const;
  const invited = { state: 'invited', since: '2026-11-24' } as const;
  const oneOfEach = [
    linkOf('U2', { asks: [{ id: submission(1) }, promise], wins: ['2026-11-30'] }),
    linkOf('U3', { partner: accepted, sparring: [submission(5)] }),
    linkOf('U4', { partner: invited, asks: [{ id: submission(6), reply: 'not-now' }] }),
    linkOf('U5', { partner: { state: 'accepted', since: '2026-11-24' } }),
  ];
  const full = many.map((owner, index) =>
    linkOf(owner, {
      asks: [{ id: submission(1) }, promise],
      sparring: [submission(5)],
      partner: index % 2 === 0 ? accepted : invited,
      wins: ['2026-11-30'],
    }),
  );
  return {
    'start-waiting': startView(linked(oneOfEach), now, texts),
    'start-supporting': startView(linked([linkOf('U3', { partner: accepted })]), now, texts),
    'start-waiting-full': startView({ ...linked(full), agreement: accompanied }, now, texts),
    'rhythm-people': rhythmView({ ...rhythm, people: nobodyChosen }, texts),
    'rhythm-everybody': rhythmView({ ...rhythm, people: everybody }, texts),
    'rhythm-everybody-full': rhythmView({ ...rhythm, otherTimes: true, people: everybody }, texts),
    'rhythm-renewal': rhythmView({ ...rhythm, people: peopleOf(accompanied) }, texts),
    'rhythm-renewal-abandoned': rhythmView({ ...rhythm, people: peopleOf(abandoned) }, texts),
    people: peopleView(running, peopleOf(running), texts),
    'people-chosen': peopleView(accompanied, peopleOf(accompanied), texts),
    'people-everybody': peopleView(accompanied, everybody, texts),
    'people-nothing-shared': peopleView(accompanied, { ...everybody, seePoints: [] }, texts),
    'agreement-people': shown(accompanied),
    'agreement-people-gone': shown(abandoned),
    ...Object.fromEntries(
      Object.entries(asks).map(([state, ask]) => [
        `agreement-ask-${state}`,
        shown({
          ...running,
          manager: accompanied.manager,
          asks: [ask, { ...ask, id: submission(3), point: '2' }],
        }),
      ]),
    ),
    'ask-form': askView({ agreement: running, point, to: undefined }, texts),
    'ask-form-manager': askView({ agreement: abandoned, point, to: manager }, texts),
    'ask-form-points-shared': askView({ agreement: accompanied, point, to: manager }, texts),
    'ask-form-invited': askView({ agreement: accompanied, point, to: 'U4' }, texts),
    'ask-form-instead': askView(
      { agreement: accompanied, point, to: undefined, instead: asks['late'] },
      texts,
    ),
    ...Object.fromEntries(Object.entries(asks).map(([state, ask]) => [`own-ask-${state}`, own(ask)])),
    'own-ask-may-take-a-while': own(askedOf(write), true),
    'own-ask-without-its-point': ownAskView(
      { owner: 'U1', ask: askedOf(write), point: undefined, mayTakeAWhile: false, today },
      texts,
    ),
    answer: answering(askedOf(write)),
    'answer-points-shared': answering(askedOf(write, { kind: 'decide' }), points),
    'answer-changed': answering(askedOf(write, { answer: answerOf(write) })),
    'answer-day-has-come': answering(askedOf(write, { answer: answerOf(write, { date: today }) }), points),
    ...Object.fromEntries(
      replies.map((reply) => [
        `answer-sent-${reply}`,
        noticeWith(texts.answer.thanks, answeredBlocks(reply, texts), texts),
      ]),
    ),
    'answer-happened': noticeView(texts.answer.happened, [texts.answer.happenedSaved], texts),
    'inbox-nothing': inboxView(nobody, texts),
    inbox: inboxView(linked(oneOfEach), texts),
    'inbox-wins-only': inboxView(linked([linkOf('U2', { wins: ['2026-11-30'] })]), texts),
    'inbox-full': inboxView(linked(full), texts),
    invitation: invitationView('U9', false, texts),
    'invitation-points-shared': invitationView('U9', true, texts),
    shared: sharedView('U9', points, texts),
    'shared-nothing': sharedView('U9', [], texts),
    'outside-text': outsideTextView(external, texts),
    win: winView('U9', write(limits.win), texts),
    'sparring-form': askSparringView(undefined, texts),
    'sparring-form-somebody': askSparringView(partner, texts),
    ...Object.fromEntries(
      Object.entries(everyRequest(write)).flatMap(([state, request]) => [
        [`sparring-asked-${state}`, answerSparringView(thing, request, texts)],
        [`sparring-said-${state}`, sparringAnswerView(request, texts)],
      ]),
    ),
    'check-in-people': checkInView(checkIn, texts),
    'check-in-people-gone': checkInView({ ...checkIn, agreement: abandoned }, texts),
    'check-in-people-half-way': checkInView({ ...checkIn, isHalfWay: true }, texts),
    'check-in-people-corrects': checkInView(
      { ...checkIn, isHalfWay: true, corrects: corrects([manager, partner], false) },
      texts,
    ),
    // Whom the win was shared with may have left since.
    'check-in-people-corrects-gone': checkInView(
      {
        ...checkIn,
        agreement: { ...accompanied, manager: undefined },
        corrects: corrects([manager, partner, 'U5']),
      },
      texts,
    ),
  };
}

/** Everything of others' and of one's own that a person is told of, by a name for what it is. */
function everyItem(): Shown<Item> {
  const [own, answer, asked] = [submission(3), submission(2), submission(7)];
  return {
    ask: item('ask', 'U2'),
    invitation: item('invitation', 'U2', asked),
    sparring: item('sparring', 'U2', submission(5)),
    win: item('win', 'U2', '2026-11-30'),
    answered: item('answered', 'U1', `${own}/${answer}`),
    'partner-accepted': item('partner-said', 'U1', `U3/accepted/${asked}`),
    'partner-declined': item('partner-said', 'U1', `U4/declined/${asked}`),
    'partner-left': item('partner-said', 'U1', `U5/left/${asked}`),
    'partner-over': item('partner-said', 'U1', `U3/declined/${asked}`),
    'sparring-said': item('sparring-said', 'U1', submission(6)),
    gone: item('gone', 'U1', 'U6'),
    'ask-waits': item('ask-waits', 'U2'),
    'ask-overdue': item('ask-overdue', 'U1', submission(1)),
    'ask-date': item('ask-date', 'U1', `${own}/2026-12-08`),
    'ask-date-of-another': item('ask-date', 'U2', `${submission(1)}/2026-12-08`),
    talk: item('talk', 'U2', 'partner'),
    'talk-outside': item('talk-outside', 'U1', outsideId),
  };
}

/** What the people around a leader are told, and the leader of them. */
export function messagesAround(language: Language, write: Words, name?: string): Shown<Message> {
  const texts = textsIn(language);
  const accompanied = withPeople(agreementOf({ write, checkIns: 2 }), write);
  const partners = [
    ...[partnerIs('accepted'), partnerIs('declined', 'U4'), partnerIs('left', 'U5'), partnerIs('gone', 'U6')],
    outside(write),
  ];
  const answer = { reply: 'another-time', when: write(limits.when) } as const;
  const links = [
    linkOf('U2', { asks: [{ id: submission(1) }], partner: { state: 'invited', since: '2026-11-24' } }),
  ];
  const newcomer: Person = {
    ...somebody(language, name),
    agreement: { ...accompanied, partners, settled: '2026-12-07' },
    sparring: [{ id: submission(6), to: partner, madeOn: '2026-12-01', answer }],
    links,
  };
  const known = { ...newcomer, told: [{ key: keyOf(item('ask', 'U7')), on: '2026-11-02' }] };
  const items = everyItem();
  const isOf = (kinds: readonly Item['kind'][]) => (entry: [string, Item]) => kinds.includes(entry[1].kind);
  const news = Object.entries(items).filter(isOf(newsKinds));
  const slot = Object.entries(items).filter(isOf(slotKinds));
  const fromOthers = news.filter(([, { owner }]) => owner !== 'U1');
  const allNews = news.map(([, one]) => one);
  const parts = (some: Item[]): Part[] => some.map((one) => ({ kind: 'item', item: one }));
  const allParts = parts(slot.map(([, one]) => one));
  const prompted = (state: Prompt['state'], more: Partial<Prompt> = {}) =>
    prompt(state, { parts: [followUp, ...allParts], movedTo: '2026-12-09', ...more });
  const shown = (with_: Prompt) => promptMessage({ ...known, prompt: with_ }, with_, now, texts);
  const after = { ...known, prompt: prompted('answered') };
  const asked = item('ask', 'U2');
  const askedByMany = many.map((owner) => linkOf(owner, { asks: [{ id: submission(1) }] }));
  const told = many.map((owner) => ({ key: keyOf(item('ask', owner)), on: '2026-12-01' }));
  const waitedFor = { ...known, links: askedByMany, told };
  return {
    ...Object.fromEntries(
      fromOthers.map(([kind, one]) => [`news-first-${kind}`, newsMessage(newcomer, [one], texts)]),
    ),
    ...Object.fromEntries(news.map(([kind, one]) => [`news-${kind}`, newsMessage(known, [one], texts)])),
    'news-everything': newsMessage(newcomer, allNews, texts),
    'news-done': newsMessage(known, [asked], texts, asked),
    'news-done-one-of-two': newsMessage(known, [asked, item('ask', 'U5')], texts, asked),
    'news-everything-done': newsMessage(newcomer, allNews, texts, asked),
    'news-full': sentTo({ ...known, links: askedByMany }, texts),
    ...Object.fromEntries(
      slot.map(([kind, one]) => [`slot-alone-${kind}`, shown(prompt('sent', { parts: parts([one]) }))]),
    ),
    'slot-everything-alone': shown(prompt('sent', { parts: allParts })),
    ...Object.fromEntries(
      (['sending', 'sent', 'moved', 'skipped', 'answered', 'failed'] as const).map((state) => [
        `slot-everything-${state}`,
        shown(prompted(state)),
      ]),
    ),
    'slot-everything-half-way': shown(
      prompted('sent', { parts: [{ ...followUp, week: '2027-01-04', halfWay: true }, ...allParts] }),
    ),
    'slot-everything-closing': shown(
      prompted('sent', { parts: [{ ...followUp, week: '2027-02-22' }, ...allParts] }),
    ),
    'slot-everything-answered-by-form': answeredMessage(after, now, texts),
    'slot-everything-paused': pausedMessage(after, '2027-01-04', texts),
    'slot-everything-reminder': reminderMessage(known, prompted('sent'), now, texts),
    'slot-full': sentTo({ ...waitedFor, agreement: { ...accompanied, settled: '2026-11-30' } }, texts),
    'slot-alone-full': sentTo({ ...waitedFor, agreement: undefined }, texts),
  };
}

/** What a wake sends them now, of everything that there is for them. */
function sentTo(person: Person, texts: Texts): Message {
  const { send } = look(person, now);
  if (send?.what === 'news') return newsMessage(person, send.news.items, texts);
  if (send?.what === 'prompt') return promptMessage(person, send.prompt, now, texts);
  throw new Error('Nothing is sent');
}
