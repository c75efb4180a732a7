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
      aria-keyshortcuts="F6"
      onClick={() => setInspecting(!isOpen)}
    >
      {t.open}
      <span className="inspector-key" aria-hidden="true">
        F6
      </span>
    </button>
  );
}

/** Beside the page on a desk, over it on a phone: what crosses the wires, and faults to put in their way. */
export function Inspector(): ReactNode {
  useF6();
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
    placeInPage(document.querySelector('.inspector-button')).focus();
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

/** Makes room for the panel, and brings the focus in. */
function useBeside(box: { current: HTMLElement | null }): void {
  useEffect(() => {
    document.body.classList.add('inspecting');
    box.current?.focus();
    return () => document.body.classList.remove('inspecting');
  }, [box]);
}

/** F6 moves between the panel and the page, as between panes elsewhere: also where an open modal bars the way to the button. */
function useF6(): void {
  const before = useRef<Element>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const panel = document.querySelector<HTMLElement>('.inspector');
      const at = document.activeElement;
      const isInside = panel?.contains(at) ?? false;
      if (!isInside) before.current = at;
      if (!panel) setInspecting(true);
      else (isInside ? placeInPage(before.current) : panel).focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Where the focus was in the page, if that is still there; else its dialog, or the way in. */
function placeInPage(before: Element | null): HTMLElement {
  const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
  if (isThere && !before.closest('[inert]')) return before;
  return document.querySelector<HTMLElement>('[role=dialog], .inspector-button') ?? document.body;
}
