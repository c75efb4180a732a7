import type { Somebody } from '../../contract.ts';
import type { Command } from './commands.ts';

/** `fill` is what the whole text becomes. */
export type Suggestion = { name: string; about: string; fill: string };

/**
 * What may be meant by what has been typed so far: a command while it is one, or somebody after the last `@`. Nothing once
 * it says exactly that, except that `/trivsel` alone is both whole and a beginning.
 */
export function suggestionsFor(text: string, commands: Command[], people: Somebody[]): Suggestion[] {
  if (text.startsWith('/')) {
    const typed = text.trimEnd().toLowerCase();
    const found = commands.filter(({ words }) => words.startsWith(typed));
    if (found.length > 1 || (found.length === 1 && found[0]?.words !== typed)) return found.map(ofCommand);
  }
  const at = /(?:^|\s)@(\p{L}*(?: \p{L}*)?)$/u.exec(text);
  const typed = at?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  const before = text.slice(0, text.length - typed.length);
  const isMeant = ({ name }: Somebody) =>
    name.toLowerCase().startsWith(typed) && name.toLowerCase() !== typed;
  return people
    .filter(isMeant)
    .map(({ name, role }) => ({ name: `@${name}`, about: role, fill: `${before}${name}` }));
}

const ofCommand = ({ words, about }: Command): Suggestion => ({ name: words, about, fill: words });

/** Which one Enter takes before anybody has chosen: none, where what is typed is a whole command already. */
export const firstMeant = (text: string, suggestions: Suggestion[]): number =>
  suggestions.some(({ fill }) => fill === text.trim()) ? -1 : 0;
