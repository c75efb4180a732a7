import { useEffect, useRef, useState } from 'react';
import { usePage } from '../page-context.ts';
import type { Travel } from './travel.ts';

/** Long enough to read what came, and to press what it offers. */
const pauseMillis = 4000;

/**
 * Event after event, with a pause so that one can follow. It waits while somebody has a form open, and stops when nothing
 * more comes.
 */
export function usePlay(travel: Travel, onEnd: () => void) {
  const { state } = usePage();
  const [isPlaying, setPlaying] = useState(false);
  const hasNext = state.next !== undefined;
  const isWaiting = state.views.length > 0;
  const latest = useRef({ travel, hasNext, onEnd });
  latest.current = { travel, hasNext, onEnd };
  const pause = useRef(0);
  useEffect(() => {
    if (!isPlaying || isWaiting) return;
    const step = async () => {
      const { travel: go, hasNext: isLeft, onEnd: end } = latest.current;
      const isMoved = isLeft && (await go('next'));
      pause.current = pauseMillis;
      if (isMoved) timer = setTimeout(() => void step(), pauseMillis);
      else setPlaying(false);
      if (!isLeft) end();
    };
    let timer = setTimeout(() => void step(), pause.current);
    return () => clearTimeout(timer);
  }, [isPlaying, isWaiting]);
  const toggle = () => {
    pause.current = 0;
    setPlaying(!isPlaying);
  };
  return { isPlaying, toggle };
}
