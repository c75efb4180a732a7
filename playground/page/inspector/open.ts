import { useSyncExternalStore } from 'react';

/** Whether the inspector is open: asked by its button in the sidebar, by itself, and by nobody else. */
let isOpen = false;
const listeners = new Set<() => void>();

export function setInspecting(open: boolean): void {
  isOpen = open;
  for (const listener of listeners) listener();
}

export function useInspecting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOpen,
  );
}
