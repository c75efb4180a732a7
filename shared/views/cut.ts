/** Text that must fit. Slack counts Unicode characters, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** At most so many characters; what is left out is cut between words, where that leaves most of it, and is told by "…". */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, Math.max(most - 1, 0)).join('');
  const words = cut.replace(/\s+\S*$/u, '');
  const kept = lengthOf(words) * 2 > most ? words : cut;
  return `${kept.replace(/[\s,.;:–-]+$/u, '')}…`;
}

/** So that nobody's words look like another line of the message. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** How long each may be, for all of them to fit into the room together: the short ones leave theirs to the others. */
export function evenShare(lengths: number[], room: number): number {
  let left = room;
  const ascending = [...lengths].sort((a, b) => a - b);
  for (const [index, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index));
    if (length > share) return share;
    left -= length;
  }
  return ascending.at(-1) ?? room;
}
