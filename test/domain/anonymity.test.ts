import { describe, expect, it } from 'vitest';
import { leastThresholds, mayShow } from '../../shared/domain/anonymity.ts';

/** Who was forgotten stands there as `1`, `2` and so on. */
const people = (text: string) => [...text].map((one) => (one >= '1' && one <= '9' ? `NOBODY${one}` : one));

describe('figures over people are shown', () => {
  it.each<{ says: string; now: string; before?: string[]; threshold?: number; may: boolean }>([
    { says: 'from five on', now: 'abcde', may: true },
    { says: 'not of four', now: 'abcd', may: false },
    { says: 'not of nobody', now: '', may: false },
    { says: 'not of fewer than the workspace wants', now: 'abcdef', threshold: 7, may: false },
    { says: 'from as many as the workspace wants', now: 'abcdefg', threshold: 7, may: true },
    { says: 'not of four, whatever a workspace was stored with', now: 'abcd', threshold: 2, may: false },
    { says: 'again of the same people', now: 'abcde', before: ['abcde'], may: true },
    { says: 'not with one more', now: 'abcdef', before: ['abcde'], may: false },
    { says: 'not with one fewer', now: 'abcde', before: ['abcdef'], may: false },
    { says: 'not with two in the place of two others', now: 'abcdefxy', before: ['abcdefgh'], may: false },
    { says: 'with five others beside them', now: 'abcdevwxyz', before: ['abcde'], may: true },
    {
      says: 'not where who was forgotten may be among them again',
      now: 'abcdefgh',
      before: ['123def'],
      may: false,
    },
    { says: 'where it would be five others even so', now: 'abcstuvxyz', before: ['12abc'], may: true },
    { says: 'of five others', now: 'vwxyz', before: ['abcde'], may: true },
    {
      says: 'not with one more than any before, however many were shown since',
      now: 'abcdef',
      before: ['abcde', 'vwxyz', 'klmnopq'],
      may: false,
    },
    { says: 'not once so many were shown', now: 'abcde', before: Array(10).fill('abcde'), may: false },
  ])('$says', ({ now, before = [], threshold = leastThresholds.group, may }) => {
    expect(mayShow(people(now), before.map(people), threshold)).toBe(may);
  });
});
