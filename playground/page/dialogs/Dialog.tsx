import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

type Props = {
  /** Id of the title that names the dialog. */
  titleId: string;
  onEscape: () => void;
  /** A new value moves the focus in again, as when another view comes up in the same dialog. */
  focusOn?: string;
  className?: string;
  children: ReactNode;
};

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/** A modal dialog: the focus goes in, stays in, and returns to where it was. What lies below is `inert`. */
export function Dialog({ titleId, onEscape, focusOn = '', className = '', children }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useReturnFocus();
  useKeys(box, onEscape);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view is the reason to move the focus
  useEffect(() => {
    (box.current?.querySelector<HTMLElement>('[data-focus-on-load]') ?? box.current)?.focus();
  }, [focusOn]);
  useEffect(() => {
    // A button that was disabled or taken away takes the focus with it.
    if (document.activeElement === document.body && !box.current?.closest('[inert]')) box.current?.focus();
  });
  return (
    <div className="shade">
      <div
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        className={`dialog ${className}`}
      >
        {children}
      </div>
    </div>
  );
}

function useReturnFocus(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      // The part below is still inert while this one goes away.
      if (before instanceof HTMLElement) setTimeout(() => before.isConnected && before.focus());
    };
  }, []);
}

/** On the document, so that Escape works even where a vanished button has left the focus nowhere. */
function useKeys(box: RefObject<HTMLDivElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const dialog = box.current;
      if (!dialog || dialog.closest('[inert]')) return;
      if (event.key === 'Escape') onEscape();
      if (event.key === 'Tab') keepInside(dialog, event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [box, onEscape]);
}

function keepInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>(focusable)];
  const at = document.activeElement;
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const outside = !dialog.contains(at) || (event.shiftKey && at === dialog);
  if (at !== edge && !outside) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
