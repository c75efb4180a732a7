import type { KnownBlock, ModalView } from '@slack/types';
import { limits, type Outcome, outcomes } from '../domain/agreement.ts';
import type { Group, GroupPoint } from '../domain/group.ts';
import { type GroupClosingInput, groupWeeksToGiveBack } from '../domain/group-ending.ts';
import { talliesOf } from '../domain/lines.ts';
import type { Instant } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, modal, radioInput, section, textInput } from './blocks.ts';
import { groupActions, groupForms } from './group-actions.ts';
import { groupMetadata, groupValue } from './group-parts.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

const outcomeId = (point: string) => `outcome-${point}`;
const learnedId = 'learned';

/** The look back that the group decided on together; the weeks that pauses took are offered back first. */
export function groupClosingView(group: Group, now: Instant, texts: Texts): ModalView {
  const t = texts.group.closing;
  const { channel, agreement } = group;
  const metadata = groupMetadata(channel, agreement?.id);
  const labels = { title: t.title, submit: t.submit, close: texts.close };
  return modal({ callback: groupForms.closing, ...labels, metadata }, [
    section(t.intro),
    ...offerOfWeeks(group, now, texts),
    ...(agreement?.points ?? []).map((point) => outcomeInput(group, point, texts)),
    textInput({ id: learnedId, label: t.learned, most: limits.learned, multiline: true, optional: true }),
    ...care(texts, `${t.channelReads} ${texts.group.writeAboutConditions}`),
  ]);
}

function offerOfWeeks(group: Group, now: Instant, { group: { closing: t } }: Texts): KnownBlock[] {
  const weeks = groupWeeksToGiveBack(group, now);
  if (weeks === 0) return [];
  const value = groupValue(group.channel, group.agreement?.id);
  return [
    section(t.lost(weeks)),
    actions('extend', [button(groupActions.extend, t.extend(weeks), { value })]),
  ];
}

/** Filled in with what most said in the closing round, where more than half did. */
function outcomeInput(group: Group, { id, title }: GroupPoint, { group: { closing: t } }: Texts) {
  const tally = tallyOf(group, id);
  const said = tally.map(([outcome, count]) => ({ label: t.outcomes[outcome], count }));
  return radioInput({
    id: outcomeId(id),
    label: title,
    choices: outcomes.map((value) => ({ value, label: t.outcomes[value] })),
    value: majorityIn(tally),
    ...(said.length === 0 ? {} : { hint: t.said(said) }),
  });
}

/** How many wanted what for a point, in the order in which it is asked. */
function tallyOf({ round }: Group, id: string): [Outcome, number][] {
  if (round?.kind !== 'closing') return [];
  const tally = talliesOf(
    round.contributions,
    (contribution) => contribution.outcomes?.find(({ point }) => point === id)?.outcome,
  );
  return outcomes.flatMap((outcome): [Outcome, number][] => {
    const count = tally.get(outcome);
    return count === undefined ? [] : [[outcome, count]];
  });
}

function majorityIn(tally: [Outcome, number][]): Outcome | undefined {
  const all = tally.reduce((sum, [, count]) => sum + count, 0);
  return tally.find(([, count]) => count * 2 > all)?.[0];
}

/** Whether the form that was submitted asks about these points: one may have been replaced since it was opened. */
export function asksForGroupOutcomes(points: readonly GroupPoint[], values: Values): boolean {
  return points.every(({ id }) => values[outcomeId(id)] !== undefined);
}

export function readGroupClosing(
  points: readonly GroupPoint[],
  values: Values,
  texts: Texts,
): Read<Pick<GroupClosingInput, 'outcomes' | 'learned'>> {
  const form = new Form(values, texts);
  const chosen = points.map(({ id }) => ({ point: id, outcome: form.choice(outcomeId(id), outcomes) }));
  return form.read({ outcomes: chosen, learned: form.optionalText(learnedId, limits.learned) });
}
