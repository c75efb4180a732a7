/**
 * When figures over people may be shown (PRODUCT.md, "Anonymity"): the one place that says so. What it can't prevent: all but
 * one of those who answered, telling one another everything, know something of the last.
 */

/** What figures need behind them at least: a workspace may raise these numbers, never lower them. */
export const leastThresholds = { group: 5, company: 10 } as const;

/** Beside so many earlier ones nothing new is worked out: more would have to be remembered, and none may be forgotten. */
const mostShown = 20;

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
  return shown.every((before) => {
    const changed = differing(before, people);
    return changed === 0 || changed >= leastThresholds.group;
  });
}

/** How many are in one of the two only. */
function differing(one: readonly string[], other: readonly string[]): number {
  const both = one.filter((person) => other.includes(person)).length;
  return one.length + other.length - 2 * both;
}
