import { useEffect, useState } from 'react';

const inAddress = () => decodeURIComponent(window.location.hash.slice(1));

/** Who acts is in the address, so that several windows can be several people. */
export function usePerson(): string {
  const [person, setPerson] = useState(inAddress);
  useEffect(() => {
    const changed = () => setPerson(inAddress());
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return person;
}

export function actAs(person: string): void {
  window.location.hash = encodeURIComponent(person);
}
