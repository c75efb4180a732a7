import { type ReactNode, useState } from 'react';
import type { Summary, Trace } from '../../inspect/contract.ts';
import { moveByArrow } from '../arrows.ts';
import { nameOf } from '../names.ts';
import { usePage } from '../page-context.ts';
import { act, useTraffic } from './api.ts';
import { EntryDetail } from './Detail.tsx';
import type { InspectorTexts } from './texts.ts';

type Props = { t: InspectorTexts; text: string; onText: (text: string) => void };

/** All that crossed the wires, the newest first, in groups by what caused it. */
export function TrafficList({ t, text, onText }: Props): ReactNode {
  const { state } = usePage();
  const [kind, setKind] = useState('');
  const [who, setWho] = useState('');
  const traffic = useTraffic({ kind, who, text });
  const everybody = [...state.people, ...state.channels.map(({ id }) => ({ id, name: nameOf(state, id) }))];
  return (
    <>
      <div className="inspector-filter">
        <label>
          {t.kind}
          <select value={kind} onChange={(event) => setKind(event.target.value)}>
            <option value="">{t.allKinds}</option>
            {Object.entries(t.kinds).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.who}
          <select value={who} onChange={(event) => setWho(event.target.value)}>
            <option value="">{t.everybody}</option>
            {everybody.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="inspector-search">
          {t.search}
          <input type="search" value={text} onChange={(event) => onText(event.target.value)} />
        </label>
        <button type="button" className="button" onClick={() => void act('inspect/clear', {})}>
          {t.clear}
        </button>
      </div>
      {traffic?.traces.length === 0 && (
        <p className="inspector-empty">{traffic.recorded === 0 ? t.none : t.noneFits}</p>
      )}
      <ol className="traces" onKeyDown={(event) => moveByArrow(event, event.currentTarget, '.wire-row')}>
        {traffic?.traces.map((trace) => (
          <TraceItem key={trace.id} trace={trace} t={t} />
        ))}
      </ol>
    </>
  );
}

function TraceItem({ trace, t }: { trace: Trace; t: InspectorTexts }): ReactNode {
  const { state, calendar } = usePage();
  const [head] = trace.entries;
  if (head === undefined) return null;
  return (
    <li className="trace">
      <p className="trace-head">
        <strong>{head.who ? nameOf(state, head.who) : t.nobody}</strong>
        <time dateTime={head.virtual}>{calendar.moment(head.virtual)}</time>
      </p>
      <ol>
        {trace.entries.map((entry) => (
          <Row key={entry.n} entry={entry} isHead={entry.n === trace.id} t={t} />
        ))}
      </ol>
    </li>
  );
}

function Row({ entry, isHead, t }: { entry: Summary; isHead: boolean; t: InspectorTexts }): ReactNode {
  const { state } = usePage();
  const [isOpen, setOpen] = useState(false);
  const { kind, name, who, to, result, failed, millis } = entry;
  const other = to !== undefined && to.replace(/^D/, 'U') !== who ? nameOf(state, to) : undefined;
  const outcome = result || t.waiting;
  return (
    <li className={['wire', kind, failed && 'failed', !isHead && 'caused'].filter(Boolean).join(' ')}>
      <button type="button" className="wire-row" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="wire-kind">{t.kinds[kind]}</span>
        <span className="wire-name">
          {name}
          {other && <span className="wire-to"> → {other}</span>}
        </span>
        <span className="wire-result">{outcome}</span>
        <span className="wire-millis">{millis === undefined ? '' : t.millis(millis)}</span>
      </button>
      {isOpen && <EntryDetail key={outcome} entry={entry} t={t} />}
    </li>
  );
}
