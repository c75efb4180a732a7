import type { ReactNode } from 'react';
import type { Upcoming } from '../../contract.ts';
import { usePage } from '../page-context.ts';
import { useProgram } from './program.ts';
import { said, timeTextsFor } from './texts.ts';
import type { Travel } from './travel.ts';

type Props = { id: string; travel: Travel; onClose: () => void; children: ReactNode };

/** What comes next, to whom and why: each line is a way there. `children`: the other ways through time. */
export function TimePanel({ id, travel, onClose, children }: Props): ReactNode {
  const { state } = usePage();
  const t = timeTextsFor(state.me.locale);
  const program = useProgram();
  const go = ({ at }: Upcoming) => {
    onClose();
    void travel({ instant: at });
  };
  return (
    <section id={id} className="time-panel" aria-labelledby={`${id}-title`}>
      <div className="time-panel-head">
        <h2 id={`${id}-title`}>{t.list}</h2>
        <button type="button" className="icon-button" aria-label={t.close} onClick={onClose}>
          ×
        </button>
      </div>
      <p className="time-panel-hint">{program?.upcoming.length === 0 ? t.nothingHint : t.listHint}</p>
      {program === undefined && <p className="time-panel-hint">{t.loading}</p>}
      <div className="coming-list">
        {program?.own && (
          <>
            <h3>{t.own}</h3>
            <Coming coming={program.own} onGo={go} isOwn />
            <h3>{t.all}</h3>
          </>
        )}
        <ol>
          {program?.upcoming.map((one) => (
            <li key={`${one.at} ${one.conversation}`}>
              <Coming coming={one} onGo={go} />
            </li>
          ))}
        </ol>
      </div>
      <div className="time-panel-foot">{children}</div>
    </section>
  );
}

type ComingProps = { coming: Upcoming; onGo: (coming: Upcoming) => void; isOwn?: boolean };

function Coming({ coming, onGo, isOwn = false }: ComingProps): ReactNode {
  const { state, calendar } = usePage();
  const t = timeTextsFor(state.me.locale);
  const { at, who, conversation, reasons } = coming;
  const isMine = conversation.replace(/^D/, 'U') === state.me.id;
  const className = ['coming', isMine && 'mine', isOwn && 'own'].filter(Boolean).join(' ');
  return (
    <button type="button" className={className} onClick={() => onGo(coming)}>
      <time dateTime={at}>{calendar.moment(at)}</time>{' '}
      <span className="coming-who">
        {who}
        {isMine && ` (${t.you})`}
      </span>{' '}
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
