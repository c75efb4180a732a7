import { type Act, allows, type Thing } from '../../shared/domain/access.ts';
import { toBeTold } from '../../shared/domain/links.ts';
import { currentPause } from '../../shared/domain/pause.ts';
import { newcomer, type Person, type PersonId } from '../../shared/domain/person.ts';
import { profileFrom } from '../../shared/domain/profile.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { workspaceOf } from '../../shared/domain/workspace.ts';
import type { Slack } from '../../shared/slack/slack.ts';
import type { Store } from '../../shared/store/store.ts';
import { type Texts, textsIn } from '../../shared/texts/index.ts';
import { afterTheWriteSeconds, type Wakes } from '../../shared/wakes/wakes.ts';
import { refusalsOf } from './named.ts';

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
  change(act: Act, decide: (person: Person) => Person | Refusal, thing?: Thing): Promise<Person | Refusal>;
  /** Another person as they are now, if this one may do that with a thing of theirs. */
  look(owner: string, act: Act, thing: Thing): Promise<Person | Refusal>;
  /** The same as `change`, in another's aggregate: who may is decided on what is stored when it is written. */
  changeOf(
    owner: string,
    act: Act,
    thing: Thing,
    decide: (owner: Person) => Person | Refusal,
  ): Promise<Person | Refusal>;
  /** Whether somebody rests just now: all that others may know of a pause. */
  rests(user: string): Promise<boolean>;
  /** Why those users can't be named, by user; Slack is asked about each, at once. */
  refusals(users: string[]): Promise<Map<string, Refusal>>;
};

export async function visit(deps: VisitDeps, id: PersonId, signal: AbortSignal): Promise<Visit> {
  const now = deps.now();
  const read = async () => known(deps, id, await deps.store.person(id, signal));
  const person = await read();
  const readOther = (user: string) => deps.store.person({ tenant: id.tenant, user }, signal);

  /** Decided anew on each reading: who may, too. */
  const guarded =
    (act: Act, thing: Thing | undefined, decide: (person: Person) => Person | Refusal) => (current: Person) =>
      allows(id, current, act, thing) ? decide(current) : refuse('not-yours');

  async function changeOf(
    ownerId: string,
    act: Act,
    thing: Thing,
    decide: (owner: Person) => Person | Refusal,
  ): Promise<Person | Refusal> {
    const owner = await readOther(ownerId);
    if (owner === undefined) return refuse('not-yours');
    return changePerson(
      deps,
      owner,
      guarded(act, thing, decide),
      async () => (await readOther(ownerId)) ?? owner,
      signal,
    );
  }

  return {
    person,
    now,
    texts: textsIn(person.profile.language),
    change: (act, decide, thing) => changePerson(deps, person, guarded(act, thing, decide), read, signal),
    look: async (ownerId, act, thing) => {
      const owner = ownerId === id.user ? person : await readOther(ownerId);
      return owner !== undefined && allows(id, owner, act, thing) ? owner : refuse('not-yours');
    },
    changeOf,
    rests: async (user) => {
      const other = await readOther(user);
      return other !== undefined && currentPause(other, now) !== undefined;
    },
    refusals: (users) => refusalsOf(deps, id, users),
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
    const wakeAt = addSeconds(now(), afterTheWriteSeconds);
    const saved = await store.save({ ...toBeTold(decision), wakeAt }, signal);
    if (saved !== undefined) return saved;
    person = await readAgain();
  }
  throw new Error('Others wrote first, every time');
}

/**
 * Slack tells of changed profiles by itself (profile.ts), so only somebody new is asked for. Who acts is there, whatever
 * we had heard.
 */
async function known({ slack, now }: VisitDeps, id: PersonId, stored: Person | undefined): Promise<Person> {
  if (stored !== undefined) return stored.gone ? { ...stored, gone: undefined } : stored;
  return newcomer(id, profileFrom(await slack(id.tenant).user(id.user), workspaceOf(id.tenant), now()));
}
