/** Whom an item has told what: one print for each user. What was told and then changed is told again. */
export type Ledger = { user: string; told: string }[];

/** What somebody should know now, as it is compared. `isEmpty`: there is nothing (any more). */
export type Entry = { user: string; print: string; isEmpty: boolean };

/** Differs from all that somebody may have heard: they are told, whatever it is by then. */
const untold = '';

/** Who is to know something else than they were told last. Who never heard of anything need not hear that there is nothing. */
export function staleIn(ledger: Ledger = [], entries: Entry[]): string[] {
  return entries
    .filter(({ user, print, isEmpty }) => {
      const before = ledger.find((known) => known.user === user)?.told;
      return before === undefined ? !isEmpty : before !== print;
    })
    .map(({ user }) => user);
}

/** Those users marked as not told: a look may tell them and die, and the next act undo it all. */
export function withUntold(ledger: Ledger = [], users: string[]): Ledger {
  const others = ledger.filter(({ user }) => !users.includes(user));
  return [...others, ...users.map((user) => ({ user, told: untold }))];
}

export function untoldIn(ledger: Ledger = []): string[] {
  return ledger.filter(({ told }) => told === untold).map(({ user }) => user);
}

/** After they were told. Who was told that there is nothing more is forgotten. */
export function withToldOf(ledger: Ledger = [], entries: Entry[]): Ledger {
  const told = new Map(ledger.map((known) => [known.user, known.told]));
  for (const { user, print, isEmpty } of entries) {
    if (isEmpty) told.delete(user);
    else told.set(user, print);
  }
  return [...told].map(([user, what]) => ({ user, told: what }));
}
