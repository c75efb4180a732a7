import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeaderAgreement } from '../../shared/domain/agreement.ts';
import { askState } from '../../shared/domain/ask.ts';
import { itemsDue, newsFor } from '../../shared/domain/items.ts';
import { calendarOf, type Person } from '../../shared/domain/person.ts';
import { type Calendar, slotIn } from '../../shared/domain/slots.ts';
import { addDays, addWeeks, type Instant, localDate, weekOf } from '../../shared/domain/time.ts';
import { dateAfter, isFree, isInHours, mondayOf, offset, shiftDate, wallClock } from './almanac.ts';
import {
  anyStory,
  type Came,
  type Company,
  calm,
  found,
  itemOf,
  messageOf,
  play,
  type Story,
} from './company.ts';

/** So long companies are played, and a counterexample is made as small as can be: a whole company shrinks slowly. */
const patience = 8_000;

/** The same companies every time, as in look.test.ts; LIFE_SEED=<any number> looks at others. */
const seed = Number(process.env['LIFE_SEED'] ?? 20_261_123);
const numRuns = 150;

const calmWeeks = 5;

type Played = { company: Company; calmFrom: Instant };

function played(story: Story): Played {
  const company = found(story);
  play(company);
  const calmFrom = company.now;
  calm(company, calmWeeks);
  return { company, calmFrom };
}

/** Each is played once, for all the rules together: to play is what takes the time. */
const companies = new Map<string, Played>();

function everyCompany(judge: (company: Company, calmFrom: Instant) => void): void {
  const isFirst = companies.size === 0;
  let isShrinking = false;
  fc.assert(
    fc.property(anyStory, (story) => {
      const name = JSON.stringify(story);
      const known = companies.get(name) ?? (isFirst || isShrinking ? played(story) : undefined);
      // There was no time for this one.
      if (known === undefined) return;
      if (isFirst && !isShrinking) companies.set(name, known);
      isShrinking = true;
      judge(known.company, known.calmFrom);
      isShrinking = false;
    }),
    { seed, numRuns, interruptAfterTimeLimit: patience },
  );
}

describe('in a company where people do what they like and machines fail as they may', () => {
  it('nobody is written to outside their working hours, on a day off or in a pause', () => {
    everyCompany(({ came }) => {
      for (const message of came) judgeMoment(message);
    });
  });

  it('nobody gets more than a slot message a week with its one reminder, and one about others a day', () => {
    everyCompany(({ came, again }) => {
      for (const [name, times] of count(came.map(({ user, sending }) => messageOf(user, sending))))
        expect(times, `${name} comes once, or again where it had to`).toBeLessThanOrEqual(
          1 + (again.get(name) ?? 0),
        );
      for (const { user, at, sending, person } of came) {
        const name = messageOf(user, sending);
        if (sending.what === 'news')
          expect(sending.news.on, `${name} is on the reader's own day`).toBe(newsDay(at, person));
        else
          expect(sending.prompt.week, `${name} is in that week`).toBe(
            mondayOf(shiftDate(Date.parse(at), calendarOf(person))),
          );
      }
    });
  });

  it('nobody hears of the same thing twice, but for the nudges to talk, which come four weeks apart at least', () => {
    everyCompany(({ came, again }) => {
      for (const [name, messages] of heard(came)) {
        const excused = again.get(name) ?? 0;
        const isNudge = messages[0]!.kind.startsWith('talk');
        if (!isNudge)
          expect(messages.length, `${name} once, or again where it had to`).toBeLessThanOrEqual(1 + excused);
        const soon = messages.filter(({ on }, i) => i > 0 && on < dateAfter(messages[i - 1]!.on, 28));
        if (isNudge) expect(soon.length, `${name} sooner than in four weeks`).toBeLessThanOrEqual(excused);
      }
    });
  });

  it('nobody hears of what is not, or no longer, theirs', () => {
    everyCompany(({ came }) => {
      expect(
        came.flatMap(({ unfounded }) => unfounded),
        'things without a standing',
      ).toEqual([]);
    });
  });

  it('whenever all that was done has been told, everybody knows what they should and nothing more', () => {
    everyCompany(({ strayLinks }) => {
      expect(strayLinks, 'links that are not as their owners have it').toEqual([]);
    });
  });

  it('who has something to tell others does so at once', () => {
    everyCompany(({ untold }) => {
      expect(untold, 'tellings that wait for nothing').toEqual([]);
    });
  });

  it('in the end nothing that is due is left untold, and who waits for something will be looked at', () => {
    everyCompany((company, calmFrom) => {
      const { now, people } = company;
      for (const person of people.values()) {
        const { user, agreement, wakeAt } = person;
        const news = newsFor(person);
        const due = itemsDue(person);
        expect(news, `what ${user} has not been told of`).toEqual([]);
        const passed = due.filter(({ from }) => hadSlot(person, from, calmFrom, now));
        expect(passed, `what ${user}'s slots have passed over`).toEqual([]);
        if (agreement !== undefined || due.length > 0)
          expect(wakeAt !== undefined && wakeAt > now, `${user} is looked at after ${now}: ${wakeAt}`).toBe(
            true,
          );
      }
    });
  });

  it('both hear once of every promised date that comes, unless they said before what happened', () => {
    everyCompany((company, calmFrom) => {
      const times = count(company.came.flatMap(({ user, items }) => items.map((item) => itemOf(user, item))));
      for (const { name, person, date } of promises(company)) {
        if (company.refused.has(name) || !hadSlot(person, date, calmFrom, company.now)) continue;
        const heard = times.get(name) ?? 0;
        expect(heard, `${name} on its date`).toBeGreaterThanOrEqual(1);
        expect(heard, `${name} no more than once`).toBeLessThanOrEqual(1 + (company.again.get(name) ?? 0));
      }
    });
  });
});

function judgeMoment({ at, user, sending, person, pause }: Came): void {
  const calendar = calendarOf(person);
  const millis = Date.parse(at);
  const day = 86_400_000;
  // A day with a change of clocks has hours of its own; slots.test.ts is about those.
  if (offset(millis - day, calendar.zone) !== offset(millis + day, calendar.zone)) return;
  const date = sending.what === 'news' ? newsDay(at, person) : shiftDate(millis, calendar);
  const { time } = wallClock(millis, calendar.zone);
  const name = `${messageOf(user, sending)} at ${date} ${time}`;
  expect(isInHours(time, calendar.hours), `${name} is in working hours`).toBe(true);
  expect(isFree(date, calendar), `${name} is on a day off`).toBe(false);
  const isPaused = pause !== undefined && pause.from <= date && date < pause.until;
  expect(isPaused, `${name} is in a pause`).toBe(false);
}

/** The day whose working hours are on: a night shift's small hours belong to the day before. */
function newsDay(at: Instant, person: Person): string {
  const { hours, zone } = calendarOf(person);
  const { date, time } = wallClock(Date.parse(at), zone);
  return hours.to < hours.from && time < hours.to ? dateAfter(date, -1) : date;
}

function count(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** What each heard of, and on which of their days. */
function heard(came: Came[]): Map<string, { kind: string; on: string }[]> {
  const messages = new Map<string, { kind: string; on: string }[]>();
  for (const { at, user, person, items } of came) {
    for (const item of items) {
      const name = itemOf(user, item);
      const on = localDate(at, person.profile.zone);
      messages.set(name, [...(messages.get(name) ?? []), { kind: item.kind, on }]);
    }
  }
  return messages;
}

/** Whether a whole slot has been, from that date and since it became calm. */
function hadSlot(person: Person, date: string, calmFrom: Instant, now: Instant): boolean {
  const calendar = calendarOf(person);
  const began = localDate(calmFrom, calendar.zone);
  // The first week's slot may be used already.
  const first = addWeeks(weekOf(began), 1);
  const from = date > first ? date : first;
  for (let week = weekOf(from); week <= addWeeks(weekOf(from), 6); week = addWeeks(week, 1)) {
    const slot = slotFrom(week, from, calendar);
    if (slot !== undefined) return slot.closes <= now;
  }
  return false;
}

function slotFrom(week: string, from: string, calendar: Calendar) {
  const slot = slotIn(week, calendar);
  return slot !== undefined && slot.date >= from && slot.date <= addDays(week, 6) ? slot : undefined;
}

/** The dates that stand in the end, for each of the two who have not said what happened. */
function promises({ people }: Company): { name: string; person: Person; date: string }[] {
  return [...people.values()].flatMap((owner) =>
    openAsks(owner.agreement).flatMap(({ id, to, answer, happened }) => {
      const date = answer?.date;
      if (date === undefined) return [];
      const item = { kind: 'ask-date' as const, owner: owner.user, id: `${id}/${date}` };
      return [
        ...(happened?.asker === undefined ? [owner] : []),
        ...(happened?.recipient === undefined ? [people.get(to)!] : []),
      ].map((person) => ({ name: itemOf(person.user, item), person, date }));
    }),
  );
}

const openAsks = (agreement: LeaderAgreement | undefined) =>
  agreement === undefined || agreement.ending !== undefined
    ? []
    : (agreement.asks ?? []).filter((ask) => askState(ask) === 'answered');
