import { useEffect, useState } from 'react';

/** As in the styles: a phone. */
const query = '(max-width: 640px)';

/** Whether the page is as narrow as a phone, also after it was turned. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const changed = () => setNarrow(media.matches);
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, []);
  return isNarrow;
}
