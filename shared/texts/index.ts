import type { Language } from '../domain/person.ts';
import { da, type Texts } from './da.ts';
import { en } from './en.ts';

export type { Texts };

const languages: Record<Language, Texts> = { da, en };

export function textsIn(language: Language): Texts {
  return languages[language];
}
