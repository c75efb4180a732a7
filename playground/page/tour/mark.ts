import { useEffect } from 'react';

const mark = 'data-tour-mark';

/** Marks the first of these that can be seen and pressed; the latest, where there are several of a kind. */
export function useMark(selectors: string[]): void {
  const wanted = selectors.join('\n');
  useEffect(() => {
    const place = () => {
      const found = wanted === '' ? undefined : target(wanted.split('\n'));
      for (const old of document.querySelectorAll(`[${mark}]`)) if (old !== found) old.removeAttribute(mark);
      found?.setAttribute(mark, '');
    };
    place();
    // Panels open and lists change without the tour being told.
    const observer = new MutationObserver(place);
    const attributeFilter = ['class', 'inert', 'aria-expanded'];
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter });
    return () => {
      observer.disconnect();
      for (const old of document.querySelectorAll(`[${mark}]`)) old.removeAttribute(mark);
    };
  }, [wanted]);
}

function target(selectors: string[]): HTMLElement | undefined {
  for (const selector of selectors) {
    const seen = [...document.querySelectorAll<HTMLElement>(selector)].findLast(isSeen);
    if (seen) return seen;
  }
  return undefined;
}

const isSeen = (element: HTMLElement): boolean =>
  element.getClientRects().length > 0 && element.closest('[inert]') === null;
