import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { outcomes, type Progress } from '../domain/agreement.ts';
import { contributionOf } from '../domain/contribute.ts';
import type { Group, GroupAgreement, GroupPoint } from '../domain/group.ts';
import {
  type Contribution,
  isOpenRound,
  type Offer,
  type OpenRound,
  type RoundKind,
  resources,
  roundLimits,
} from '../domain/round.ts';
import { localTime } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { checkboxInput, context, modal, radioInput, section, textInput } from './blocks.ts';
import { groupForms } from './group-actions.ts';
import { groupMetadata } from './group-parts.ts';
import { noticeView } from './notice.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

const ids = { worked: 'worked', tried: 'tried', adjust: 'adjust', stillRight: 'still-right' } as const;
const progressId = (point: string) => `progress-${point}`;
const outcomeId = (point: string) => `outcome-${point}`;
const offerId = (kind: OfferKind) => ({ kinds: kind, text: `${kind}-text` });

type OfferKind = 'need' | 'lend';
const progressValues = ['1', '2', '3', '4', '5'] as const;
const yesOrNo = ['yes', 'no'] as const;

/** What somebody says in the open round. It begins with who will read it. */
export function contributeView(group: Group, viewer: string, texts: Texts): ModalView {
  const t = texts.group.contribute;
  const { channel, round, agreement } = group;
  if (agreement === undefined || !isOpenRound(round)) return noticeView(t.title, [t.noRound], texts);
  const before = contributionOf(round, viewer);
  const labels = { title: t.title, submit: texts.save, close: texts.close };
  return modal({ callback: groupForms.contribute, ...labels, metadata: groupMetadata(channel, round.id) }, [
    ...intro(group, round, before, texts),
    ...agreement.points.map((point) => progressInput(point, before, texts)),
    ...lineInputs(before, texts),
    ...offerInputs('need', before?.need, texts),
    ...offerInputs('lend', before?.lend, texts),
    ...(round.kind === 'half-way' ? [stillRightInput(before, texts)] : []),
    ...(round.kind === 'closing' ? agreement.points.map((point) => outcomeInput(point, before, texts)) : []),
    ...care(texts, texts.group.writeAboutConditions),
  ]);
}

function intro(
  group: Group,
  round: OpenRound,
  before: Contribution | undefined,
  { group: { contribute: t } }: Texts,
): KnownBlock[] {
  const kinds: Record<RoundKind, string[]> = { ordinary: [], 'half-way': [t.halfWay], closing: [t.closing] };
  const told = t.intro(localTime(round.closesAt, group.zone));
  return [
    ...(before === undefined ? [] : [context(t.corrects)]),
    section([...kinds[round.kind], told].join(' ')),
  ];
}

function progressInput(
  { id, title }: GroupPoint,
  before: Contribution | undefined,
  texts: Texts,
): InputBlock {
  const said = before?.progress.find(({ point }) => point === id)?.progress;
  return radioInput({
    id: progressId(id),
    label: title,
    choices: progressValues.map((value) => ({
      value,
      label: texts.checkIn.progress[Number(value) as Progress],
    })),
    value: said === undefined ? undefined : String(said),
    optional: true,
  });
}

function lineInputs(before: Contribution | undefined, { group: { contribute: t } }: Texts): InputBlock[] {
  return (['worked', 'tried', 'adjust'] as const).map((kind) =>
    textInput({
      ...{ id: ids[kind], label: t[kind], most: roundLimits.line, value: before?.[kind] },
      ...{ multiline: true, optional: true },
    }),
  );
}

function offerInputs(
  kind: OfferKind,
  before: Offer | undefined,
  { group: { contribute: t } }: Texts,
): InputBlock[] {
  const id = offerId(kind);
  const labels = t[`${kind}s`];
  return [
    checkboxInput({
      ...{ id: id.kinds, label: t[kind], values: before?.kinds ?? [], optional: true },
      choices: resources.map((value) => ({ value, label: labels[value] })),
    }),
    textInput({
      ...{ id: id.text, label: t[`${kind}Text`], most: roundLimits.offer, value: before?.text },
      optional: true,
    }),
  ];
}

/** Half-way: are these still the two most important points? */
function stillRightInput(before: Contribution | undefined, { group: { contribute: t } }: Texts): InputBlock {
  const said = before?.stillRight;
  const [yes, no] = yesOrNo;
  return radioInput({
    ...{ id: ids.stillRight, label: t.stillRight, optional: true },
    choices: [
      { value: yes, label: t.stillYes },
      { value: no, label: t.stillNo },
    ],
    value: said === undefined ? undefined : said ? yes : no,
  });
}

function outcomeInput(
  { id, title }: GroupPoint,
  before: Contribution | undefined,
  { group: t }: Texts,
): InputBlock {
  return radioInput({
    ...{ id: outcomeId(id), label: t.contribute.outcome(title), optional: true },
    choices: outcomes.map((value) => ({ value, label: t.closing.outcomes[value] })),
    value: before?.outcomes?.find(({ point }) => point === id)?.outcome,
  });
}

type Said = Omit<Contribution, 'by' | 'name' | 'at' | 'form'>;

/** Anything may be left out, but something must be said: else the first field says so. */
export function readContribution(
  agreement: GroupAgreement,
  kind: RoundKind,
  values: Values,
  texts: Texts,
): Read<Said> {
  const form = new Form(values, texts);
  const { points } = agreement;
  const still = kind === 'half-way' ? form.optionalChoice(ids.stillRight, yesOrNo) : undefined;
  const said: Said = {
    progress: points.flatMap(({ id: point }) => {
      const progress = form.optionalChoice(progressId(point), progressValues);
      return progress === undefined ? [] : [{ point, progress: Number(progress) as Progress }];
    }),
    worked: form.optionalText(ids.worked, roundLimits.line),
    tried: form.optionalText(ids.tried, roundLimits.line),
    adjust: form.optionalText(ids.adjust, roundLimits.line),
    need: offerIn(form, 'need'),
    lend: offerIn(form, 'lend'),
    stillRight: still === undefined ? undefined : still === 'yes',
    outcomes: kind === 'closing' ? outcomesIn(form, points) : undefined,
  };
  if (isNothing(said)) form.errors[firstField(form, points)] = texts.group.errors.sayOneThing;
  return form.read(said);
}

/** Some words, or some kinds, or both. */
function offerIn(form: Form, kind: OfferKind): Offer | undefined {
  const id = offerId(kind);
  const kinds = form.optionalChoices(id.kinds, resources);
  const text = form.optionalText(id.text, roundLimits.offer);
  return kinds.length === 0 && text === undefined ? undefined : { kinds, text };
}

function outcomesIn(form: Form, points: GroupPoint[]): Contribution['outcomes'] {
  const chosen = points.flatMap(({ id: point }) => {
    const outcome = form.optionalChoice(outcomeId(point), outcomes);
    return outcome === undefined ? [] : [{ point, outcome }];
  });
  return chosen.length === 0 ? undefined : chosen;
}

function isNothing({ progress, ...rest }: Said): boolean {
  return progress.length === 0 && Object.values(rest).every((said) => said === undefined);
}

/** A point may have been replaced since the form was opened: then it has no field for it. */
function firstField(form: Form, points: GroupPoint[]): string {
  return points.map(({ id }) => progressId(id)).find((id) => form.has(id)) ?? ids.worked;
}
