import type { Person } from './person.ts';
import { followUpIn, isUnanswered, type PromptState } from './prompt.ts';

/**
 * The person whose prompt came to that state: what it held is owed no more. So also when its person is quicker than the
 * worker that still records the sending.
 */
export function settle(person: Person, state: PromptState): Person {
  const { agreement, prompt } = person;
  if (prompt === undefined) return person;
  const settledPrompt = { ...prompt, state, lease: undefined, attempts: undefined };
  if (agreement === undefined) return { ...person, prompt: settledPrompt };
  const week = followUpIn(prompt, agreement.id)?.week;
  const settled = week !== undefined && week > agreement.settled ? week : agreement.settled;
  return { ...person, agreement: { ...agreement, settled }, prompt: settledPrompt };
}

/** The same, for a prompt that still waits for its person; one that does not stays as it is. */
export function settleWaiting(person: Person, state: PromptState): Person {
  return person.prompt && isUnanswered(person.prompt) ? settle(person, state) : person;
}
