/** A number of 32 bits, the same for a text for ever (FNV-1a): for what is to be spread evenly, and for no secret. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
