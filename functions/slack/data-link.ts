import { createHash, timingSafeEqual } from 'node:crypto';
import type { PersonId } from '../../shared/domain/person.ts';

/** A link that opens somebody's data once: whose it is, and a secret of which only a hash is kept. */

export const dataPath = '/data/';

export function dataUrl(publicUrl: string, { tenant, user }: PersonId, token: string): string {
  return `${publicUrl}${dataPath}${tenant}.${user}.${token}`;
}

/** What a path claims; undefined for one that can't be of ours. Tokens are 32 random bytes in base64url. */
export function readDataPath(path: string): (PersonId & { token: string }) | undefined {
  const [, tenant, user, token] =
    /^\/data\/([A-Za-z0-9]{1,20})\.([A-Za-z0-9]{1,20})\.([A-Za-z0-9_-]{43})$/.exec(path) ?? [];
  return tenant && user && token ? { tenant, user, token } : undefined;
}

/** The token is random enough that a plain hash of it can't be guessed back. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function isTokenOf(hash: string, token: string): boolean {
  const [kept, given] = [Buffer.from(hash), Buffer.from(hashOfToken(token))];
  return kept.length === given.length && timingSafeEqual(kept, given);
}
