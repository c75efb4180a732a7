/**
 * Access patterns, one table:
 *
 * | who            | what                              | how                                             |
 * |----------------|-----------------------------------|-------------------------------------------------|
 * | slack, worker  | everything of one person          | BatchGet pk = `T#<tenant>#P#<user>`, sk = `PERSON` |
 * | slack, worker  | save a person                     | Put the same, if `version` is as it was read    |
 * | worker         | forget a person                   | Delete the same, if `version` is as it was read |
 * | slack, worker  | everything of one group           | BatchGet pk = `T#<tenant>#C#<channel>`, sk = `GROUP` |
 * | slack, worker  | save a group                      | Put the same, if `version` is as it was read    |
 * | with each read | what the workspace decided        | the same BatchGet: pk = `T#<tenant>`, sk = `WORKSPACE` |
 * | slack          | save it                           | Put, if `version` is as it was read             |
 * | worker         | who of a workspace waits          | Query index `due`, shard = 0…7, all             |
 * | worker, hourly | whose instant passed unnoticed    | Query index `due`, shard = 0…7, wakeAt < t      |
 *
 * Every key begins with the tenant: the enterprise's id when installed for a whole organisation, else the team's.
 */
export const table = { partitionKey: 'pk', sortKey: 'sk' } as const;

/** Sparse: only an item that waits for something has a `shard` and a `wakeAt`. Keys only. */
export const dueIndex = { name: 'due', partitionKey: 'shard', sortKey: 'wakeAt' } as const;

/** The shards keep one hot partition away when everybody's slot is Tuesday at nine. */
export const shards = ['0', '1', '2', '3', '4', '5', '6', '7'] as const;

export function shardOf(id: string): string {
  const sum = [...id].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return shards[sum % shards.length] ?? shards[0];
}

type PersonId = { tenant: string; user: string };
type GroupId = { tenant: string; channel: string };

export const personKey = ({ tenant, user }: PersonId) => ({ pk: `T#${tenant}#P#${user}`, sk: 'PERSON' });
export const groupKey = ({ tenant, channel }: GroupId) => ({ pk: `T#${tenant}#C#${channel}`, sk: 'GROUP' });

export const workspaceKey = (tenant: string) => ({ pk: `T#${tenant}`, sk: 'WORKSPACE' });

/** Whose partition it is. Throws for a key of another form. */
export function parseKey(pk: string): PersonId | GroupId {
  const [, tenant, kind, id] = /^T#([^#]+)#([PC])#([^#]+)$/.exec(pk) ?? [];
  if (tenant === undefined || id === undefined) throw new Error(`Not a recipient's partition key: ${pk}`);
  return kind === 'P' ? { tenant, user: id } : { tenant, channel: id };
}
