import { describe, expect, it } from 'vitest';
import {
  type Entry,
  type Ledger,
  staleIn,
  untoldIn,
  withToldOf,
  withUntold,
} from '../../shared/domain/ledger.ts';

/** A ledger, and what those in it should know now. */
const ledger: Ledger = [
  { user: 'U1', told: 'a' },
  { user: 'U2', told: 'b' },
  { user: 'U3', told: '' },
];
const entry = (user: string, print: string, isEmpty = false): Entry => ({ user, print, isEmpty });

describe('who is to be told', () => {
  it.each([
    { says: 'nobody, who was told just this', entries: [entry('U1', 'a')], stale: [] },
    { says: 'who was told something else', entries: [entry('U1', 'b')], stale: ['U1'] },
    {
      says: 'who was told something, and there is nothing more',
      entries: [entry('U2', 'x', true)],
      stale: ['U2'],
    },
    { says: 'who is marked as not told', entries: [entry('U3', 'c')], stale: ['U3'] },
    { says: 'who is marked, and there is nothing', entries: [entry('U3', 'x', true)], stale: ['U3'] },
    { says: 'who never heard of anything', entries: [entry('U4', 'd')], stale: ['U4'] },
    {
      says: 'nobody, who never heard of anything and need not',
      entries: [entry('U4', 'x', true)],
      stale: [],
    },
    {
      says: 'all of several, in their order',
      entries: [entry('U4', 'd'), entry('U1', 'z')],
      stale: ['U4', 'U1'],
    },
  ])('is $says', ({ entries, stale }) => {
    expect(staleIn(ledger, entries)).toEqual(stale);
  });

  it('is everybody there is something for, where nobody was told yet', () => {
    expect(staleIn(undefined, [entry('U1', 'a'), entry('U2', 'x', true)])).toEqual(['U1']);
  });
});

describe('a mark', () => {
  it('takes the place of what was told, and stands once', () => {
    const marked = withUntold(withUntold(ledger, ['U1', 'U9']), ['U1']);
    expect(marked).toHaveLength(4);
    expect(untoldIn(marked).sort()).toEqual(['U1', 'U3', 'U9']);
    expect(untoldIn(undefined)).toEqual([]);
    expect(withUntold(undefined, ['U1'])).toEqual([{ user: 'U1', told: '' }]);
  });

  it('stays through whatever is undone, until they are told', () => {
    const marked = withUntold(ledger, ['U1']);
    expect(staleIn(marked, [entry('U1', 'a')])).toEqual(['U1']);
    const told = withToldOf(marked, [entry('U1', 'a')]);
    expect(staleIn(told, [entry('U1', 'a')])).toEqual([]);
  });
});

describe('what was told', () => {
  it('is known of each by the latest, and of who was told that there is nothing more no longer', () => {
    const told = withToldOf(ledger, [entry('U1', 'z'), entry('U2', 'x', true), entry('U4', 'd')]);
    expect(told).toEqual([
      { user: 'U1', told: 'z' },
      { user: 'U3', told: '' },
      { user: 'U4', told: 'd' },
    ]);
  });

  it('leaves the ledger as it was', () => {
    const before = structuredClone(ledger);
    withToldOf(ledger, [entry('U1', 'z'), entry('U2', 'x', true)]);
    withUntold(ledger, ['U2']);
    expect(ledger).toEqual(before);
  });
});
