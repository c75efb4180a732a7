import { describe, expect, it } from 'vitest';
import { calendarOf, newcomer } from '../../shared/domain/person.ts';
import { isFresh, profileFrom } from '../../shared/domain/profile.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { workspaceOf } from '../../shared/domain/workspace.ts';
import { aPerson, aProfile, pausesUntil } from './people.ts';

const now = '2026-09-15T07:00:00Z';
const danish = workspaceOf('T1');
const british = { ...workspaceOf('T1'), language: 'en', zone: 'Europe/London' } as const;

describe('what Slack tells of a user becomes a profile', () => {
  it.each([
    { says: 'Danish for a Danish Slack', locale: 'da-DK', workspace: british, language: 'da' },
    { says: 'English for an English Slack', locale: 'en-GB', workspace: danish, language: 'en' },
    { says: 'English for a German Slack', locale: 'de-DE', workspace: danish, language: 'en' },
    {
      says: 'Danish as the workspace, where Slack says nothing',
      locale: undefined,
      workspace: danish,
      language: 'da',
    },
    {
      says: 'English as the workspace, where Slack says nothing',
      locale: undefined,
      workspace: british,
      language: 'en',
    },
  ])('$says', ({ locale, workspace, language }) => {
    expect(profileFrom({ name: 'Ann', locale, zone: undefined }, workspace, now).language).toBe(language);
  });

  it.each([
    {
      says: 'the workspace’s, where that holds for all',
      sameForAll: true,
      chosen: undefined,
      language: 'da',
    },
    { says: 'their own choice, whatever holds for all', sameForAll: true, chosen: 'en', language: 'en' },
    { says: 'their own choice, whatever Slack says', sameForAll: undefined, chosen: 'da', language: 'da' },
  ] as const)('somebody with an English Slack reads $says', ({ sameForAll, chosen, language }) => {
    const told = { name: 'Ann', locale: 'en-GB', zone: undefined };
    const profile = profileFrom(told, { ...workspaceOf('T1'), sameForAll }, now, chosen);
    expect(profile).toMatchObject({ language, ...(chosen ? { chosen } : {}) });
  });

  it.each([
    { says: 'the zone Slack names', zone: 'Asia/Tokyo', becomes: 'Asia/Tokyo' },
    { says: 'the workspace’s, where Slack names none', zone: undefined, becomes: 'Europe/London' },
    {
      says: 'the workspace’s, where Slack’s is newer than our tables',
      zone: 'Mars/Olympus',
      becomes: 'Europe/London',
    },
    { says: 'the workspace’s, where Slack’s is empty', zone: '', becomes: 'Europe/London' },
  ])('$says', ({ zone, becomes }) => {
    const profile = profileFrom({ name: 'Ann', locale: 'en-GB', zone }, british, now);
    expect(profile).toEqual({ name: 'Ann', language: 'en', zone: becomes, checkedAt: now });
  });

  it.each([
    { says: 'fresh at once', at: '2026-09-15T07:00:00Z', fresh: true },
    { says: 'fresh for a day', at: '2026-09-16T06:59:59Z', fresh: true },
    { says: 'old after a day', at: '2026-09-16T07:00:00Z', fresh: false },
  ])('it is $says', ({ at, fresh }) => {
    expect(isFresh(aProfile({ checkedAt: now }), at)).toBe(fresh);
  });

  it('a workspace that decided nothing is Danish', () => {
    expect(workspaceOf('T1')).toMatchObject({ language: 'da', zone: 'Europe/Copenhagen', contacts: [] });
  });
});

describe('a person', () => {
  it('who is new has stored nothing', () => {
    const profile = aProfile();
    expect(newcomer({ tenant: 'T1', user: 'U1' }, profile)).toEqual({
      tenant: 'T1',
      user: 'U1',
      version: 0,
      profile,
      pauses: [],
      past: [],
    });
  });

  it('who chose nothing has Tuesdays at nine and ordinary hours', () => {
    expect(calendarOf(aPerson())).toEqual({
      slot: { weekday: 2, time: '09:00' },
      workdays: [1, 2, 3, 4, 5],
      hours: { from: '08:00', to: '16:00' },
      zone: 'Europe/Copenhagen',
      pauses: [],
      closed: [],
      spread: 0,
    });
  });

  it('has the calendar of their own choice, zone and pause', () => {
    const workingTime = { ...defaultWorkingTime, slot: { weekday: 5 as const, time: '10:00' } };
    const profile = aProfile({ zone: 'Asia/Tokyo' });
    expect(calendarOf(aPerson({ workingTime, profile, pauses: pausesUntil('2026-10-01') }))).toMatchObject({
      ...workingTime,
      zone: 'Asia/Tokyo',
      pauses: pausesUntil('2026-10-01'),
    });
  });

  it('is spread with the colleagues over ten minutes, always in the same place', () => {
    const spreads = Array.from(
      { length: 2000 },
      (_, index) => calendarOf(aPerson({ user: `U${index}` })).spread,
    );
    expect(spreads).toEqual(spreads.map((_, index) => calendarOf(aPerson({ user: `U${index}` })).spread));
    const minutes = Array.from(
      { length: 10 },
      (_, minute) => spreads.filter((s) => Math.floor(s / 60) === minute).length,
    );
    expect(minutes.reduce((sum, count) => sum + count)).toBe(2000);
    expect(Math.min(...minutes)).toBeGreaterThan(140);
    expect(spreads.every(Number.isInteger)).toBe(true);
  });
});
