import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Conversation, Mark } from '../contract.ts';
import { Avatar } from './Avatar.tsx';
import { moveByArrow } from './arrows.ts';
import { homeTab } from './Home.tsx';
import { InspectorButton } from './inspector/Inspector.tsx';
import { usePage } from './page-context.ts';
import { actAs } from './person.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';

type Props = {
  selected: string | undefined;
  onSelect: (id: string) => void;
  open: boolean;
  onClose: () => void;
  /** What stands below the conversations. */
  children: ReactNode;
};

/** Company, acting person and conversations. On a phone it lies behind the menu button. */
export function Sidebar({ selected, onSelect, open, onClose, children }: Props): ReactNode {
  const { state, t } = usePage();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('.sidebar-close')?.focus();
    return () => document.querySelector<HTMLElement>('.menu-button')?.focus();
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (open && event.key === 'Escape') onClose();
    moveByArrow(event, box.current, '.conversation');
  };
  const of = (kind: Conversation['kind']) => state.conversations.filter((one) => one.kind === kind);
  return (
    <>
      {open && (
        <button
          type="button"
          className="sidebar-shade"
          tabIndex={-1}
          aria-label={t.closeMenu}
          onClick={onClose}
        />
      )}
      <nav
        ref={box}
        className={open ? 'sidebar open' : 'sidebar'}
        aria-label={t.company}
        onKeyDown={onKeyDown}
      >
        <div className="company">
          <span>{t.company}</span>
          <button type="button" className="sidebar-close" aria-label={t.closeMenu} onClick={onClose}>
            ×
          </button>
        </div>
        <ActAs />
        <ConversationList title={t.apps} list={of('dm')} selected={selected} onSelect={onSelect} />
        <ConversationList title={t.channels} list={of('channel')} selected={selected} onSelect={onSelect} />
        {children}
        <InspectorButton />
        <ThemeSwitch />
      </nav>
    </>
  );
}

function ActAs(): ReactNode {
  const { state, t } = usePage();
  const { me, people } = state;
  return (
    <div className="act-as">
      <label htmlFor="act-as">{t.actAs}</label>
      <div className="act-as-chooser">
        <div className="act-as-face" aria-hidden="true">
          <Avatar id={me.id} name={me.name} />
          <span>
            <strong>{me.name}</strong>
            <span className="role">{me.role}</span>
          </span>
        </div>
        {/* Native, so that it opens well everywhere; it lies unseen over the face above. */}
        <select id="act-as" value={me.id} onChange={(event) => actAs(event.target.value)}>
          {people.map(({ id, name, role }) => (
            <option key={id} value={id}>
              {name} – {role}
            </option>
          ))}
        </select>
      </div>
      <a href={`#${encodeURIComponent(me.id)}`} target="_blank" rel="noreferrer">
        {t.newWindow}
      </a>
    </div>
  );
}

type ListProps = {
  title: string;
  list: Conversation[];
  selected: string | undefined;
  onSelect: Props['onSelect'];
};

function ConversationList({ title, list, selected, onSelect }: ListProps): ReactNode {
  const { t } = usePage();
  if (list.length === 0) return null;
  return (
    <section className="conversations">
      <h2>{title}</h2>
      <ul>
        {list.map(({ id, name, kind, marks, unread }) => (
          <li key={id}>
            <button
              type="button"
              className={['conversation', unread > 0 && 'unread', ...marks].filter(Boolean).join(' ')}
              aria-current={id === selected ? 'page' : undefined}
              data-id={id}
              onClick={() => onSelect(id)}
            >
              <span className="conversation-name">
                {displayName(kind, name)}
                <Marks of={marks} />
              </span>
              {unread > 0 && (
                <span className="badge">
                  <span aria-hidden="true">{unread}</span>
                  <span className="visually-hidden">{t.unread(unread)}</span>
                </span>
              )}
            </button>
            {kind === 'dm' && <HomeTab isSelected={selected === homeTab} onSelect={onSelect} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The other tab of the app, where Slack has it beside the messages. */
function HomeTab({ isSelected, onSelect }: { isSelected: boolean; onSelect: Props['onSelect'] }): ReactNode {
  const { t } = usePage();
  return (
    <button
      type="button"
      className="conversation home-tab"
      aria-current={isSelected ? 'page' : undefined}
      onClick={() => onSelect(homeTab)}
    >
      <span className="conversation-name">{t.home}</span>
    </button>
  );
}

/** In words: a lock or a grey letter is not seen by everybody. */
export function Marks({ of }: { of: Mark[] }): ReactNode {
  const { t } = usePage();
  if (of.length === 0) return null;
  return <span className="marks"> {of.map((mark) => t.marks[mark]).join(' · ')}</span>;
}

export const displayName = (kind: Conversation['kind'], name: string): string =>
  kind === 'channel' ? `# ${name.replace(/^#/, '')}` : name;
