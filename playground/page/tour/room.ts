import { type RefObject, useEffect } from 'react';

/** Tells the styles how high the card is, so that on a phone the page ends above it instead of under it. */
export function useRoom(card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = card;
    const root = document.documentElement;
    if (current === null) return;
    const observer = new ResizeObserver(() =>
      root.style.setProperty('--tour-height', `${Math.ceil(current.getBoundingClientRect().height)}px`),
    );
    observer.observe(current);
    root.classList.add('has-tour');
    return () => {
      observer.disconnect();
      root.classList.remove('has-tour');
    };
  }, [card]);
}
