import type { KeyboardEvent } from 'react';

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys go through the buttons of a list, from its last to its first. Says whether the key was one of them. */
export function moveByArrow(event: KeyboardEvent, list: HTMLElement | null, buttons = 'button'): boolean {
  const step = steps[event.key];
  const stops = [...(list?.querySelectorAll<HTMLElement>(buttons) ?? [])];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (step === undefined || at === -1) return false;
  event.preventDefault();
  stops.at((at + step) % stops.length)?.focus();
  return true;
}
