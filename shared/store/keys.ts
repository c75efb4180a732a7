/**
 * Access patterns, one table:
 *
 * | who            | what                              | how                                             |
 * |----------------|-----------------------------------|-------------------------------------------------|
 * | slack, worker  | everything of one person          | Get pk = `T#<tenant>#P#<user>`, sk = `PERSON`   |
 * | slack, worker  | save a person                     | Put the same, if `version` is as it was read    |
 * | worker, hourly | whose instant passed unnoticed    | Query index `due`, shard = 0…7, wakeAt < t      |
 *
 * Every key begins with the tenant: the enterprise's id when installed for a whole organisation, else the team's.
 */
export const table = { partitionKey: 'pk', sortKey: 'sk' } as const;

/** Sparse: only an item that waits for something has a `shard` and a `wakeAt`. Keys only. */
export const dueIndex = { name: 'due', partitionKey: 'shard', sortKey: 'wakeAt' } as const;

/** The shards keep one hot partition away when everybody's slot is Tuesday at nine. */
export const shards = ['0', '1', '2', '3', '4', '5', '6', '7'] as const;

type PersonId = { tenant: string; user: string };

export const personKey = ({ tenant, user }: PersonId) => ({ pk: `T#${tenant}#P#${user}`, sk: 'PERSON' });

/** The person a partition belongs to. Throws for a key of another form. */
export function parsePersonKey(pk: string): PersonId {
  const [, tenant, user] = /^T#([^#]+)#P#([^#]+)$/.exec(pk) ?? [];
  if (tenant === undefined || user === undefined) throw new Error(`Not a person's partition key: ${pk}`);
  return { tenant, user };
}
