import type { Detail, Summary } from './contract.ts';
import { bodyOf, payloadOf, unfold } from './payloads.ts';
import type { Entry } from './recorder.ts';
import { itemsOf, keysOf, type StoreCall } from './store.ts';

/** An entry as the list shows it. */
export function summaryOf(entry: Entry): Summary {
  const { n, kind, name, wallMillis, virtual, who, to, result, failed, millis } = entry;
  return {
    ...{ n, kind, name, virtual, result, failed },
    at: new Date(wallMillis).toISOString(),
    ...(who === undefined ? {} : { who }),
    ...(to === undefined ? {} : { to }),
    ...(millis === undefined ? {} : { millis }),
  };
}

/**
 * An entry with all that was sent and answered, readable. The content of items only with `vault`: the store is the one place
 * where what people wrote may stand. `url`: where the app's requests can be sent once more.
 */
export function detailOf(entry: Entry, vault: boolean, url: string): Detail {
  const summary = summaryOf(entry);
  const { kind, sent, answered } = entry;
  if (kind === 'store') return { summary, ...storeParts(sent as StoreCall, vault) };
  if (kind !== 'request') return { summary, sent: unfold(sent), answered: unfold(answered) };
  const { headers = {} } = sent as { headers?: Record<string, string> };
  return {
    summary,
    sent: { headers, body: unfold(payloadOf(sent)) },
    answered: unfold(answered),
    ...('x-slack-signature' in headers ? { curl: curlOf(headers, bodyOf(sent), url) } : {}),
  };
}

function storeParts(call: StoreCall, vault: boolean): Pick<Detail, 'sent' | 'answered'> {
  const { ConditionExpression, KeyConditionExpression, IndexName } = call.input as Record<string, unknown>;
  const items = itemsOf(call);
  const keys = keysOf(call.input);
  const sent = {
    ...(keys.length === 0 ? {} : { keys }),
    ...(IndexName === undefined ? {} : { IndexName, KeyConditionExpression }),
    ...(ConditionExpression === undefined ? {} : { ConditionExpression }),
  };
  return { sent, answered: vault ? items : items.map(sizes) };
}

/** The names of an item's attributes, and how many bytes of JSON each holds. */
function sizes(item: Record<string, unknown>): Record<string, unknown> {
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '');
  const { pk, sk, ...rest } = item;
  const attributes = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, `${bytes(value)} bytes`]),
  );
  return { pk, sk, bytes: bytes(item), attributes };
}

/** Good for five minutes: then its signature is too old, as at Slack. */
function curlOf(headers: Record<string, string>, body: string, url: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const sent = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  return ['curl -i', ...sent, `--data-raw ${quoted(body)}`, quoted(url)].join(' ');
}
