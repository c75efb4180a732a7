/**
 * Who stands where somebody stood whose data was deleted: `NOBODY1`, another number for another person. No id of Slack's
 * begins so (people: `U…`, `W…`).
 */
export function isForgotten(user: string | undefined): boolean {
  return user !== undefined && /^NOBODY\d+$/.test(user);
}

/** One that stands for nobody else in the value yet. */
export function nobodyNewIn(value: unknown): string {
  const taken: string[] = JSON.stringify(value).match(/NOBODY\d+/g) ?? [];
  for (let number = 1; ; number += 1) {
    if (!taken.includes(`NOBODY${number}`)) return `NOBODY${number}`;
  }
}

/** The id wherever it stands by itself: also within a key that was made of it. */
const standingAlone = (id: string) => new RegExp(`(?<![A-Za-z0-9])${id}(?![A-Za-z0-9])`, 'g');

export function holdsId(value: unknown, id: string): boolean {
  return standingAlone(id).test(JSON.stringify(value));
}

/** The value with another id in every place of that one, whatever fields it has. */
export function withOtherId<T>(value: T, id: string, other: string): T {
  const pattern = standingAlone(id);
  const replaced = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(pattern, other);
    if (Array.isArray(part)) return part.map(replaced);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, held]) => [replaced(key), replaced(held)]));
  };
  return replaced(value) as T;
}
