import { type Act, allows, type Thing } from '../../shared/domain/access.ts';
import { type Group, newGroup } from '../../shared/domain/group.ts';
import { allowsInGroup, type GroupAct, type GroupThing } from '../../shared/domain/group-access.ts';
import { groupToBeTold } from '../../shared/domain/group-links.ts';
import { toBeTold } from '../../shared/domain/links.ts';
import { currentPause } from '../../shared/domain/pause.ts';
import { newcomer, type Person, type PersonId } from '../../shared/domain/person.ts';
import { profileFrom } from '../../shared/domain/profile.ts';
import type { RecipientId } from '../../shared/domain/recipient.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import type { Workspace } from '../../shared/domain/workspace.ts';
import type { Slack } from '../../shared/slack/slack.ts';
import type { Store } from '../../shared/store/store.ts';
import { type Texts, textsIn } from '../../shared/texts/index.ts';
import { afterTheWriteSeconds, type Wakes } from '../../shared/wakes/wakes.ts';
import { readersOf, refusalOfChannel } from './channels.ts';
import { type Named, namesOf } from './named.ts';

export type VisitDeps = {
  store: Store;
  soon: Wakes['soon'];
  slack: (tenant: string) => Slack;
  workspace: (tenant: string) => Workspace;
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
  /** The names of those users, or why they can't be named; Slack is asked about each, at once. */
  names(users: string[]): Promise<Map<string, Named>>;
  /** The group of a channel, if this person may do that in it. */
  group(channel: string, act: GroupAct, thing?: GroupThing): Promise<Group | Refusal>;
  /** The group of the channel that Slack says they stand in, whoever they are in it. */
  groupHere(channel: string): Promise<Group>;
  /** The same as `change`, in a group. */
  changeGroup(
    channel: string,
    act: GroupAct,
    decide: (group: Group) => Group | Refusal,
    thing?: GroupThing,
  ): Promise<Group | Refusal>;
  /** Why a group can't have its agreement in that channel. */
  refusalOfChannel(channel: string): Promise<Refusal | undefined>;
  /** Who reads the channel, as far as Slack tells. */
  readersOf(channel: string): Promise<string[] | undefined>;
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

  const readGroup = async (channel: string) => {
    const group = { tenant: id.tenant, channel };
    const read = (await deps.store.group(group, signal)) ?? newGroup(group, deps.workspace(id.tenant));
    groups.set(channel, read);
    return read;
  };
  // Read once in a visit: what is decided on it is written only if nobody wrote since.
  const groups = new Map<string, Group>();
  const groupOf = async (channel: string) => groups.get(channel) ?? readGroup(channel);

  async function changeGroup(
    channel: string,
    act: GroupAct,
    decide: (group: Group) => Group | Refusal,
    thing?: GroupThing,
  ): Promise<Group | Refusal> {
    const decideIfAllowed = (group: Group) => {
      const decision = allowsInGroup(id, group, act, thing) ? decide(group) : refuse('not-yours');
      // Who acts is there: what the channel refused before is tried again.
      return isRefusal(decision) || decision === group ? decision : { ...decision, blocked: undefined };
    };
    return changeKept(deps, await groupOf(channel), decideIfAllowed, signal, {
      save: (group) => deps.store.saveGroup(groupToBeTold(group), signal),
      readAgain: () => readGroup(channel),
    });
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
    names: (users) => namesOf(deps, id, users),
    group: async (channel, act, thing) => {
      const group = await groupOf(channel);
      return allowsInGroup(id, group, act, thing) ? group : refuse('not-yours');
    },
    groupHere: groupOf,
    changeGroup,
    refusalOfChannel: (channel) => refusalOfChannel(deps, id, channel),
    readersOf: (channel) => readersOf(deps, id, channel),
  };
}

/** Others may have written since we read: then the decision is made anew, on what they wrote. */
const attempts = 3;

/** Decides, asks for a wake, and writes; once more on what others wrote in between. */
export async function changePerson(
  deps: VisitDeps,
  read: Person,
  decide: (person: Person) => Person | Refusal,
  readAgain: () => Promise<Person>,
  signal: AbortSignal,
): Promise<Person | Refusal> {
  const save = (person: Person) => deps.store.save(toBeTold(person), signal);
  return changeKept(deps, read, decide, signal, { save, readAgain });
}

type Kept<T> = { save: (value: T) => Promise<T | undefined>; readAgain: () => Promise<T> };

async function changeKept<T extends RecipientId>(
  { soon, now }: VisitDeps,
  read: T,
  decide: (value: T) => T | Refusal,
  signal: AbortSignal,
  { save, readAgain }: Kept<T>,
): Promise<T | Refusal> {
  let value = read;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const decision = decide(value);
    if (isRefusal(decision) || decision === value) return decision;
    if (attempt === 0) await soon(value, afterTheWriteSeconds, signal);
    // Should that wake be lost all the same, the hourly reconcile finds it by this instant.
    const saved = await save({ ...decision, wakeAt: addSeconds(now(), afterTheWriteSeconds) });
    if (saved !== undefined) return saved;
    value = await readAgain();
  }
  throw new Error('Others wrote first, every time');
}

/**
 * Slack tells of changed profiles by itself (profile.ts), so only somebody new is asked for. Who acts is there, whatever
 * we had heard.
 */
async function known(deps: VisitDeps, id: PersonId, stored: Person | undefined): Promise<Person> {
  if (stored !== undefined) return stored.gone ? { ...stored, gone: undefined } : stored;
  const { slack, workspace, now } = deps;
  return newcomer(id, profileFrom(await slack(id.tenant).user(id.user), workspace(id.tenant), now()));
}
