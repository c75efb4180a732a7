import { isForgotten } from '../domain/nobody.ts';
import type { Texts } from '../texts/index.ts';
import type { Line, Who } from './blocks.ts';

/** Somebody whose data was deleted stands where they stood, by nobody's name. */
export function lineAbout(line: Line & { user: string }, texts: Texts): Line {
  const { user, text, ...rest } = line;
  return isForgotten(user) ? { ...rest, text: `${texts.myData.somebody}${text}` } : line;
}

export function whoIn(user: string, texts: Texts): Who {
  return isForgotten(user) ? { name: texts.myData.somebody } : { user };
}
