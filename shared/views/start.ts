import type { KnownBlock, ModalView } from '@slack/types';
import { hasSomebodyToTalkTo } from '../domain/agenda.ts';
import { hasAnswers, leaderStatements, pageLeft } from '../domain/assessment.ts';
import { kindAnswered, nextFollowUp } from '../domain/follow-up.ts';
import { isEmptyGroupLink } from '../domain/group-link.ts';
import { isEmpty } from '../domain/link.ts';
import { currentPause, isResting } from '../domain/pause.ts';
import { type Person, rulesFor, runningAgreement } from '../domain/person.ts';
import { lastDayKept } from '../domain/retention.ts';
import { type Instant, localDate } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, context, modal, plain, section } from './blocks.ts';
import { waitingCount } from './inbox.ts';
import { talkButton } from './talk.ts';

/** The actions that lead from one modal to another. */
export const open = {
  agreementForm: 'open.agreement-form',
  agreement: 'open.agreement',
  checkIn: 'open.check-in',
  pause: 'open.pause',
  history: 'open.history',
  help: 'open.help',
  inbox: 'open.inbox',
  sparring: 'open.sparring',
  mine: 'open.mine',
  settings: 'open.settings',
  myData: 'open.my-data',
  assessment: 'open.assessment',
} as const;

export const resumeAction = 'resume';

/** `/trivsel` alone: what is running, what is next, and buttons for the rest. */
export function startView(person: Person, now: Instant, texts: Texts): ModalView {
  const t = texts.start;
  return modal({ callback: 'start', title: t.title, close: texts.close }, [
    ...firstWords(person, texts),
    ...status(person, now, texts),
    actions('start', [
      ...choices(person, now, texts),
      assessmentButton(person, texts),
      ...inboxButton(person, texts),
      ...mineButton(person, now, texts),
      button(open.sparring, t.sparring),
      button(open.settings, texts.settings.open),
      button(open.myData, texts.myData.open),
      button(open.help, t.help),
      talkButton(texts),
    ]),
    context(texts.privateNote),
  ]);
}

/** Before anything is entered: what this is, what it is for, who sees what. In three sentences (PRODUCT.md). */
export function firstWords(person: Person, texts: Texts): KnownBlock[] {
  const t = texts.settings.first;
  const { agreement, assessment, draft, past } = person;
  const entered = agreement ?? assessment ?? draft ?? past[0];
  if (entered !== undefined) return [];
  const lines = [...t.lines, responsible(person, texts)];
  return [{ type: 'section', text: plain(lines.join('\n')) }];
}

/** Whose the data is, in that workspace. */
export function responsible(of: Pick<Person, 'tenant' | 'workspace'>, { settings: { first: t } }: Texts) {
  return t.responsible(rulesFor(of).controller ?? t.someController);
}

/** What is running, or has ended, or has begun. */
export function status(person: Person, now: Instant, texts: Texts) {
  const t = texts.start;
  const running = runningAgreement(person, now);
  if (running !== undefined) {
    return [section(t.running(running.period.ends)), section(whatIsNext(person, now, texts))];
  }
  const { agreement, draft, profile } = person;
  const ended =
    agreement && t.ended(agreement.ending?.on ?? agreement.period.ends, lastDayKept(agreement, person));
  const begun = draft && t.draft(localDate(draft.savedAt, profile.zone));
  const told = [ended, begun].filter((text) => text !== undefined);
  const pause = currentPause(person, now);
  const rests = pause === undefined ? [] : [t.paused(pause.until)];
  return [...(told.length > 0 ? told : [t.nothing]), ...rests].map(section);
}

/** The next follow-up, or why there is none for now. */
export function whatIsNext(person: Person, now: Instant, texts: Texts): string {
  const t = texts.start;
  const pause = currentPause(person, now);
  const next = nextFollowUp(person, now);
  if (pause !== undefined) return [t.paused(pause.until), ...(next ? [t.next(next)] : [])].join(' ');
  if (isResting(person)) return t.resting;
  if (!hasSomebodyToTalkTo(person)) return texts.settings.first.waits;
  return next ? t.next(next) : t.lastDone;
}

/** What can be done with the agreement that there is, or isn't. */
export function choices(person: Person, now: Instant, texts: Texts) {
  const t = texts.start;
  if (runningAgreement(person, now)) {
    const see = button(open.agreement, t.see, { primary: true });
    return [see, answerButton(person, now, texts), ...resumeButton(person, now, texts)];
  }
  const label = person.draft ? t.goOn : person.agreement ? t.makeNew : t.make;
  const see = person.agreement ? [button(open.agreement, t.see)] : [];
  const rests = currentPause(person, now) ? [button(resumeAction, t.resume)] : [];
  return [button(open.agreementForm, label, { primary: true }), ...see, ...rests];
}

/** The prioritisation test, where one left it. */
export function assessmentButton({ assessment }: Person, { assessment: t }: Texts) {
  if (!hasAnswers(assessment)) return button(open.assessment, t.take);
  return button(open.assessment, pageLeft(leaderStatements, assessment) === 'result' ? t.see : t.goOn);
}

/** For whoever is asked something, or supports somebody. */
function inboxButton(person: Person, texts: Texts) {
  const waiting = waitingCount(person);
  if (waiting > 0) return [button(open.inbox, texts.start.inbox(waiting), { primary: true })];
  return person.links?.some((link) => !isEmpty(link)) ? [button(open.inbox, texts.inbox.titleNothing)] : [];
}

/** For whoever is in a group, or promised something in one: with how much of it is due. */
function mineButton(person: Person, now: Instant, { start: t }: Texts) {
  const links = (person.groups ?? []).filter((link) => !isEmptyGroupLink(link));
  if (links.length === 0) return [];
  const today = localDate(now, person.profile.zone);
  const due = links.flatMap(({ commitments }) => commitments).filter((one) => one.due <= today).length;
  return [button(open.mine, t.mine(due), { primary: due > 0 })];
}

/** From the closing's week on, what is answered is the look back. */
export function answerButton(
  person: Person,
  now: Instant,
  { start: t }: Texts,
  options: { primary?: boolean } = {},
) {
  const { agreement } = person;
  const isClosing = agreement !== undefined && kindAnswered(person, agreement, now) === 'closing';
  return button(open.checkIn, isClosing ? t.lookBack : t.answer, options);
}

/** For somebody whose prompts rest, by a pause or by silence. */
export function resumeButton(person: Person, now: Instant, texts: Texts) {
  const rests = currentPause(person, now) !== undefined || isResting(person);
  return rests ? [button(resumeAction, texts.start.resume)] : [];
}
