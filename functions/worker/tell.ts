import { withoutMember } from '../../shared/domain/group-edit.ts';
import { type GroupTelling, groupToBeTold, hearGroup } from '../../shared/domain/group-links.ts';
import { hear } from '../../shared/domain/hear.ts';
import type { Item } from '../../shared/domain/item.ts';
import { type LeavingTelling, type Telling, toBeTold } from '../../shared/domain/links.ts';
import { newcomer, type Person } from '../../shared/domain/person.ts';
import { profileFrom } from '../../shared/domain/profile.ts';
import { itemsIn } from '../../shared/domain/prompt.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import type { Log } from '../../shared/log.ts';
import { type Slack, SlackRefusal } from '../../shared/slack/slack.ts';
import type { Store } from '../../shared/store/store.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { newsMessage } from '../../shared/views/news.ts';
import { promptMessage } from '../../shared/views/prompt.ts';
import { afterTheWriteSeconds, type Wakes } from '../../shared/wakes/wakes.ts';
import { attempts, Contended } from './contended.ts';
import { repaint } from './repaint.ts';

type TellDeps = {
  log: Log;
  store: Store;
  wakes: Wakes;
  slack: (tenant: string) => Slack;
  now: () => Instant;
};

/** What one look has to tell another's item. False where Slack knows nobody (any more) by that id. */
export async function tellOther(
  deps: TellDeps,
  telling: Telling | GroupTelling | LeavingTelling,
): Promise<boolean> {
  if (telling.kind !== 'left') return tellPerson(deps, telling);
  await tellGroup(deps, telling);
  return true;
}

/**
 * Writes into another's item what one look has to tell, and wakes them. Told already, nothing happens: so a look
 * that is repeated repeats it harmlessly.
 */
async function tellPerson(deps: TellDeps, telling: Telling | GroupTelling): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const now = deps.now();
    const person = await listener(deps, telling, now);
    // Whoever tells something to somebody who is leaving is about to forget them.
    if (person === undefined || person.leaving) return person !== undefined;
    const heard = telling.kind === 'group' ? hearGroup(person, telling, now) : hear(person, telling, now);
    if (heard === person) return true;
    // Before it is written, like every wake: it comes when the writing has happened or never will.
    if (attempt === 0) await deps.wakes.soon(person, afterTheWriteSeconds);
    if (await deps.store.save({ ...toBeTold(heard), wakeAt: addSeconds(now, afterTheWriteSeconds) })) {
      const owner = ownerOf(telling);
      if (owner !== undefined) await republish(deps, heard, owner, now);
      return true;
    }
  }
  throw new Contended();
}

function ownerOf(telling: Telling | GroupTelling): string | undefined {
  if (telling.kind === 'group') return telling.link.channel;
  return telling.kind === 'link' ? telling.link.owner : undefined;
}

/** A group whose member is gone: what they kept an eye on is free. */
async function tellGroup(deps: TellDeps, { to, who }: LeavingTelling): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const now = deps.now();
    const group = await deps.store.group(to);
    const after = group && withoutMember(group, who, now);
    if (after === undefined || after === group) return;
    if (attempt === 0) await deps.wakes.soon(to, afterTheWriteSeconds);
    const wakeAt = addSeconds(now, afterTheWriteSeconds);
    if (await deps.store.saveGroup({ ...groupToBeTold(after), wakeAt })) return;
  }
  throw new Contended();
}

/** The latest messages that hold something of the owner's say what has become of it. Left as they are they do no harm. */
async function republish(deps: TellDeps, person: Person, owner: string, now: Instant): Promise<void> {
  const texts = textsIn(person.profile.language);
  const { news, prompt } = person;
  const isAbout = (items: Item[]) => items.some((item) => item.owner === owner);
  if (news && isAbout(news.items)) await repaint(deps, person, news, newsMessage(person, news.items, texts));
  if (prompt && isAbout(itemsIn(prompt)))
    await repaint(deps, person, prompt, promptMessage(person, prompt, now, texts));
}

/** Who is named may be somebody we never met; who is reported to wrote what it is about. */
async function listener(
  deps: TellDeps,
  { to, kind }: Telling | GroupTelling,
  now: Instant,
): Promise<Person | undefined> {
  const stored = await deps.store.person(to);
  if (stored !== undefined || !(kind === 'link' || kind === 'group')) return stored;
  try {
    const user = await deps.slack(to.tenant).user(to.user);
    const person = newcomer(to, profileFrom(user, await deps.store.workspace(to.tenant), now));
    return user.isGone ? { ...person, gone: true } : person;
  } catch (error) {
    if (error instanceof SlackRefusal && error.isFinal) return undefined;
    throw error;
  }
}
