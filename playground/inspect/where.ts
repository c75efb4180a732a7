import { isChannel } from '../slack/channels.ts';
import type { Json } from '../slack/state.ts';
import type { World } from '../world.ts';
import type { Found, Place, Whereabouts } from './contract.ts';
import { payloadOf, typedIn, unfold } from './payloads.ts';
import type { Entry } from './recorder.ts';
import { idInKey, itemsOf, type StoreCall } from './store.ts';

/** A text that stands somewhere: whose place it is, and the entry, if it was on its way. */
type Spot = { place: Place; who: string | undefined; content: unknown; entry?: number };

/** In their order on the page: where text belongs, then where it may be for some, then where none may be. */
const places: Place[] = [
  ...(['request', 'modal', 'whisper', 'download', 'vault', 'channel', 'home'] as const),
  ...(['dm', 'queue', 'schedule', 'log', 'elsewhere'] as const),
];
const never: Place[] = ['dm', 'queue', 'schedule', 'log', 'elsewhere'];

/** Where a text stands: in all that was recorded and in all that is there now. */
export async function whereIs(world: World, word: string): Promise<Whereabouts> {
  const holds = finder(word);
  const recorded = world.recorder.entries.flatMap(spotsOf);
  const vault = vaultSpots(await world.vault());
  const spots = [...recorded, ...standing(world), ...vault].filter(({ content }) => holds(content));
  const typed = world.recorder.entries.filter(({ kind, sent }) => kind === 'request' && holds(typedIn(sent)));
  const owners = spots.filter(({ place }) => place === 'vault').map(({ who }) => who);
  // What was recorded may be forgotten by now; then whose item it stands in is the best guess.
  const authors = distinct(typed.length > 0 ? typed.map(({ who }) => who) : owners);
  const found = places.map((place) =>
    foundAt(
      place,
      spots.filter((spot) => spot.place === place),
      authors,
    ),
  );
  return { word, authors, found };
}

function foundAt(place: Place, spots: Spot[], authors: string[]): Found {
  const who = distinct(spots.map((spot) => spot.who));
  const entries = spots.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
  const isOwn = place !== 'home' || who.every((id) => authors.includes(id));
  const fine = spots.length === 0 || (!never.includes(place) && isOwn);
  return { place, who, count: spots.length, entries: [...new Set(entries)], fine };
}

/** The places that one thing on a wire is, or leads to. */
function spotsOf({ n: entry, kind, name, who, to, sent, answered }: Entry): Spot[] {
  switch (kind) {
    case 'request': {
      const request: Spot = { place: 'request', who, content: payloadOf(sent), entry };
      return [request, { place: answerPlace(name, answered), who, content: answered, entry }];
    }
    case 'call':
      return [{ ...placeOfCall(name, to, who), content: sent, entry }];
    case 'store': {
      const items = itemsOf(sent as StoreCall);
      return items.map((item) => ({
        place: 'vault',
        who: idInKey(String(item['pk'])),
        content: item,
        entry,
      }));
    }
    case 'wake':
    case 'queue':
      return [{ place: 'queue', who: to ?? who, content: sent, entry }];
    case 'schedule':
    case 'log':
      return [{ place: kind, who: to ?? who, content: sent, entry }];
  }
}

function answerPlace(name: string, answered: unknown): Place {
  if (name.endsWith(' /data')) return 'download';
  const { body = '' } = (answered ?? {}) as { body?: string };
  return body.includes('response_action') ? 'modal' : 'whisper';
}

function placeOfCall(
  method: string,
  to: string | undefined,
  who: string | undefined,
): Pick<Spot, 'place' | 'who'> {
  if (method === 'views.publish') return { place: 'home', who: to };
  if (method.startsWith('views.')) return { place: 'modal', who: to ?? who };
  if (method === 'response_url') return { place: 'whisper', who };
  if (method.startsWith('chat.')) return placeOfMessage(to ?? '');
  return { place: 'elsewhere', who: to };
}

const placeOfMessage = (channel: string): Pick<Spot, 'place' | 'who'> =>
  isChannel(channel) ? { place: 'channel', who: channel } : { place: 'dm', who: channel.replace(/^D/, 'U') };

/** What is there now: on people's screens, in the queue and in the schedule. */
function standing({ slack, wakes }: World): Spot[] {
  const messages = slack
    .messages()
    .filter(({ author }) => author === 'app')
    .map((message): Spot => {
      const where = message.reader
        ? ({ place: 'whisper', who: message.reader } as const)
        : placeOfMessage(message.channel);
      return { ...where, content: [message.text, message.blocks] };
    });
  const screens = slack.users().flatMap(({ id }): Spot[] => {
    const modals = slack.views(id).map(({ view }): Spot => ({ place: 'modal', who: id, content: view }));
    return [...modals, { place: 'home', who: id, content: slack.home(id)?.view }];
  });
  const queued = [...wakes.queued(), ...wakes.deadLetters()];
  return [
    ...messages,
    ...screens,
    ...queued.map(({ body }): Spot => ({ place: 'queue', who: undefined, content: body })),
    ...wakes
      .scheduled()
      .map(({ id, body }): Spot => ({ place: 'schedule', who: undefined, content: [id, body] })),
  ];
}

const vaultSpots = (items: Json[]): Spot[] =>
  items.map((item) => ({ place: 'vault', who: idInKey(String(item['pk'])), content: item }));

/** Finds a text in any string within, whatever its letters' size, and however mrkdwn escapes it. */
function finder(word: string): (content: unknown) => boolean {
  const wanted = word.normalize('NFC').toLowerCase();
  const holds = (value: unknown): boolean => {
    if (typeof value === 'string') return readable(value).includes(wanted);
    if (typeof value !== 'object' || value === null) return false;
    return Object.values(value).some(holds);
  };
  return (content) => holds(unfold(content));
}

/** https://docs.slack.dev/messaging/formatting-message-text/ ("Escaping text") */
const readable = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .normalize('NFC')
    .toLowerCase();

const distinct = (ids: (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];
