import { type Language, languageOf } from './texts.ts';

/** Where this browser's visitor is in the tour. The page works without it, too. */
export type Kept = {
  stage: 'offered' | 'on' | 'left';
  language: Language;
  /** The index of the step; as many as there are steps once it is through. */
  step: number;
  /** Who the visitor was when the step began, and when the agreement was made. */
  wasMe: string;
  leader: string;
};

const key = 'trivsel-tour';
const fresh = (): Kept => ({
  stage: 'offered',
  language: languageOf(navigator.language),
  step: 0,
  wasMe: '',
  leader: '',
});

export function readKept(): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>;
    return { ...fresh(), ...kept };
  } catch {
    return fresh();
  }
}

export function writeKept(kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing offers it again the next time.
  }
}
