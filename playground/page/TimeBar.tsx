import { type ReactNode, useRef, useState } from 'react';
import type { NoticeBoard } from './Notices.tsx';
import { useNarrow } from './narrow.ts';
import { usePage } from './page-context.ts';
import { TimePanel } from './time/Panel.tsx';
import { usePlay } from './time/play.ts';
import { said, timeTextsFor } from './time/texts.ts';
import { type Show, useTravel } from './time/travel.ts';

type Props = {
  onMenu: () => void;
  onShow: Show;
  /** The conversation that is on the screen. */
  shown: string | undefined;
  tell: NoticeBoard['tell'];
};

const panelId = 'time-panel';

/** The virtual clock: what time it is, what comes next, and how to get there. On a phone most of it lies in the panel. */
export function TimeBar({ onMenu, onShow, shown, tell }: Props): ReactNode {
  const { state, t, calendar } = usePage();
  const words = timeTextsFor(state.me.locale);
  const travel = useTravel({ tell, show: onShow, shown });
  const play = usePlay(travel, () => tell(words.ended));
  const panel = usePanel();
  const isNarrow = useNarrow();
  const button = (label: string, onClick: () => void, isDisabled = false, className = '') => (
    <button
      type="button"
      className={`time-button ${className}`}
      disabled={isDisabled}
      onClick={() => {
        panel.close();
        onClick();
      }}
    >
      {label}
    </button>
  );
  const hasNext = state.next !== undefined;
  const ways = (
    <>
      {button(play.isPlaying ? words.stop : words.play, play.toggle, !(hasNext || play.isPlaying))}
      {button(words.day, () => void travel('day'))}
      {button(words.week, () => void travel('week'))}
    </>
  );
  return (
    <section
      className="timebar"
      aria-label={t.time}
      onKeyDown={({ key }) => {
        if (key === 'Escape') panel.close();
      }}
    >
      <MenuButton onMenu={onMenu} />
      <p className="clock">
        <span className="clock-time">{calendar.time(state.now)}</span>
        <span className="clock-day">{(isNarrow ? calendar.shortDay : calendar.longDay)(state.now)}</span>
      </p>
      <button
        ref={panel.opener}
        type="button"
        className="upcoming"
        aria-expanded={panel.isOpen}
        aria-controls={panelId}
        onClick={panel.toggle}
      >
        <Next />
      </button>
      <div className="time-buttons">
        {isNarrow && play.isPlaying
          ? button(words.stop, play.toggle, false, 'main')
          : button(words.next, () => void travel('next'), !hasNext, 'main')}
        {!isNarrow && ways}
      </div>
      {panel.isOpen && (
        <TimePanel id={panelId} travel={travel} onClose={panel.close}>
          {isNarrow && ways}
          {button(words.end, () => void travel('end'), !hasNext)}
        </TimePanel>
      )}
    </section>
  );
}

/** What opens and closes by its button, which has the focus again when it closes. */
function usePanel() {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    if (isOpen) opener.current?.focus();
    setOpen(false);
  };
  return { isOpen, opener, close, toggle: () => setOpen(!isOpen) };
}

/** When something is next, who gets it and what it is. */
function useNext(): { when: string; who: string; what: string } | undefined {
  const { state, calendar } = usePage();
  const { next } = state;
  if (next === undefined) return undefined;
  const [reason] = next.reasons;
  const { what } = reason ? said(reason, next.who, timeTextsFor(state.me.locale)) : { what: '' };
  return { when: calendar.moment(next.at), who: next.who, what };
}

function Next(): ReactNode {
  const { state } = usePage();
  const words = timeTextsFor(state.me.locale);
  const next = useNext();
  return (
    <>
      <span className="upcoming-text">
        {next ? (
          <>
            {words.upcoming}: <strong>{next.when}</strong> · {next.who} · {next.what}
          </>
        ) : (
          words.nothing
        )}
      </span>
      <span aria-hidden="true">▾</span>
    </>
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
