import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { usePage } from '../page-context.ts';
import { Faults } from './Faults.tsx';
import { setInspecting, useInspecting } from './open.ts';
import { TrafficList } from './Traffic.tsx';
import { type InspectorTexts, inspectorTexts } from './texts.ts';
import { Where } from './Where.tsx';

const tabs = ['traffic', 'where', 'faults'] as const;
type Tab = (typeof tabs)[number];

/** The way in, in the sidebar. */
export function InspectorButton(): ReactNode {
  const t = inspectorTexts(usePage().state.me.locale);
  const isOpen = useInspecting();
  return (
    <button
      type="button"
      className="inspector-button"
      aria-expanded={isOpen}
      onClick={() => setInspecting(!isOpen)}
    >
      <span aria-hidden="true">{'{ }'}</span> {t.open}
    </button>
  );
}

/** Beside the page on a desk, over it on a phone: what crosses the wires, and faults to put in their way. */
export function Inspector(): ReactNode {
  return useInspecting() ? <Panel /> : null;
}

function Panel(): ReactNode {
  const { state } = usePage();
  const t = inspectorTexts(state.me.locale);
  const [tab, setTab] = useState<Tab>('traffic');
  const [text, setText] = useState('');
  const box = useRef<HTMLElement>(null);
  useBeside(box);
  const close = () => {
    setInspecting(false);
    document.querySelector<HTMLElement>('.inspector-button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What is pressed in here is none of an open modal's.
    if (event.key !== 'F6') event.stopPropagation();
    if (event.key === 'Escape') close();
  };
  const find = (words: string) => {
    setText(words);
    setTab('traffic');
  };
  return (
    <aside
      ref={box}
      className="inspector"
      aria-labelledby="inspector-title"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="inspector-head">
        <h2 id="inspector-title">{t.title}</h2>
        <button type="button" className="icon-button" aria-label={t.close} onClick={close}>
          ×
        </button>
      </header>
      <Tabs t={t} tab={tab} onTab={setTab} />
      <div
        className="inspector-body"
        role="tabpanel"
        id="inspector-panel"
        aria-labelledby={`inspector-${tab}`}
      >
        {tab === 'traffic' && <TrafficList t={t} text={text} onText={setText} />}
        {tab === 'where' && <Where t={t} onFind={find} />}
        {tab === 'faults' && <Faults t={t} />}
      </div>
    </aside>
  );
}

function Tabs({ t, tab, onTab }: { t: InspectorTexts; tab: Tab; onTab: (tab: Tab) => void }): ReactNode {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] ?? tab;
    onTab(next);
    document.getElementById(`inspector-${next}`)?.focus();
  };
  return (
    <div className="inspector-tabs" role="tablist" aria-label={t.title} onKeyDown={onKeyDown}>
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`inspector-${name}`}
          aria-selected={name === tab}
          aria-controls="inspector-panel"
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {t.tabs[name]}
        </button>
      ))}
    </div>
  );
}

/** Makes room for the panel, brings the focus in, and lets F6 move between it and the page, as between panes elsewhere. */
function useBeside(box: { current: HTMLElement | null }): void {
  useEffect(() => {
    document.body.classList.add('inspecting');
    box.current?.focus();
    const before = { focus: undefined as HTMLElement | undefined };
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const at = document.activeElement as HTMLElement | null;
      const isInside = box.current?.contains(at);
      const dialog = document.querySelector<HTMLElement>('[role=dialog]');
      if (!isInside) before.focus = at ?? undefined;
      const other = before.focus?.isConnected ? before.focus : dialog;
      (isInside ? (other ?? document.querySelector<HTMLElement>('.page button')) : box.current)?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.body.classList.remove('inspecting');
      document.removeEventListener('keydown', onKey);
    };
  }, [box]);
}
