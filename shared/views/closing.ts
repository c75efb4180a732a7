import type { KnownBlock, ModalView } from '@slack/types';
import { type LeaderAgreement, limits, outcomes, type Point } from '../domain/agreement.ts';
import type { ClosingInput } from '../domain/ending.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, modal, radioInput, section, textInput } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';
import { winsSoFar } from './wins.ts';

export const closingForm = 'closing';
/** Its value is the agreement's id. */
export const extendAction = 'agreement.extend';

const outcomeId = (point: string) => `outcome-${point}`;
const learnedId = 'learned';

type ClosingFacts = { agreement: LeaderAgreement; lostWeeks: number; dm: Metadata['dm'] };

/** The look back: what becomes of each point, what was learned; and the weeks that pauses took are offered back. */
export function closingView({ agreement, lostWeeks, dm }: ClosingFacts, texts: Texts): ModalView {
  const t = texts.closing;
  const metadata: Metadata = { agreement: agreement.id, dm };
  return modal({ callback: closingForm, title: t.title, submit: t.submit, close: texts.close, metadata }, [
    section(t.intro),
    ...winsSoFar(agreement, texts),
    // Before anything is typed: whoever goes on needs no form.
    ...(lostWeeks > 0 ? offer(agreement, lostWeeks, texts) : []),
    ...agreement.points.map((point) =>
      radioInput({
        id: outcomeId(point.id),
        label: point.title,
        choices: outcomes.map((value) => ({ value, label: t.outcomes[value] })),
      }),
    ),
    textInput({ id: learnedId, label: t.learned, most: limits.learned, multiline: true, optional: true }),
    ...care(texts),
  ]);
}

function offer({ id }: LeaderAgreement, weeks: number, { closing: t }: Texts): KnownBlock[] {
  return [section(t.lost(weeks)), actions('extend', [button(extendAction, t.extend(weeks), { value: id })])];
}

/** Whether the form that was submitted asks about these points: one may have been replaced since it was opened. */
export function asksForOutcomes(points: Point[], values: Values): boolean {
  return points.every(({ id }) => values[outcomeId(id)] !== undefined);
}

export function readClosing(
  points: Point[],
  values: Values,
  texts: Texts,
): Read<Pick<ClosingInput, 'outcomes' | 'learned'>> {
  const form = new Form(values, texts);
  const chosen = points.map(({ id }) => ({ point: id, outcome: form.choice(outcomeId(id), outcomes) }));
  return form.read({ outcomes: chosen, learned: form.optionalText(learnedId, limits.learned) });
}
