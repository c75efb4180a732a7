import type { Texts } from '../texts/index.ts';
import type { Piece } from './blocks.ts';
import { type ThingMetadata, thingValue } from './metadata.ts';

/** What several of a group's modals have in common. */

/** Stands for the id where something is about no more than the group itself. */
export const noId = '-';

export const groupValue = (channel: string, id = noId): string => thingValue(channel, id);

export const groupMetadata = (channel: string, id = noId): ThingMetadata => ({ owner: channel, id });

/** `@A, @B and @C`; where it would be more than `most`, `@A, @B and 5 others`. */
export function peoplePieces(users: string[], { group: t }: Texts, most = users.length): Piece[] {
  const named: Piece[] = users.slice(0, most).map((user) => ({ user }));
  const left = users.length - named.length;
  const all = left > 0 ? [...named, t.others(left)] : named;
  return all.flatMap((piece, index) => [
    ...(index === 0 ? [] : [index === all.length - 1 ? ` ${t.and} ` : ', ']),
    piece,
  ]);
}
