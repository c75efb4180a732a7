/** Whether two of a kind hold the same in those fields. What is compared is stored as JSON, keys in one order. */
export function sameIn<T>(one: T, other: T, fields: readonly (keyof T)[]): boolean {
  const held = (value: T) => JSON.stringify(fields.map((field) => value[field]));
  return held(one) === held(other);
}
