import { type Act, may, roleOf } from '../../shared/domain/access.ts';
import { newcomer, type Person, type PersonId } from '../../shared/domain/person.ts';
import { profileFrom } from '../../shared/domain/profile.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { workspaceOf } from '../../shared/domain/workspace.ts';
import type { Slack } from '../../shared/slack/slack.ts';
import type { Store } from '../../shared/store/store.ts';
import { type Texts, textsIn } from '../../shared/texts/index.ts';
import { afterTheWriteSeconds, type Wakes } from '../../shared/wakes/wakes.ts';

export type VisitDeps = {
  store: Store;
  soon: Wakes['soon'];
  slack: (tenant: string) => Slack;
  now: () => Instant;
};

/** One person's one interaction: who they are, in their language, and the way to change something. */
export type Visit = {
  person: Person;
  now: Instant;
  texts: Texts;
  /**
   * Decides, asks for a wake, and writes once. What comes back is the person as stored, or why not. A decision that
   * returns the person it was given has nothing to write: the same submission twice.
   */
  change(act: Act, decide: (person: Person) => Person | Refusal): Promise<Person | Refusal>;
};

export async function visit(deps: VisitDeps, id: PersonId, signal: AbortSignal): Promise<Visit> {
  const now = deps.now();
  const read = async () => known(deps, id, await deps.store.person(id, signal));
  const person = await read();
  return {
    person,
    now,
    texts: textsIn(person.profile.language),
    change: async (act, decide) => {
      if (!may(roleOf(id, person), act)) return refuse('not-yours');
      return changePerson(deps, person, decide, read, signal);
    },
  };
}

/** Others may have written since we read: then the decision is made anew, on what they wrote. */
const attempts = 3;

/** Decides, asks for a wake, and writes; once more on what others wrote in between. */
export async function changePerson(
  { soon, store, now }: VisitDeps,
  read: Person,
  decide: (person: Person) => Person | Refusal,
  readAgain: () => Promise<Person>,
  signal: AbortSignal,
): Promise<Person | Refusal> {
  let person = read;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const decision = decide(person);
    if (isRefusal(decision) || decision === person) return decision;
    if (attempt === 0) await soon(person, afterTheWriteSeconds, signal);
    // Should that wake be lost all the same, the hourly reconcile finds the person by this instant.
    const saved = await store.save({ ...decision, wakeAt: addSeconds(now(), afterTheWriteSeconds) }, signal);
    if (saved !== undefined) return saved;
    person = await readAgain();
  }
  throw new Error('Others wrote first, every time');
}

/** Slack tells of changed profiles by itself (profile.ts), so only somebody new is asked for. */
async function known({ slack, now }: VisitDeps, id: PersonId, stored: Person | undefined): Promise<Person> {
  if (stored !== undefined) return stored;
  return newcomer(id, profileFrom(await slack(id.tenant).user(id.user), workspaceOf(id.tenant), now()));
}
