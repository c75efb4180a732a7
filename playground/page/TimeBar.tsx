import type { ReactNode } from 'react';
import type { Requests } from '../contract.ts';
import type { NoticeBoard } from './Notices.tsx';
import { usePage } from './page-context.ts';
import { actAs } from './person.ts';

type Props = { onRestart: () => void; onMenu: () => void; tell: NoticeBoard['tell'] };

/** The virtual clock: what time it is, what comes next, and how to get there. */
export function TimeBar({ onRestart, onMenu, tell }: Props): ReactNode {
  const { state, t, calendar, post } = usePage();
  const [next] = state.upcoming;
  const go = async (to: Requests['time']['to']) => {
    const arrived = await post('time', { to });
    if (arrived && to === 'next' && next) announce(next.at, next.who);
  };
  /** The event may well concern somebody else: say so, and offer to see it with their eyes. */
  const announce = (at: string, who: string) => {
    const other = state.people.find(({ name, id }) => name === who && id !== state.me.id);
    const action = other && { label: t.switchTo(other.name), run: () => actAs(other.id) };
    tell(t.nowIs(calendar.moment(at), who), action);
  };
  return (
    <section className="timebar" aria-label={t.time}>
      <MenuButton onMenu={onMenu} />
      <p className="clock">
        <span className="clock-time">{calendar.time(state.now)}</span>
        <span className="clock-day">{calendar.longDay(state.now)}</span>
      </p>
      <p className="upcoming">
        {next ? (
          <>
            {t.upcoming}: <strong>{calendar.moment(next.at)}</strong> · {next.who}
          </>
        ) : (
          t.nothingUpcoming
        )}
      </p>
      <div className="time-buttons">
        <button type="button" className="time-button main" disabled={!next} onClick={() => go('next')}>
          {t.next}
        </button>
        <button type="button" className="time-button" onClick={() => go('day')}>
          {t.day}
        </button>
        <button type="button" className="time-button" onClick={() => go('week')}>
          {t.week}
        </button>
        <button type="button" className="time-button quiet" onClick={onRestart}>
          {t.restart}
        </button>
      </div>
    </section>
  );
}

/** On a phone the sidebar lies behind it, so it says when something unread does too. */
function MenuButton({ onMenu }: Pick<Props, 'onMenu'>): ReactNode {
  const { state, t } = usePage();
  const unread = state.conversations.reduce((sum, conversation) => sum + conversation.unread, 0);
  return (
    <button
      type="button"
      className={unread > 0 ? 'menu-button has-unread' : 'menu-button'}
      aria-label={unread > 0 ? `${t.menu}, ${t.unread(unread)}` : t.menu}
      onClick={onMenu}
    >
      ☰
    </button>
  );
}
