import type { ModalView } from '@slack/types';
import type { RhythmInput } from '../domain/edit.ts';
import type { RefusalReason } from '../domain/refusal.ts';
import type { Rhythm } from '../domain/rhythm.ts';
import type { WorkingTime } from '../domain/slots.ts';
import type { PlainDate, Weekday, Zone } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import {
  actions,
  button,
  type Choice,
  checkboxInput,
  context,
  modal,
  radioInput,
  selectInput,
  timeInput,
} from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { nobodyChosen, type PeopleChosen, peopleBlocks, preview } from './people.ts';
import { Form, type Read, type Values } from './values.ts';

/** The third modal of a new agreement, and the one that changes a running agreement's rhythm. */
export const rhythmForms = { new: 'rhythm', change: 'change-rhythm' } as const;
export const otherTimesAction = 'rhythm.other-times';
export const bringAction = 'rhythm.bring';

const ids = {
  rhythm: 'rhythm',
  weekday: 'weekday',
  time: 'time',
  workdays: 'workdays',
  from: 'from',
  to: 'to',
};
const rhythmValues = ['1', '2', '4'] as const;
const weekdayValues = ['1', '2', '3', '4', '5', '6', '7'] as const;

export type RhythmFacts = {
  workingTime: WorkingTime;
  zone: Zone;
  otherTimes: boolean;
  rhythm: Rhythm;
  /** The end of the agreement that is being made; without it, an agreement that runs is changed. */
  ends?: PlainDate | undefined;
  /** Whom the leader brings along: not asked about until they want to. */
  people?: PeopleChosen | undefined;
  /** The agreement whose rhythm is changed. */
  changes?: string | undefined;
};

const about = (agreement = ''): Metadata => ({ agreement });

/** How often, and when in the week. Working days and hours are asked only of those who want to. */
export function rhythmView(facts: RhythmFacts, texts: Texts): ModalView {
  const { workingTime, zone, ends, changes } = facts;
  const labels =
    ends === undefined
      ? { callback: rhythmForms.change, submit: texts.save, close: texts.close, metadata: about(changes) }
      : { callback: rhythmForms.new, submit: texts.rhythm.save, close: texts.back };
  const t = texts.rhythm;
  return modal({ title: ends === undefined ? t.title : t.titleNew, ...labels }, [
    radioInput({
      id: ids.rhythm,
      label: t.rhythm,
      choices: rhythmValues.map((value) => ({ value, label: t.choices[Number(value) as Rhythm] })),
      value: String(facts.rhythm),
    }),
    ...(facts.otherTimes ? workingHours(workingTime, texts) : []),
    selectInput({
      id: ids.weekday,
      label: t.weekday,
      choices: facts.otherTimes ? weekdays(texts) : weekdays(texts).filter(isWorkday(workingTime)),
      value: String(workingTime.slot.weekday),
    }),
    timeInput({ id: ids.time, label: t.time, time: workingTime.slot.time }),
    ...(facts.otherTimes
      ? []
      : [
          context(t.hoursNote(workingTime.hours)),
          actions('other-times', [button(otherTimesAction, t.otherTimes)]),
        ]),
    context(ends === undefined ? t.zoneNote(zone) : t.periodNote(ends, zone)),
    ...(ends === undefined ? [] : sharing(facts.people, texts)),
  ]);
}

/** It ends with exactly what others will see, before anything is saved. */
function sharing(people: PeopleChosen | undefined, texts: Texts) {
  if (people !== undefined) return peopleBlocks(people, texts);
  const bring = actions('bring', [button(bringAction, texts.people.bring)]);
  return [preview(nobodyChosen, texts), bring];
}

/** Days, hours, and when in the week, all at once. */
export function workingTimeInputs(workingTime: WorkingTime, texts: Texts) {
  const t = texts.rhythm;
  return [
    ...workingHours(workingTime, texts),
    selectInput({
      id: ids.weekday,
      label: t.weekday,
      choices: weekdays(texts),
      value: String(workingTime.slot.weekday),
    }),
    timeInput({ id: ids.time, label: t.time, time: workingTime.slot.time }),
  ];
}

function workingHours({ workdays, hours }: WorkingTime, texts: Texts) {
  const t = texts.rhythm;
  return [
    checkboxInput({
      id: ids.workdays,
      label: t.workdays,
      choices: weekdays(texts),
      values: workdays.map(String),
    }),
    timeInput({ id: ids.from, label: t.from, time: hours.from }),
    timeInput({ id: ids.to, label: t.to, time: hours.to, hint: t.toHint }),
  ];
}

function weekdays(texts: Texts): Choice[] {
  return weekdayValues.map((value) => ({ value, label: texts.rhythm.weekdays[Number(value) - 1] ?? value }));
}

function isWorkday({ workdays }: WorkingTime): (choice: Choice) => boolean {
  return ({ value }) => workdays.some((weekday) => String(weekday) === value);
}

export function asksForHours(values: Values): boolean {
  return values[ids.workdays] !== undefined;
}

/** Working days and hours the form did not ask for stay as they are in `before`. */
export function readRhythm(values: Values, before: WorkingTime, texts: Texts): Read<RhythmInput> {
  const form = new Form(values, texts);
  const workingTime = readWorkingTime(form, before);
  const rhythm = Number(form.choice(ids.rhythm, rhythmValues)) as Rhythm;
  return form.read({ rhythm, workingTime });
}

/** The same for a form that asks for nothing else. */
export function readWorkingTime(form: Form, before: WorkingTime): WorkingTime {
  const weekday = (value: string) => Number(value) as Weekday;
  const asked = form.has(ids.workdays);
  const slot = { weekday: weekday(form.choice(ids.weekday, weekdayValues)), time: form.time(ids.time) };
  const workdays = asked ? form.choices(ids.workdays, weekdayValues).map(weekday) : before.workdays;
  const hours = asked ? { from: form.time(ids.from), to: form.time(ids.to) } : before.hours;
  return { slot, workdays, hours };
}

/** The field that a refusal is about, where it is about one. */
export const rhythmErrorFields: Partial<Record<RefusalReason, string>> = {
  'slot-outside-workdays': ids.weekday,
  'slot-outside-hours': ids.time,
};
