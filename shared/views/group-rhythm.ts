import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { type Group, type HoursOpen, hoursOpen } from '../domain/group.ts';
import type { GroupRhythmInput } from '../domain/group-make.ts';
import type { Rhythm } from '../domain/rhythm.ts';
import type { Weekday } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { context, modal, radioInput, selectInput, timeInput } from './blocks.ts';
import { groupForms } from './group-actions.ts';
import { groupMetadata } from './group-parts.ts';
import { Form, type Read, type Values } from './values.ts';

const ids = { rhythm: 'rhythm', weekday: 'weekday', time: 'time', hoursOpen: 'hours-open' };
const rhythmValues = ['1', '2', '4'] as const;
const weekdayValues = ['1', '2', '3', '4', '5'] as const;
const hoursValues = ['24', '48', '72', '120'] as const satisfies `${HoursOpen}`[];

/** Open over Tuesday at nine, where most people's own slot is: there those who are missing hear of it. */
export const usualRhythm: GroupRhythmInput = {
  rhythm: 2,
  slot: { weekday: 1, time: '10:00' },
  hoursOpen: 48,
};

/** When the rounds are, in a new agreement and in one that runs. */
export function rhythmInputs(
  { rhythm, slot, hoursOpen: hours }: GroupRhythmInput,
  texts: Texts,
): KnownBlock[] {
  const t = texts.group.rhythm;
  return [
    radioInput({
      id: ids.rhythm,
      label: t.rhythm,
      choices: rhythmValues.map((value) => ({ value, label: texts.rhythm.choices[Number(value) as Rhythm] })),
      value: String(rhythm),
    }),
    selectInput({
      id: ids.weekday,
      label: t.weekday,
      choices: weekdayValues.map((value) => ({
        value,
        label: texts.rhythm.weekdays[Number(value) - 1] ?? value,
      })),
      value: String(slot.weekday),
    }),
    timeInput({ id: ids.time, label: t.time, time: slot.time }),
    hoursInput(hours, texts, { label: t.hoursOpen, hint: t.hoursHint }),
  ];
}

/** How long something stays open in the channel: a round, a test. */
export function hoursInput(
  hours: HoursOpen,
  { group: { rhythm: t } }: Texts,
  said: { label: string; hint?: string },
): InputBlock {
  return selectInput({
    id: ids.hoursOpen,
    ...said,
    choices: hoursOpen.map((value) => ({ value: String(value), label: t.hours[value] })),
    value: String(hours),
  });
}

export function hoursIn(form: Form): HoursOpen {
  return Number(form.choice(ids.hoursOpen, hoursValues)) as HoursOpen;
}

/** A round that is open for five days every week would end where the next begins. */
export function rhythmIn(form: Form, texts: Texts): GroupRhythmInput {
  const input: GroupRhythmInput = {
    rhythm: Number(form.choice(ids.rhythm, rhythmValues)) as Rhythm,
    slot: { weekday: Number(form.choice(ids.weekday, weekdayValues)) as Weekday, time: form.time(ids.time) },
    hoursOpen: hoursIn(form),
  };
  if (input.rhythm === 1 && input.hoursOpen > 72) form.errors[ids.hoursOpen] = texts.group.errors.tooLong;
  return input;
}

/** Another rhythm for an agreement that runs. */
export function groupRhythmView({ channel, agreement }: Group, texts: Texts): ModalView {
  const t = texts.group.rhythm;
  const labels = { title: t.title, submit: texts.save, close: texts.close };
  const metadata = groupMetadata(channel, agreement?.id);
  return modal({ callback: groupForms.rhythm, ...labels, metadata }, [
    ...rhythmInputs(agreement ?? usualRhythm, texts),
    context(t.fromNext),
  ]);
}

export function readGroupRhythm(values: Values, texts: Texts): Read<GroupRhythmInput> {
  const form = new Form(values, texts);
  return form.read(rhythmIn(form, texts));
}
