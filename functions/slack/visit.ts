import { type Act, allows, type Thing } from '../../shared/domain/access.ts';
import { type Group, newGroup } from '../../shared/domain/group.ts';
import { allowsInGroup, type GroupAct, type GroupThing } from '../../shared/domain/group-access.ts';
import { wasSent, withForm } from '../../shared/domain/group-forms.ts';
import { groupToBeTold } from '../../shared/domain/group-links.ts';
import { withRetry } from '../../shared/domain/group-look.ts';
import { toBeTold } from '../../shared/domain/links.ts';
import { currentPause } from '../../shared/domain/pause.ts';
import { type Language, newcomer, type Person, type PersonId, rulesFor } from '../../shared/domain/person.ts';
import { profileFrom } from '../../shared/domain/profile.ts';
import type { RecipientId } from '../../shared/domain/recipient.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { movesDates } from '../../shared/domain/settings.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { maySetWorkspace, type Workspace } from '../../shared/domain/workspace.ts';
import type { Slack } from '../../shared/slack/slack.ts';
import type { Store } from '../../shared/store/store.ts';
import { type Texts, textsIn } from '../../shared/texts/index.ts';
import { afterTheWriteSeconds, type Wakes } from '../../shared/wakes/wakes.ts';
import { readersOf, refusalOfChannel } from './channels.ts';
import { dataUrl } from './data-link.ts';
import { type Named, namesOf } from './named.ts';

export type VisitDeps = {
  store: Store;
  soon: Wakes['soon'];
  slack: (tenant: string) => Slack;
  now: () => Instant;
  /** Where the app can be reached from outside Slack. Without it there is no page to fetch one's data from. */
  publicUrl?: (() => string | undefined) | undefined;
  /** 32 random bytes in base64url. */
  newToken?: (() => string) | undefined;
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
  group(channel: string, act: GroupAct, thing?: GroupThing, form?: string): Promise<Group | Refusal>;
  /** The group of the channel that Slack says they stand in, whoever they are in it. */
  groupHere(channel: string): Promise<Group>;
  /**
   * The same as `change`, in a group. `form`: the submission; sent again by somebody whom it took what it needs, it has been
   * carried out.
   */
  changeGroup(
    channel: string,
    act: GroupAct,
    decide: (group: Group) => Group | Refusal,
    thing?: GroupThing,
    form?: string,
  ): Promise<Group | Refusal>;
  /** Why a group can't have its agreement in that channel. */
  refusalOfChannel(channel: string): Promise<Refusal | undefined>;
  /** What the workspace decided. */
  workspace: Workspace;
  /** The same as `change`, for those who may decide for the workspace. */
  changeWorkspace(decide: (workspace: Workspace) => Workspace): Promise<Workspace | Refusal>;
  /** Whether they may; Slack is asked who administrates. */
  maySetWorkspace(): Promise<boolean>;
  /** What Slack or the workspace would have them read, had they chosen nothing. */
  spokenLanguage(): Promise<Language>;
  /** Who reads the channel, as far as Slack tells. */
  readersOf(channel: string): Promise<string[] | undefined>;
  /** An address at which this person's data could be fetched; undefined where the app has none. */
  newDataLink?: (() => DataLink) | undefined;
};

export async function visit(deps: VisitDeps, id: PersonId, signal: AbortSignal): Promise<Visit> {
  const now = deps.now();
  const read = async () => known(deps, id, await deps.store.person(id, signal), signal);
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
    const workspace = rulesFor(person);
    const read = (await deps.store.group(group, signal)) ?? { ...newGroup(group, workspace), workspace };
    groups.set(channel, read);
    return read;
  };
  // Read once in a visit: what is decided on it is written only if nobody wrote since.
  const groups = new Map<string, Group>();
  const readers = new Map<string, Promise<string[] | undefined>>();
  const groupOf = async (channel: string) => groups.get(channel) ?? readGroup(channel);

  async function changeGroupOf(
    channel: string,
    act: GroupAct,
    decide: (group: Group) => Group | Refusal,
    thing?: GroupThing,
    form?: string,
  ): Promise<Group | Refusal> {
    const decideIfAllowed = (group: Group) => {
      if (!allowsInGroup(id, group, act, thing))
        return wasSent(group, id, form) ? group : refuse('not-yours');
      const decision = decide(group);
      return isRefusal(decision) || decision === group ? decision : withForm(withRetry(decision), id, form);
    };
    return changeGroup(deps, await groupOf(channel), decideIfAllowed, () => readGroup(channel), signal);
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
    group: async (channel, act, thing, form) => {
      const group = await groupOf(channel);
      const may = allowsInGroup(id, group, act, thing) || wasSent(group, id, form);
      return may ? group : refuse('not-yours');
    },
    groupHere: groupOf,
    ...workspaceOfVisit(deps, person, signal),
    changeGroup: changeGroupOf,
    refusalOfChannel: (channel) => refusalOfChannel(deps, id, channel),
    readersOf: async (channel) => {
      const asked = readers.get(channel) ?? readersOf(deps, id, channel);
      readers.set(channel, asked);
      return asked;
    },
    newDataLink: newDataLink(deps, id),
  };
}

type DataLink = { url: string; token: string };

function newDataLink({ publicUrl, newToken }: VisitDeps, id: PersonId): (() => DataLink) | undefined {
  const url = publicUrl?.();
  if (url === undefined || newToken === undefined) return undefined;
  return () => {
    const token = newToken();
    return { url: dataUrl(url, id, token), token };
  };
}

/** The workspace's settings, as one person may see and change them. */
function workspaceOfVisit(deps: VisitDeps, person: Person, signal: AbortSignal) {
  const workspace = rulesFor(person);
  const ask = () => deps.slack(person.tenant).user(person.user);
  const maySet = async () => maySetWorkspace(workspace, person, (await ask()).isAdmin);
  return {
    workspace,
    maySetWorkspace: maySet,
    async spokenLanguage() {
      return profileFrom(await ask(), workspace, deps.now()).language;
    },
    async changeWorkspace(decide: (workspace: Workspace) => Workspace): Promise<Workspace | Refusal> {
      if (!(await maySet())) return refuse('not-yours');
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const current = await deps.store.workspace(person.tenant, signal);
        const decided = decide(current);
        if (decided === current) return current;
        // Everybody's dates may be others now; before it is written, like every wake.
        if (movesDates(current, decided))
          await deps.soon({ tenant: person.tenant }, afterTheWriteSeconds, signal);
        const saved = await deps.store.saveWorkspace(decided, signal);
        if (saved !== undefined) return saved;
      }
      throw new Error('Others wrote first, every time');
    },
  };
}

/** Others may have written since we read: then the decision is made anew, on what they wrote. */
const attempts = 15;

/** Twelve who all press Save at once find their turn, rather than each other. Milliseconds. */
const pauseBetween = () => 15 + Math.random() * 60;

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

/** The same for a group. */
export async function changeGroup(
  deps: VisitDeps,
  read: Group,
  decide: (group: Group) => Group | Refusal,
  readAgain: () => Promise<Group>,
  signal: AbortSignal,
): Promise<Group | Refusal> {
  const save = (group: Group) => deps.store.saveGroup(groupToBeTold(group), signal);
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
    await new Promise((resolve) => setTimeout(resolve, pauseBetween()));
    signal.throwIfAborted();
    value = await readAgain();
  }
  throw new Error('Others wrote first, every time');
}

/**
 * Slack tells of changed profiles by itself (profile.ts), so only somebody new is asked for. Who acts is there, whatever
 * we had heard.
 */
async function known(
  deps: VisitDeps,
  id: PersonId,
  stored: Person | undefined,
  signal: AbortSignal,
): Promise<Person> {
  if (stored !== undefined && !stored.leaving) return stored.gone ? { ...stored, gone: undefined } : stored;
  const { store, slack, now } = deps;
  const [user, workspace] = await Promise.all([
    slack(id.tenant).user(id.user),
    store.workspace(id.tenant, signal),
  ]);
  const profile = profileFrom(user, workspace, now(), stored?.profile.chosen);
  // Who is being forgotten begins anew: their name was, too.
  return { ...(stored ? { ...stored, profile } : newcomer(id, profile)), workspace };
}
