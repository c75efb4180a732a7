import { afterEach, describe, expect, it } from 'vitest';
import type { Kind, Place } from '../../playground/inspect/contract.ts';
import { detailOf } from '../../playground/inspect/describe.ts';
import { mostEntries, Recorder } from '../../playground/inspect/recorder.ts';
import { type Filter, trafficOf } from '../../playground/inspect/traffic.ts';
import { whereIs } from '../../playground/inspect/where.ts';
import type { World } from '../../playground/world.ts';
import {
  agreedLive,
  askValues,
  james,
  karen,
  mette,
  openLive,
  peopleValues,
  pointValues,
} from '../support/live.ts';

/** What crossed the wires: recorded, put together by what caused it, and searched. */

let world: World;
afterEach(() => world.close());

async function live() {
  const opened = await openLive();
  world = opened.world;
  world.recorder.clear();
  return opened;
}

const traces = (filter: Filter = {}) => trafficOf(world.recorder, world.faults, filter).traces;
const names = (filter: Filter = {}) =>
  traces(filter).map(({ entries }) => entries.map(({ kind, name }) => `${kind} ${name}`));
const entry = (kind: Kind, name: string) => {
  const found = world.recorder.entries.findLast((one) => one.kind === kind && one.name === name);
  if (found === undefined) throw new Error(`Nothing recorded of ${kind} ${name}`);
  return found;
};
const detail = (kind: Kind, name: string, vault = false) =>
  detailOf(entry(kind, name), vault, 'http://127.0.0.1/slack');

describe('a trace', () => {
  it('of a command has what it asked of the store and of Slack, with who did it and how it ended', async () => {
    const { mette: hands } = await live();
    await hands.command('aftale');
    expect(names()).toEqual([
      [
        'request /trivsel aftale',
        'store BatchGetItem',
        'store BatchGetItem',
        'call users.info',
        'call views.open',
      ],
    ]);
    const [{ entries } = { entries: [] }] = traces();
    expect(entries.map(({ who }) => who)).toEqual(entries.map(() => mette.id));
    expect(entries.map(({ result }) => result)).toEqual(['200', 'ok', 'ok', 'ok', 'ok']);
    expect(entries.every(({ failed, millis }) => !failed && millis !== undefined)).toBe(true);
  });

  it('of a form has its wake and its write, and the wake has a trace of its own', async () => {
    const { mette: hands } = await live();
    await hands.agree();
    const submitted = names()[0] ?? [];
    expect(submitted[0]).toMatch(/^request view_submission/);
    expect(submitted).toContain('queue SendMessage');
    expect(submitted.indexOf('queue SendMessage')).toBeLessThan(submitted.indexOf('store PutItem'));
    await world.goTo('2026-11-24T09:01:00Z');
    expect(names({ kind: 'wake' }).flat()).toContain('wake person');
    const woken = names().find(([first]) => first === 'wake person') ?? [];
    expect(woken).toContain('schedule CreateSchedule');
  });

  it('keeps what two people do at the same moment apart', async () => {
    const { mette: hers, james: his } = await live();
    await Promise.all([hers.command('aftale'), his.command('agreement')]);
    for (const { entries } of traces()) expect(new Set(entries.map(({ who }) => who)).size).toBe(1);
    expect(names().map((list) => list.at(-1))).toEqual(['call views.open', 'call views.open']);
  });

  it('has the log’s lines of what went wrong', async () => {
    const { mette: hands } = await live();
    world.faults.set('views.open', [{ kind: 'refuse', error: 'internal_error' }]);
    await hands.command('aftale');
    expect(names()[0]?.slice(-2)).toEqual(['call views.open', 'log Answered with a sentence']);
    expect(traces()[0]?.entries.at(-2)).toMatchObject({ result: 'internal_error', failed: true });
  });

  it('is not made by who only looks at the page', async () => {
    await live();
    await world.upcoming(3);
    expect(traces()).toEqual([]);
  });
});

describe('an entry', () => {
  it('of a signed request is readable, and a line for a shell', async () => {
    const { mette: hands } = await live();
    await hands.command("aftale l'heure");
    const { sent, answered, curl } = detail('request', "/trivsel aftale l'heure");
    expect(sent).toMatchObject({ body: { user_id: mette.id, text: "aftale l'heure" } });
    expect(answered).toMatchObject({ statusCode: 200 });
    expect(curl).toContain("-H 'x-slack-signature: v0=");
    expect(curl).toContain('http://127.0.0.1/slack');
  });

  it('of a form has its fields as they were filled in', async () => {
    const { mette: hands } = await live();
    await hands.command('aftale');
    await hands.submit(pointValues('Ro og tid'));
    const { sent } = detail('request', 'view_submission point-1');
    expect(JSON.stringify(sent)).toContain('"title":{"value":{"value":"Ro og tid"}}');
  });

  it('of the store tells names and sizes, and its content only to who opens the vault', async () => {
    const { mette: hands } = await live();
    await hands.command('aftale');
    await hands.submit(pointValues('Ro og tid'));
    const shut = detail('store', 'PutItem');
    expect(shut.answered).toEqual([
      expect.objectContaining({
        sk: 'PERSON',
        attributes: expect.objectContaining({ draft: expect.any(String) }),
      }),
    ]);
    expect(JSON.stringify(shut)).not.toContain('Ro og tid');
    expect(JSON.stringify(detail('store', 'PutItem', true))).toContain('Ro og tid');
  });
});

describe('the list', () => {
  it('is filtered by kind, by person and by any word but those in the vault', async () => {
    const { mette: hers, james: his } = await live();
    await hers.command('aftale');
    await his.command('agreement');
    await hers.submit(pointValues('Ro og tid'));
    expect(
      names({ kind: 'store' })
        .flat()
        .every((name) => /^(store|request)/.test(name)),
    ).toBe(true);
    expect(traces({ who: james.id }).flatMap(({ entries }) => entries.map(({ who }) => who))).not.toContain(
      mette.id,
    );
    expect(traces({ text: 'RO OG TID' })).toHaveLength(1);
    expect(traces({ text: 'ro og tid', kind: 'store' })).toEqual([]);
    expect(traces({ text: 'intet af det' })).toEqual([]);
  });

  it('forgets the oldest, and everything when it is cleared', () => {
    const recorder = new Recorder(() => '2026-11-24T09:00:00Z');
    for (let count = 0; count < mostEntries + 10; count += 1)
      recorder.add({ kind: 'log', name: String(count), sent: {} }, undefined);
    expect(recorder.entries).toHaveLength(mostEntries);
    expect(recorder.entries[0]?.name).toBe('10');
    recorder.clear();
    expect(recorder.entries).toEqual([]);
  });
});

describe('where a text is', () => {
  const word = 'Må jeg droppe mandagsmødet?';
  const placesOf = async (text: string) => {
    const { found, authors } = await whereIs(world, text);
    const present = found.filter(({ count }) => count > 0);
    const at = Object.fromEntries(present.map(({ place, who }) => [place, who.toSorted()]));
    return { at: at as Partial<Record<Place, string[]>>, authors, fine: found.every(({ fine }) => fine) };
  };

  async function asked() {
    const opened = await agreedLive();
    world = opened.world;
    world.slack.putUser(karen);
    const { mette: hands } = opened;
    await hands.command('aftale');
    await hands.pressInView('agreement.people');
    await hands.submit(peopleValues(karen.id));
    await hands.command('aftale');
    await hands.pressInView('agreement.ask', '1');
    await hands.submit(askValues(karen.id));
    await world.goTo('2026-11-24T09:30:00Z');
  }

  it('is with its author and in the vault, and in nobody’s messages, Home, queue or log', async () => {
    await asked();
    const { at, authors, fine } = await placesOf('droppe MANDAGSmødet');
    expect(authors).toEqual([mette.id]);
    expect(at.request).toEqual([mette.id]);
    expect(at.vault).toEqual([mette.id]);
    expect(Object.keys(at).every((place) => ['request', 'modal', 'vault'].includes(place))).toBe(true);
    expect(fine).toBe(true);
  });

  const home = { id: 'V', hash: '', root: 'V', view: { title: word }, errors: {} };
  const leaks: { place: Place; leak: () => unknown }[] = [
    {
      place: 'dm',
      leak: () => world.slack.addMessage({ channel: 'D0KAREN', author: 'app', text: word }),
    },
    { place: 'home', leak: () => world.slack.putHome(karen.id, home) },
    { place: 'queue', leak: () => world.journal.put('queue/x', { id: 'x', at: '2030', body: word }) },
    { place: 'schedule', leak: () => world.journal.put('schedule/x', { id: word, at: '2030', body: '' }) },
    {
      place: 'log',
      leak: () => world.recorder.add({ kind: 'log', name: 'x', sent: { word } }, undefined),
    },
  ];
  it.each(leaks)('is found where it must not be: $place', async ({ place, leak }) => {
    await asked();
    leak();
    const { at, fine } = await placesOf(word);
    expect(at).toHaveProperty(place);
    expect(fine).toBe(false);
  });

  it('is nowhere where nobody wrote it', async () => {
    await live();
    expect(await placesOf('hverken eller')).toEqual({ at: {}, authors: [], fine: true });
  });
});
