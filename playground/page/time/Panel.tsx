import type { KeyboardEvent, ReactNode } from 'react';
import type { Upcoming } from '../../contract.ts';
import { usePage } from '../page-context.ts';
import { said, timeTextsFor } from '../time-texts.ts';
import type { Travel } from './travel.ts';
import { useUpcoming } from './upcoming.ts';

type Props = { id: string; travel: Travel; onClose: () => void; children: ReactNode };

/** What comes next, to whom and why: each line is a way there. `children`: the other ways through time. */
export function TimePanel({ id, travel, onClose, children }: Props): ReactNode {
  const { state } = usePage();
  const t = timeTextsFor(state.me.locale);
  const upcoming = useUpcoming();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <section id={id} className="time-panel" aria-labelledby={`${id}-title`} onKeyDown={onKeyDown}>
      <div className="time-panel-head">
        <h2 id={`${id}-title`}>{t.list}</h2>
        <button type="button" className="icon-button" aria-label={t.close} onClick={onClose}>
          ×
        </button>
      </div>
      <p className="time-panel-hint">{upcoming?.length === 0 ? t.nothingHint : t.listHint}</p>
      {upcoming === undefined ? (
        <p className="time-panel-hint">{t.loading}</p>
      ) : (
        <ol className="coming-list">
          {upcoming.map((one) => (
            <li key={`${one.at} ${one.conversation}`}>
              <Coming
                coming={one}
                onGo={() => {
                  onClose();
                  void travel({ instant: one.at });
                }}
              />
            </li>
          ))}
        </ol>
      )}
      <div className="time-panel-foot">{children}</div>
    </section>
  );
}

function Coming({ coming, onGo }: { coming: Upcoming; onGo: () => void }): ReactNode {
  const { state, calendar } = usePage();
  const t = timeTextsFor(state.me.locale);
  const { at, who, conversation, reasons } = coming;
  const isMine = conversation.replace(/^D/, 'U') === state.me.id;
  return (
    <button type="button" className={isMine ? 'coming mine' : 'coming'} onClick={onGo}>
      <time dateTime={at}>{calendar.moment(at)}</time>
      <span className="coming-who">
        {who}
        {isMine && ` (${t.you})`}
      </span>
      {reasons.map((reason) => {
        const { what, why } = said(reason, who, t);
        return (
          <span key={what} className="coming-what">
            {what}
            <span className="coming-why">{why}</span>
          </span>
        );
      })}
    </button>
  );
}
