import type { ReactNode } from 'react';

/** Initials on a colour of the person's own; the name stands beside it, so it is decoration. */
export function Avatar({ id, name }: { id: string; name: string }): ReactNode {
  const initials = name
    .split(/\s+/)
    .filter((_, index, parts) => index === 0 || index === parts.length - 1)
    .map((part) => part.charAt(0))
    .join('');
  return (
    <span className={`avatar ${id === 'app' ? 'of-app' : `hue-${hueOf(id)}`}`} aria-hidden="true">
      {initials}
    </span>
  );
}

const hueOf = (id: string): number => [...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 6;
