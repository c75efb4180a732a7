import type { Button, KnownBlock, ModalView } from '@slack/types';
import { type LeaderAgreement, limits, type Point } from '../domain/agreement.ts';
import { type Ask, type AskKind, askKinds, askState, happenings } from '../domain/ask.ts';
import { isForgotten } from '../domain/nobody.ts';
import type { PlainDate } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import {
  actions,
  button,
  context,
  type Line,
  modal,
  radioInput,
  rich,
  section,
  textInput,
  userInput,
} from './blocks.ts';
import { type Metadata, thingValue } from './metadata.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';
import { lineAbout } from './whom.ts';

/** The leader's side of an ask: the form, and how it stands. */
export const askForm = 'ask';
/** Choosing the recipient: the preview says at once what they will see. */
export const askPreviewAction = 'ask.preview';
/** Their value is the owner's and the ask's id. */
export const askActions = {
  redirect: 'ask.redirect',
  withdraw: 'ask.withdraw',
  happened: 'ask.happened',
} as const;

const ids = { kind: 'kind', text: 'text', to: 'to' };

type AskFacts = {
  agreement: LeaderAgreement;
  point: Point;
  to: string | undefined;
  /** The one that is asked of another now, whose words stand in the form. */
  instead?: Ask | undefined;
};

/** Normally to the manager; it ends with exactly what the recipient will see. */
export function askView({ agreement, point, to, instead }: AskFacts, texts: Texts): ModalView {
  const t = texts.ask;
  const labels = { title: t.title, submit: t.send, close: texts.close };
  const metadata: Metadata = { agreement: agreement.id, point: point.id, instead: instead?.id };
  return modal({ callback: askForm, ...labels, metadata }, [
    rich([{ text: point.title, bold: true }, { text: t.intro }]),
    radioInput({
      id: ids.kind,
      label: t.kind,
      choices: askKinds.map((value) => ({ value, label: t.kinds[value] })),
      value: instead?.kind,
    }),
    textInput({
      ...{ id: ids.text, label: t.text, placeholder: t.placeholder, most: limits.ask },
      ...{ value: instead?.text, multiline: true },
    }),
    userInput({ id: ids.to, label: t.to, user: to, action: askPreviewAction }),
    whatTheySee(agreement, to, texts),
    ...care(texts),
  ]);
}

function whatTheySee(
  { manager, partners }: LeaderAgreement,
  to: string | undefined,
  texts: Texts,
): KnownBlock {
  const t = texts.ask;
  const named = [manager, ...(partners ?? []).filter(({ state }) => state === 'accepted')].find(
    (candidate) => candidate?.id === to,
  );
  const line: Line =
    to === undefined
      ? { text: t.seesNobody }
      : { user: to, text: named?.seesPoints ? t.seesPointsToo : t.seesIt };
  return { ...rich([{ text: texts.people.whoSees, bold: true }, line]), block_id: 'who-sees-what' };
}

export function recipientNow(values: Values, texts: Texts): string | undefined {
  return new Form(values, texts).optionalUser(ids.to);
}

export function readAsk(values: Values, texts: Texts): Read<{ kind: AskKind; text: string; to: string }> {
  const form = new Form(values, texts);
  return form.read({
    kind: form.choice(ids.kind, askKinds),
    text: form.text(ids.text, limits.ask),
    to: form.user(ids.to),
  });
}

export const askFields = { to: ids.to, text: ids.text } as const;

export type OwnAskFacts = {
  owner: string;
  ask: Ask;
  point: Point | undefined;
  /** The recipient rests just now: nothing more is said of it. */
  mayTakeAWhile: boolean;
  /** The leader's. */
  today: PlainDate;
};

/** How an ask stands, to the one who made it. */
export function ownAskView(facts: OwnAskFacts, texts: Texts): ModalView {
  const { owner, ask, point, mayTakeAWhile, today } = facts;
  const t = texts.ask;
  const state = askState(ask);
  const isLate = ask.delivered !== undefined && ask.delivered.overdueFrom <= today;
  return modal({ callback: 'own-ask', title: t.title, close: texts.close }, [
    rich([
      ...(point ? [{ text: point.title, bold: true }] : []),
      lineAbout({ label: t.from, user: ask.to, text: '' }, texts),
      { label: t.need, text: t.kinds[ask.kind] },
      { label: t.line, text: ask.text },
      ...answerLines(ask, texts),
    ]),
    context(t.madeOn(ask.madeOn)),
    ...(state === 'waiting' && mayTakeAWhile ? [context(t.mayTakeAWhile)] : []),
    ...(state === 'waiting' && isLate && !mayTakeAWhile ? [section(t.late)] : []),
    ...(ask.closed === undefined ? [] : [section(closedText(ask.closed, ask.to, texts))]),
    ...(ask.answer?.reply === 'talk' ? agenda(texts) : []),
    ...(state === 'answered' ? happenedBlocks({ owner, ask, today, by: 'asker' }, texts) : []),
    ...ownAskActions(owner, ask, texts),
  ]);
}

function closedText(closed: NonNullable<Ask['closed']>, to: string, texts: Texts): string {
  const [, after] = texts.myData.noLonger;
  return closed === 'gone' && isForgotten(to) ? `${texts.myData.somebody}${after}` : texts.ask.closed[closed];
}

/** Who is gone can't be taken back from, but somebody else can be asked. */
function ownAskActions(owner: string, ask: Ask, { ask: t }: Texts): KnownBlock[] {
  const value = thingValue(owner, ask.id);
  const isOpen = ask.closed === undefined;
  const another = ask.answer === undefined && ask.closed !== 'withdrawn';
  const buttons: Button[] = [
    ...(another ? [button(askActions.redirect, t.redirect, { value })] : []),
    ...(isOpen
      ? [button(askActions.withdraw, t.withdraw, { danger: true, value, confirm: t.withdrawConfirm })]
      : []),
  ];
  return buttons.length > 0 ? [actions('ask', buttons)] : [];
}

/** The answer as both read it. */
export function answerLines({ answer, closed, happened }: Ask, texts: Texts): Line[] {
  const t = texts.answer;
  if (answer === undefined && closed !== undefined) return [];
  if (answer === undefined) return [{ label: texts.ask.answer, text: texts.ask.waits }];
  return [
    { label: texts.ask.answer, text: t.replies[answer.reply] },
    ...(answer.date === undefined ? [] : [{ label: texts.ask.date, text: texts.inbox.by(answer.date) }]),
    ...(answer.comment === undefined ? [] : [{ label: texts.ask.comment, text: answer.comment }]),
    ...(happened?.asker === undefined ? [] : [{ label: t.saidAsker, text: t.happenings[happened.asker] }]),
    ...(happened?.recipient === undefined
      ? []
      : [{ label: t.saidRecipient, text: t.happenings[happened.recipient] }]),
  ];
}

type HappenedFacts = { owner: string; ask: Ask; by: 'asker' | 'recipient'; today: PlainDate };

/** "Did it happen?", from the date on, to one who has not said. */
export function happenedBlocks({ owner, ask, by, today }: HappenedFacts, texts: Texts): KnownBlock[] {
  const t = texts.answer;
  const { date } = ask.answer ?? {};
  if (date === undefined || today < date || ask.happened?.[by] !== undefined) return [];
  const choices = happenings.map((happening) =>
    button(`${askActions.happened}.${happening}`, t.happenings[happening], {
      value: thingValue(owner, ask.id),
    }),
  );
  return [section(t.happened), actions('happened', choices)];
}

export function agenda({ answer: t }: Texts): KnownBlock[] {
  return [rich([{ text: t.agenda, bold: true }, ...t.agendaLines.map((text) => ({ text }))])];
}

/** How the ask of a point stands, in the agreement. */
export function askLines(ask: Ask | undefined, texts: Texts): Line[] {
  if (ask === undefined) return [];
  const stands = ask.answer === undefined ? texts.ask.waits : texts.answer.replies[ask.answer.reply];
  return [
    { label: texts.ask.line, text: ask.text },
    lineAbout({ label: texts.ask.answer, user: ask.to, text: `: ${stands}` }, texts),
  ];
}
