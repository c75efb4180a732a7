import type { Group, GroupAgreement } from '../domain/group.ts';
import { isGroupResting, isTimeToEnd, nextRound } from '../domain/group-agenda.ts';
import { groupPause } from '../domain/group-edit.ts';
import { isOpenRound } from '../domain/round.ts';
import { type Instant, localTime } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';

/** Where a group stands: its open round or the next one, or why there is none. */
export function groupStatus(group: Group, now: Instant, texts: Texts): string {
  const t = texts.group.view;
  const { agreement, round } = group;
  if (agreement === undefined) return t.nothing;
  const { ending } = agreement;
  if (ending !== undefined) return ending.how === 'closed' ? t.closed(ending.on) : t.stopped(ending.on);
  const open = isOpenRound(round) ? [t.open(localTime(round.closesAt, group.zone))] : [];
  const blocked = group.blocked === undefined ? [] : [t.blocked];
  return [...blocked, ...open, ...whatIsNext(group, agreement, now, texts)].join(' ');
}

function whatIsNext(group: Group, agreement: GroupAgreement, now: Instant, { group: { view: t } }: Texts) {
  const pause = groupPause(group, now);
  const paused = pause === undefined ? [] : [t.paused(pause.until)];
  if (isGroupResting(agreement)) return [...paused, t.resting];
  const next = nextRound(group, now);
  if (next !== undefined) {
    const moment = localTime(next.place.opens, group.zone);
    return [...paused, next.kind === 'closing' ? t.nextClosing(moment) : t.next(moment)];
  }
  if (isOpenRound(group.round)) return paused;
  return [...paused, t.lastDone, ...(isTimeToEnd(group, now) ? [t.timeToEnd] : [])];
}
