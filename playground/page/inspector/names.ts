import type { State } from '../../contract.ts';

/** The name of a person or a channel, by its id; of a direct message, whose it is. */
export function nameOf({ people, channels }: State, id: string): string {
  const person = people.find((one) => one.id === id.replace(/^D/, 'U'));
  const channel = channels.find((one) => one.id === id);
  return person?.name ?? (channel ? `#${channel.name}` : id);
}
