import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { moveByArrow } from '../arrows.ts';
import { usePage } from '../page-context.ts';
import { plain } from './mrkdwn.tsx';
import { useAct } from './surface.ts';
import type { Element, Option } from './types.ts';

/** The "⋯" menu: arrows move, Escape closes and gives the focus back. */
export function OverflowMenu({ element, block }: { element: Element; block: string }): ReactNode {
  const { t } = usePage();
  const act = useAct();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const pick = (option: Option) => {
    close();
    void act(block, element, { selected_option: option });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left the menu
    <div
      className="overflow"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        ref={button}
        type="button"
        className="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={element.accessibility_label ?? t.more}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && <Menu options={element.options ?? []} onPick={pick} onClose={close} />}
    </div>
  );
}

type MenuProps = { options: Option[]; onPick: (option: Option) => void; onClose: () => void };

function Menu({ options, onPick, onClose }: MenuProps): ReactNode {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.querySelector('button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // The modal around us would close too.
      event.stopPropagation();
      onClose();
    }
    moveByArrow(event, menu.current);
  };
  return (
    <div className="menu" role="menu" ref={menu} onKeyDown={onKeyDown}>
      {options.map((option) => (
        <button key={option.value} type="button" role="menuitem" onClick={() => onPick(option)}>
          {plain(option.text)}
        </button>
      ))}
    </div>
  );
}
