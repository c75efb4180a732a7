import { isForgotten } from './nobody.ts';

/**
 * When figures over people may be shown (PRODUCT.md, "Anonymity"): the one place that says so. What it can't prevent: all but
 * one of those who answered, telling one another everything, know something of the last. And it knows one channel: to hold what
 * another was shown against it would tell those here of a test elsewhere.
 */

/** What figures need behind them at least: a workspace may raise these numbers, never lower them. */
export const leastThresholds = { group: 5, company: 10 } as const;

/** What only one of them says is nobody's but theirs: where a list is made of many, so many say each thing on it. */
export const leastSaying = 2;

/** Beside so many earlier ones nothing new is worked out: more would have to be remembered, and none may be forgotten. */
const mostShown = 10;

/**
 * Whether what those people answered may be worked out, beside all that was shown before of the same circle. Two figures of
 * which one has a person more tell what that person said; so "a figure is replaced only if at least 5 of the people behind it
 * changed, or none".
 *
 * @param people who answered
 * @param shown who was behind each figure that was shown before
 */
export function mayShow(people: readonly string[], shown: readonly string[][], threshold: number): boolean {
  if (people.length < Math.max(threshold, leastThresholds.group) || shown.length >= mostShown) return false;
  return shown.every(
    (before) => isSame(before, people) || fewestChanged(before, people) >= leastThresholds.group,
  );
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((person) => other.includes(person));

/** How many are behind one of the two only, at the least: who was forgotten since may be any of the others. */
function fewestChanged(before: readonly string[], people: readonly string[]): number {
  const gone = before.filter((person) => !people.includes(person));
  const come = people.filter((person) => !before.includes(person));
  const maybeSame = Math.min(gone.filter(isForgotten).length, come.length);
  return gone.length + come.length - 2 * maybeSame;
}
