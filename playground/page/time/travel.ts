import { useEffect, useState } from 'react';
import type { Happened, Requests, State } from '../../contract.ts';
import type { NoticeBoard } from '../Notices.tsx';
import { nameOf } from '../names.ts';
import { usePage } from '../page-context.ts';
import { type TimeTexts, timeTextsFor } from './texts.ts';

export type Destination = Requests['time']['to'];
/** Shows what somebody can read there, with their eyes. */
export type Show = (person: string, conversation: string) => void;
type Seeing = {
  tell: NoticeBoard['tell'];
  show: Show;
  /** The conversation that is on the screen. */
  shown: string | undefined;
};
export type Travel = (to: Destination) => Promise<boolean>;

/** Moves the clock, and says who got what on the way. False when nothing moved. */
export function useTravel({ tell, show, shown }: Seeing): Travel {
  const { state, calendar, post } = usePage();
  const [left, setLeft] = useState<{ at: string }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an arrival is the only reason to tell
  useEffect(() => {
    if (left === undefined) return;
    const t = timeTextsFor(state.me.locale);
    const came = state.happened.filter(({ at }) => at > left.at);
    const latest = latestFor(came, state.me.id);
    if (latest === undefined) return tell(t.nobody(calendar.moment(state.now)));
    const told = sentence(latest, state, t);
    const text = came.length > 1 ? `${t.more(came.length)} ${told}` : told;
    const { conversation, readers } = latest;
    const isMine = readers.includes(state.me.id);
    if (isMine && conversation === shown) return tell(text);
    const viewer = isMine ? state.me.id : (readers[0] ?? state.me.id);
    const label = isMine ? t.show : t.showAs(nameOf(state, viewer));
    tell(text, { label, run: () => show(viewer, conversation) });
  }, [left]);
  return async (to) => {
    const at = state.now;
    const isMoved = await post('time', { to });
    // The page has the new state by now; what is told is told of that one.
    if (isMoved) setLeft({ at });
    return isMoved;
  };
}

/** What one can read oneself comes first. */
const latestFor = (came: Happened[], me: string): Happened | undefined =>
  came.findLast(({ readers }) => readers.includes(me)) ?? came.at(-1);

function sentence({ who, conversation, readers, text }: Happened, { me }: State, t: TimeTexts): string {
  const isDirect = readers.length === 1 && conversation.startsWith('D');
  if (!isDirect) return t.inChannel(who, text);
  return readers[0] === me.id ? t.youGot(text) : t.came(who, text);
}
