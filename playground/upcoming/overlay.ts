import type { Store } from '../../shared/store/store.ts';

/** A store on top of another: it reads what is there, and keeps to itself what is written. */
export function overlay(store: Store): Store {
  const people = copiesOf(store.person, ({ user }) => user);
  const groups = copiesOf(store.group, ({ channel }) => channel);
  const workspaces = copiesOf(store.workspace, (tenant) => tenant);
  return {
    person: people.read,
    save: (person) => people.write(person, person),
    forget: (person) => people.forget(person, person),
    group: groups.read,
    saveGroup: (group) => groups.write(group, group),
    workspace: async (tenant) => (await workspaces.read(tenant)) ?? store.workspace(tenant),
    saveWorkspace: (workspace) => workspaces.write(workspace.tenant, workspace),
    overdue: async () => [],
    waiting: (tenant) => store.waiting(tenant),
  };
}

/** One kind of item, with the store's own rule: written only if nobody else has since it was read. */
function copiesOf<Id, T extends { version: number }>(
  readReal: (id: Id) => Promise<T | undefined>,
  keyOf: (id: Id) => string,
) {
  const copies = new Map<string, T | undefined>();
  const read = async (id: Id): Promise<T | undefined> => {
    const key = keyOf(id);
    if (!copies.has(key)) copies.set(key, await readReal(id));
    return copies.get(key);
  };
  const isUnchanged = async (id: Id, { version }: T) => ((await read(id))?.version ?? 0) === version;
  return {
    read,
    async write(id: Id, value: T): Promise<T | undefined> {
      if (!(await isUnchanged(id, value))) return undefined;
      const saved = { ...value, version: value.version + 1 };
      copies.set(keyOf(id), saved);
      return saved;
    },
    async forget(id: Id, value: T): Promise<boolean> {
      if (!(await isUnchanged(id, value))) return false;
      copies.set(keyOf(id), undefined);
      return true;
    },
  };
}
