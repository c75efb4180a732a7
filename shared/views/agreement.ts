import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { LeaderAgreement, Point, Retired } from '../domain/agreement.ts';
import { askOf } from '../domain/asking.ts';
import { type Person, rulesFor, runningAgreement } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { askLines } from './ask.ts';
import { actions, button, context, type Line, modal, rich, section } from './blocks.ts';
import { whoIsWith } from './people.ts';
import { answerButton, open, resumeButton, whatIsNext } from './start.ts';
import { winsSoFar } from './wins.ts';

/** Changes to an agreement; the buttons' value is the point's or the agreement's id. */
export const change = {
  edit: 'agreement.edit-point',
  replace: 'agreement.replace-point',
  rhythm: 'agreement.change-rhythm',
  stop: 'agreement.stop',
  ask: 'agreement.ask',
  seeAsk: 'agreement.see-ask',
  people: 'agreement.people',
} as const;

/** How far back the progress of a point is told; more would not fit a glance. */
const stepsShown = 4;
const retiredShown = 5;

/** The leader's own agreement: points, progress so far, next date, and what can be done with it. */
export function agreementView(
  person: Person,
  agreement: LeaderAgreement,
  now: Instant,
  texts: Texts,
): ModalView {
  const isRunning = runningAgreement(person, now)?.id === agreement.id;
  return modal({ callback: 'agreement', title: texts.agreement.title, close: texts.close }, [
    ...agreementBlocks(agreement, texts, (point) =>
      isRunning ? pointButtons(point, agreement, texts) : seeAskButton(point, agreement, texts),
    ),
    ...(agreement.ending === undefined ? whoIsWith(agreement, texts) : []),
    ...(isRunning ? [section(whatIsNext(person, now, texts))] : []),
    ...lastActions(person, agreement, now, texts),
    context(texts.privateNote),
  ]);
}

/** An agreement as it is read, now and later. */
export function agreementBlocks(
  agreement: LeaderAgreement,
  texts: Texts,
  below: (point: Point) => KnownBlock[] = () => [],
): KnownBlock[] {
  const { period, rhythm, points, ending, retired } = agreement;
  const t = texts.agreement;
  return [
    context(t.period(period.starts, period.ends, rhythm)),
    ...(ending?.how === 'stopped' ? [context(t.stopped(ending.on))] : []),
    ...points.flatMap((point) => [
      rich(pointLines(point, agreement, texts)),
      ...below(point),
      { type: 'divider' as const },
    ]),
    ...retiredPoints(retired, texts),
    ...winsSoFar(agreement, texts),
    ...(ending?.learned === undefined ? [] : [rich([{ label: t.learned, text: ending.learned }])]),
  ];
}

/** The latest; a view takes a hundred blocks. */
function retiredPoints(retired: Retired[], { agreement: t }: Texts): KnownBlock[] {
  const lines = retired
    .slice(-retiredShown)
    .map(({ point, why, on }) => ({ label: t.retired(on), text: `${point.title}. ${why}` }));
  return lines.length > 0 ? [rich(lines), { type: 'divider' }] : [];
}

function pointLines(point: Point, agreement: LeaderAgreement, texts: Texts): Line[] {
  const t = texts.agreement;
  const { checkIns, ending } = agreement;
  const answers = checkIns.flatMap(({ points }) => points.filter((progress) => progress.point === point.id));
  const steps = answers.slice(-stepsShown).map(({ progress }) => texts.checkIn.progress[progress]);
  const outcome = ending?.outcomes.find((candidate) => candidate.point === point.id)?.outcome;
  return [
    { text: point.title, bold: true },
    { label: t.firstStep, text: point.firstStep },
    ...optional(t.theme, point.theme && texts.themes[point.theme]),
    ...optional(t.difference, point.difference),
    ...optional(t.sign, point.sign),
    ...optional(t.progress, steps.length > 0 ? steps.join(' → ') : ending ? undefined : t.noProgress),
    ...optional(t.latestNote, answers.findLast(({ note }) => note !== undefined)?.note),
    ...optional(t.outcome, outcome && t.outcomes[outcome]),
    ...askLines(askOf(agreement, point.id), texts),
  ];
}

function optional(label: string, text: string | undefined): Line[] {
  return text === undefined ? [] : [{ label, text }];
}

/** After the period nothing new is asked; what was asked can be read and taken back until the agreement is closed. */
function seeAskButton({ id }: Point, agreement: LeaderAgreement, texts: Texts): KnownBlock[] {
  const ask = agreement.ending === undefined ? askOf(agreement, id) : undefined;
  return ask ? [actions(`point-${id}`, [button(change.seeAsk, texts.ask.open, { value: ask.id })])] : [];
}

function pointButtons({ id, title }: Point, agreement: LeaderAgreement, texts: Texts): KnownBlock[] {
  const t = texts.agreement;
  const ask = askOf(agreement, id);
  const spoken = (label: string) => ({ value: id, spoken: `${label}: ${title}` });
  return [
    actions(`point-${id}`, [
      button(change.edit, t.edit, spoken(t.edit)),
      button(change.replace, t.replace, spoken(t.replace)),
      ...(ask ? [button(change.seeAsk, texts.ask.open, { ...spoken(texts.ask.open), value: ask.id })] : []),
      ...(ask?.answer || !ask ? [button(change.ask, texts.ask.make, spoken(texts.ask.make))] : []),
    ]),
  ];
}

function lastActions(person: Person, agreement: LeaderAgreement, now: Instant, texts: Texts): KnownBlock[] {
  const isRunning = runningAgreement(person, now)?.id === agreement.id;
  const buttons = isRunning
    ? whileRunning(person, agreement, now, texts)
    : afterwards(person, agreement, texts);
  const history = person.past.length > 0 ? [button(open.history, texts.agreement.history)] : [];
  return [actions('agreement', [...buttons, ...history])];
}

function whileRunning(person: Person, { id }: LeaderAgreement, now: Instant, texts: Texts): Button[] {
  const t = texts.agreement;
  return [
    answerButton(person, now, texts, { primary: true }),
    button(change.people, texts.people.change),
    button(change.rhythm, t.changeRhythm),
    ...resumeButton(person, now, texts),
    button(open.pause, t.pause),
    stopButton(person, id, texts),
  ];
}

/** An agreement whose period ran out without a closing may still be looked back on, and its people changed. */
function afterwards(person: Person, { id, ending }: LeaderAgreement, texts: Texts): Button[] {
  const makeNew = button(open.agreementForm, texts.start.makeNew);
  if (ending !== undefined) return [makeNew];
  return [
    button(open.checkIn, texts.start.lookBack, { primary: true }),
    makeNew,
    button(change.people, texts.people.change),
    stopButton(person, id, texts),
  ];
}

function stopButton(person: Person, id: string, { agreement: t }: Texts): Button {
  const confirm = { ...t.stopConfirm, text: t.stopConfirm.text(rulesFor(person).keptDays) };
  return button(change.stop, t.stop, { danger: true, value: id, confirm });
}
