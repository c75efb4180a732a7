import type { Button, KnownBlock } from '@slack/types';
import { type Item, type ItemKind, isOfGroup, keyOf } from '../domain/item.ts';
import { whoOf } from '../domain/items.ts';
import type { LinkedAsk } from '../domain/link.ts';
import { isForgotten } from '../domain/nobody.ts';
import type { Person } from '../domain/person.ts';
import type { Sentence } from '../texts/facts.ts';
import type { Texts } from '../texts/index.ts';
import { about, actions, button, escaped, type Message, plain, saidAbout, type Who } from './blocks.ts';
import { groupActions } from './group-actions.ts';
import { inboxActions } from './inbox.ts';
import { thingValue } from './metadata.ts';
import { open } from './start.ts';
import { whoIn } from './whom.ts';

/** What others did, and what the calendar brings in other roles: neutral lines with a button each. */
export const newsActions = {
  ownAsk: 'news.own-ask',
  people: 'news.people',
  sparringAnswer: 'news.sparring-answer',
  talkedOutside: 'news.talked-outside',
  outsideText: 'news.outside-text',
} as const;

/** What somebody hears of who has no part in Trivsel yet. */
const fromOthers: readonly ItemKind[] = ['ask', 'invitation', 'sparring', 'win'];

/** The message about what named persons did. `done`: what its reader has dealt with since. */
export function newsMessage(person: Person, items: Item[], texts: Texts, done?: Item): Message {
  const lines = linesOf(person, items, texts, done);
  const hello = texts.news.hello(person.profile.name);
  const intro = isFirst(person, items) ? `${hello} ${texts.news.first}` : hello;
  return {
    text: [escaped(intro), ...lines.map(({ text }) => text)].join(' '),
    blocks: [{ type: 'section', text: plain(intro) }, ...lines.flatMap(({ blocks }) => blocks)],
  };
}

/** Nobody ever told them anything before these. */
function isFirst({ told = [] }: Person, items: Item[]): boolean {
  const now = items.map(keyOf);
  const isOthers = (key: string) => fromOthers.some((kind) => key.startsWith(`${kind} `));
  return now.some(isOthers) && !told.some(({ key }) => isOthers(key) && !now.includes(key));
}

export type NewsLine = { text: string; blocks: KnownBlock[] };

/** A line for each, with what can be done about it; what is done already says so. */
export function linesOf(person: Person, items: Item[], texts: Texts, done?: Item): NewsLine[] {
  return items.flatMap((item) => {
    const who = whoIs(person, item, texts);
    if (who === undefined) return [];
    const isDone = done !== undefined && keyOf(done) === keyOf(item);
    const became = isDone ? doneOf(item) : becomeOf(person, item);
    const sentence = became ? texts.news[became] : sentenceOf(person, item, texts);
    const buttons = became ? [] : buttonsOf(person, item, texts);
    const block = actions(`item-${item.kind}-${item.owner}-${item.id}`.slice(0, 255), buttons);
    return [
      {
        text: saidAbout(sentence, who),
        blocks: [about(sentence, who), ...(buttons.length > 0 ? [block] : [])],
      },
    ];
  });
}

type Become = 'answeredByYou' | 'over' | 'overInGroup' | undefined;

const doneOf = (item: Item): Become => (isOfGroup(item) ? 'overInGroup' : 'answeredByYou');

/** What has become of something of another's that its reader was told of; undefined as long as it stands. */
function becomeOf(person: Person, item: Item): Become {
  const { user, links = [] } = person;
  const { kind, owner, id } = item;
  if (isOfGroup(item)) return becomeInGroup(person, item);
  if (owner === user) return undefined;
  const link = links.find((known) => known.owner === owner);
  const over = (isLeft: boolean | undefined): Become => (isLeft ? undefined : 'over');
  switch (kind) {
    case 'ask':
    case 'ask-waits':
    case 'ask-date':
      return becomeOfAsk(
        kind,
        link?.asks.find((ask) => ask.id === id.split('/')[0]),
      );
    case 'invitation':
      return over(link?.partner !== undefined);
    case 'sparring':
      return link?.sparring.includes(id) ? undefined : 'answeredByYou';
    case 'win':
      return over(link?.wins.includes(id));
    default:
      return over(link?.partner?.state === 'accepted');
  }
}

/** A group tells only what is still to do. */
function becomeInGroup({ groups = [] }: Person, { kind, owner, id }: Item): Become {
  const link = groups.find(({ channel }) => channel === owner);
  const [own] = id.split('#');
  switch (kind) {
    case 'round-waits':
      return link?.round?.id === id ? undefined : 'overInGroup';
    case 'commitment':
    case 'commitment-due':
      return link?.commitments.some((commitment) => commitment.id === own) ? undefined : 'overInGroup';
    default:
      return link?.needs.includes(`${kind}/${id}`) ? undefined : 'overInGroup';
  }
}

function becomeOfAsk(kind: 'ask' | 'ask-waits' | 'ask-date', ask: LinkedAsk | undefined): Become {
  if (ask === undefined) return 'over';
  const isDone = kind === 'ask-date' ? ask.said : ask.reply;
  return isDone === undefined ? undefined : 'answeredByYou';
}

function whoIs(person: Person, item: Item, texts: Texts): Who | undefined {
  const user = whoOf(person, item);
  if (user !== undefined) return whoIn(user, texts);
  if (isOfGroup(item)) return { channel: item.owner };
  const name = person.agreement?.partners?.find(({ id }) => id === item.id)?.name;
  return name === undefined ? undefined : { name };
}

function sentenceOf(person: Person, { kind, id }: Item, { news: t, myData }: Texts): Sentence {
  switch (kind) {
    case 'talk-outside':
      return t.talk;
    case 'partner-said':
      return t[saidNow(person, id) ?? 'over'];
    case 'gone':
      return isForgotten(id.split('/')[0]) ? myData.noLonger : t.gone;
    default:
      return t[kind];
  }
}

/** What a partner said, as long as it stands. */
function saidNow({ agreement }: Person, id: string): 'accepted' | 'declined' | 'left' | undefined {
  const [who, said] = id.split('/');
  const state = agreement?.partners?.find((partner) => partner.id === who)?.state;
  return state === said && (state === 'accepted' || state === 'declined' || state === 'left')
    ? state
    : undefined;
}

/** Somebody else in the place of who left, wherever they had one. */
function otherThan(id: string, owner: string, { news: t }: Texts): Button {
  const [, place, what = ''] = id.split('/');
  if (place === 'ask') return button(newsActions.ownAsk, t.chooseOther, { value: thingValue(owner, what) });
  return button(place === 'sparring' ? open.sparring : newsActions.people, t.chooseOther);
}

function groupButtons({ kind, owner, id }: Item, { news: t }: Texts): Button[] {
  const [own = ''] = id.split('#');
  const primary = { value: thingValue(owner, own), primary: true };
  switch (kind) {
    case 'round-waits':
      return [button(groupActions.contribute, t.contribute, primary)];
    case 'commitment':
      return [button(groupActions.answer, t.see, primary)];
    case 'commitment-due':
      return [button(groupActions.answer, t.tell, primary)];
    default:
      return [button(groupActions.see, t.see, { ...primary, value: thingValue(owner, '-') })];
  }
}

function buttonsOf(person: Person, item: Item, texts: Texts): Button[] {
  const { kind, owner, id } = item;
  if (isOfGroup(item)) return groupButtons(item, texts);
  const t = texts.news;
  const [own = ''] = id.split('/');
  const value = thingValue(owner, own);
  const primary = { value, primary: true };
  const isOwn = owner === person.user;
  switch (kind) {
    case 'ask':
    case 'ask-waits':
      return [button(inboxActions.ask, t.open, primary)];
    case 'invitation':
      return [button(inboxActions.invitation, t.see, { ...primary, value: thingValue(owner, 'partner') })];
    case 'sparring':
      return [button(inboxActions.sparring, t.open, primary)];
    case 'win':
      return [button(inboxActions.win, t.see, primary)];
    case 'answered':
    case 'ask-overdue':
      return [button(newsActions.ownAsk, t.see, primary)];
    case 'ask-date':
      return [button(isOwn ? newsActions.ownAsk : inboxActions.ask, t.tell, primary)];
    case 'partner-said':
      return ['declined', 'left'].includes(saidNow(person, id) ?? '')
        ? [button(newsActions.people, t.chooseOther, { value })]
        : [];
    case 'gone':
      return [otherThan(id, owner, texts)];
    case 'sparring-said':
      return [button(newsActions.sparringAnswer, t.see, primary)];
    case 'talk':
      return [
        button(inboxActions.talked, texts.inbox.talked, { ...primary, value: thingValue(owner, 'partner') }),
      ];
    case 'talk-outside':
      return [
        button(newsActions.talkedOutside, texts.inbox.talked, primary),
        button(newsActions.outsideText, texts.partner.seeText, { value }),
      ];
    default:
      return [];
  }
}
