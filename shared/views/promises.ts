import type { Commitment } from '../domain/commitment.ts';
import { openCommitments } from '../domain/commitments.ts';
import { type Group, memberOf } from '../domain/group.ts';
import type { PlainDate } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import type { Piece } from './blocks.ts';
import { oneLine, shortened } from './cut.ts';
import { list, type Part } from './post.ts';

/** What the members of a group promised each other, as the channel reads it. */

/** All that can be open at a time must fit. */
const mostLetters = 130;
const mostClosed = 4;

/** Who does what by when; on `today` some should have been done. Their owners are called by it. */
export function openPromises(group: Group, title: string, today: PlainDate, texts: Texts): Part[] {
  return list(
    title,
    openCommitments(group).map((promise) => openPromise(promise, today, texts)),
  );
}

function openPromise({ text, owner, due }: Commitment, today: PlainDate, texts: Texts): Piece[] {
  const t = texts.channel.promises;
  const when = due < today ? t.overdue(due) : t.due(due);
  return owner === undefined
    ? [`${words(text)} – ${when}, ${t.nobody}`]
    : [`${words(text)} – `, { user: owner }, `, ${when}`];
}

/** What was done, or let go of, from that date on: the latest. Nobody is called by it. */
export function closedPromises(group: Group, since: PlainDate, texts: Texts): Part[] {
  const t = texts.channel.promises;
  const closed = group.commitments.filter(({ saidOn }) => saidOn !== undefined && saidOn >= since);
  return (['done', 'dropped'] as const).flatMap((state) => {
    const all = closed.filter((promise) => promise.state === state);
    const shown = all.slice(-mostClosed).map((promise) => closedPromise(group, promise));
    const rest = all.length - shown.length;
    return list(t[state], [...shown, ...(rest > 0 ? [[texts.channel.more(rest)]] : [])]);
  });
}

function closedPromise(group: Group, { text, owner, said }: Commitment): Piece[] {
  const name = memberOf(group, owner)?.name;
  const by = name === undefined ? words(text) : `${words(text)} – ${nameOf(name)}`;
  return [said === undefined ? by : `${by}: ${words(said)}`];
}

const words = (text: string) => shortened(oneLine(text), mostLetters);

/** A name as it stands in a line. */
export const nameOf = (name: string) => shortened(oneLine(name), 40);
