/**
 * Whether two of a kind hold the same in those fields. What comes back from the store has its keys in another order, and
 * none where there was nothing.
 */
export function sameIn<T>(one: T, other: T, fields: readonly (keyof T)[]): boolean {
  const held = (value: T) => JSON.stringify(fields.map((field) => inOrder(value[field])));
  return held(one) === held(other);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, inOrder(inner)]),
  );
}
