import { hear } from '../../shared/domain/hear.ts';
import type { Item } from '../../shared/domain/item.ts';
import { type Telling, toBeTold } from '../../shared/domain/links.ts';
import { newcomer, type Person } from '../../shared/domain/person.ts';
import { profileFrom } from '../../shared/domain/profile.ts';
import { itemsIn } from '../../shared/domain/prompt.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { workspaceOf } from '../../shared/domain/workspace.ts';
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

/**
 * Writes into another's item what one person's look has to tell, and wakes them. Told already, nothing happens: so a look
 * that is repeated repeats it harmlessly. False where Slack knows nobody (any more) by that id.
 */
export async function tellOther(deps: TellDeps, telling: Telling): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const now = deps.now();
    const person = await listener(deps, telling, now);
    if (person === undefined) return false;
    const heard = hear(person, telling, now);
    if (heard === person) return true;
    // Before it is written, like every wake: it comes when the writing has happened or never will.
    if (attempt === 0) await deps.wakes.soon(person, afterTheWriteSeconds);
    if (await deps.store.save({ ...toBeTold(heard), wakeAt: addSeconds(now, afterTheWriteSeconds) })) {
      if (telling.kind === 'link') await republish(deps, heard, telling.link.owner, now);
      return true;
    }
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
async function listener(deps: TellDeps, { to, kind }: Telling, now: Instant): Promise<Person | undefined> {
  const stored = await deps.store.person(to);
  if (stored !== undefined || kind !== 'link') return stored;
  try {
    const user = await deps.slack(to.tenant).user(to.user);
    const person = newcomer(to, profileFrom(user, workspaceOf(to.tenant), now));
    return user.isGone ? { ...person, gone: true } : person;
  } catch (error) {
    if (error instanceof SlackRefusal && error.isFinal) return undefined;
    throw error;
  }
}
