import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Faults, withFault } from '../faults.ts';
import { currentTrace } from './recorder.ts';

/** An item or a value as DynamoDB's protocol has it: `{S: 'text'}`, `{M: {…}}`. */
type Wired = Record<string, unknown>;

/** What crosses the wire: keys, items in and out. */
export type StoreCall = { input: Wired; output: Wired | undefined };

const faultsOf = new WeakMap<object, Faults>();

/**
 * Records each attempt at the store, inside the SDK's own retries, and cuts it where a fault is armed. Only what belongs to
 * a request or a wake: the playground's own reads are nobody's. A client that serves many worlds is watched once.
 */
export function watchStore(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const trace = currentTrace();
      if (trace === undefined) return next(args);
      const { recorder } = trace;
      const name = String(context['commandName']).replace(/Command$/, '');
      const sent: StoreCall = { input: args.input as Wired, output: undefined };
      const to = idInKey(firstKey(sent.input));
      return recorder.call(
        { kind: 'store', name, sent, to },
        () => withFault(faultsOf.get(recorder)?.take('dynamodb', name), () => next(args)),
        ({ output }) => {
          sent.output = output as object as Wired;
          return { result: 'ok', failed: false };
        },
      );
    },
    { name: 'playgroundInspector', step: 'finalizeRequest', priority: 'low', override: true },
  );
}

/** Whose calls get these faults. */
export function armStore(recorder: object, faults: Faults): void {
  faultsOf.set(recorder, faults);
}

/** The keys that a call is about. */
export function keysOf(input: Wired): Wired[] {
  const { Key, Item, RequestItems } = input as {
    Key?: Wired;
    Item?: Wired;
    RequestItems?: Record<string, { Keys?: Wired[] }>;
  };
  if (Key) return [plain(Key)];
  if (Item) return [plain({ pk: Item['pk'], sk: Item['sk'] })];
  return Object.values(RequestItems ?? {}).flatMap(({ Keys = [] }) => Keys.map(plain));
}

/** The items that a call wrote or read, as they are. */
export function itemsOf({ input, output }: StoreCall): Wired[] {
  const { Item } = input as { Item?: Wired };
  const { Items = [], Responses = {} } = (output ?? {}) as {
    Items?: Wired[];
    Responses?: Record<string, Wired[]>;
  };
  return [...(Item ? [Item] : []), ...Items, ...Object.values(Responses).flat()].map(plain);
}

const firstKey = (input: Wired): string => String(keysOf(input)[0]?.['pk'] ?? '');

/** The person or channel in a partition key (shared/store/keys.ts). */
export const idInKey = (pk: string): string | undefined => pk.split('#')[3];

export const plain = (item: Wired): Wired =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html */
function plainValue(value: unknown): unknown {
  const [[type, inner] = []] = Object.entries((value ?? {}) as Wired);
  if (type === 'N') return Number(inner);
  if (type === 'NULL') return null;
  if (type === 'L') return (inner as unknown[]).map(plainValue);
  if (type === 'M') return plain(inner as Wired);
  return inner;
}
