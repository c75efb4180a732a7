import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../local/database.ts';
import { pageEvent } from '../local/gateway.ts';
import { team } from '../playground/slack/state.ts';
import { tableName } from '../playground/world.ts';
import { exportMinutes, type MyData } from '../shared/domain/my-data.ts';
import { addSeconds } from '../shared/domain/time.ts';
import { da } from '../shared/texts/da.ts';
import { en } from '../shared/texts/en.ts';
import { appBeside, blocksOf, command, press, readable, recording, top } from './functions/slack/support.ts';
import { done } from './support/group.ts';
import { snapshot } from './support/knife.ts';
import { Company } from './support/planted.ts';

/** Taking along: a page behind a link that is secret, serves once, and not for long. */
const origin = 'https://trivsel.example';
const database = await openDatabase(tableName);
let company: Company;
let again: () => Promise<void>;
beforeAll(async () => {
  company = await Company.open({ database });
  await company.live();
  company.world.publicUrl = origin;
  again = (await snapshot(company.world, database)).putBack;
}, 120_000);
beforeEach(() => again());
afterAll(async () => {
  await company.world.close();
  await database.close();
});

/** The path of a new link, as its person gets it. */
async function linkOf(user: string): Promise<string> {
  const { world } = company;
  done(await command(world, user, 'mine-data'));
  done(await press(world, user, da.myData.fetch));
  const [, path = ''] =
    /https:\/\/trivsel\.example(\/data\/[^"]+)"/.exec(JSON.stringify(blocksOf(top(world, user)))) ?? [];
  expect(path).toMatch(/^\/data\/T0HAVNBY\.U\d+\.[A-Za-z0-9_-]{43}$/);
  return path;
}

async function ask(method: string, path: string) {
  const { statusCode, headers = {}, body } = await company.world.handleSlack(pageEvent(method, path));
  return { statusCode, headers: headers as Record<string, string>, body };
}

const get = (path: string) => ask('GET', path);
const post = (path: string) => ask('POST', path);

function jsonIn(body: string): MyData {
  const [, json = ''] = /href="data:application\/json;charset=utf-8,([^"]*)"/.exec(body) ?? [];
  return JSON.parse(decodeURIComponent(json)) as MyData;
}

/** Not found, in both languages, and the same whatever was wrong. */
async function expectLost(answer: Promise<{ statusCode: number; body: string }>): Promise<void> {
  const { statusCode, body } = await answer;
  expect(statusCode).toBe(404);
  for (const { myData } of [da, en]) expect(body).toContain(myData.page.lost);
  expect(body).not.toContain('XQ');
}

describe('the link', () => {
  it('shows a button to whatever looks at it, as often as it looks', async () => {
    const path = await linkOf(company.anna);
    for (let look = 0; look < 3; look += 1) {
      const { statusCode, body } = await get(path);
      expect(statusCode).toBe(200);
      expect(body).toContain('<form method="post">');
      expect(body).not.toContain('XQ');
      expect(body).not.toContain('Anna');
    }
    expect((await post(path)).statusCode).toBe(200);
  });

  it('serves once', async () => {
    const path = await linkOf(company.anna);
    expect((await post(path)).statusCode).toBe(200);
    await expectLost(post(path));
    await expectLost(get(path));
    expect((await company.stored(company.anna))?.export).toBeUndefined();
  });

  it('serves one of two who press at once', async () => {
    const path = await linkOf(company.anna);
    const answers = await Promise.all([post(path), post(path), post(path)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404, 404]);
  });

  it('serves no longer than its time, and then its hash is forgotten', async () => {
    const { world, anna } = company;
    const path = await linkOf(anna);
    const made = world.clock.now();
    world.clock.goTo(addSeconds(made, exportMinutes * 60 - 1));
    expect((await get(path)).statusCode).toBe(200);
    world.clock.goTo(addSeconds(made, exportMinutes * 60));
    await expectLost(get(path));
    await expectLost(post(path));
    await company.later(60);
    expect((await company.stored(anna))?.export).toBeUndefined();
  });

  it('serves no more when there is a newer one', async () => {
    const [first, second] = [await linkOf(company.anna), await linkOf(company.anna)];
    await expectLost(post(first));
    expect((await post(second)).statusCode).toBe(200);
  });

  it.each([
    ['another token', (path: string) => path.replace(/.{43}$/, 'A'.repeat(43))],
    ['another person', (path: string) => path.replace(/U\d+/, 'U000002')],
    ['a person who is not there', (path: string) => path.replace(/U\d+/, 'U999999')],
    ['another tenant', (path: string) => path.replace('T0HAVNBY', 'T0OTHER')],
    ['no token', (path: string) => path.slice(0, -44)],
    ['a shorter token', (path: string) => path.slice(0, -1)],
    ['more than a token', (path: string) => `${path}A`],
    ['something else', () => '/data/../slack'],
  ])('with %s leads nowhere', async (_, wrong) => {
    const path = await linkOf(company.anna);
    await expectLost(get(wrong(path)));
    await expectLost(post(wrong(path)));
    expect((await post(path)).statusCode).toBe(200);
  });

  it('is in the store as a hash only, and in no log', async () => {
    const { log, lines } = recording();
    const { handle, close } = await appBeside(company.world, { log });
    const path = await linkOf(company.anna);
    const token = path.slice(-43);
    expect(JSON.stringify(await company.stored(company.anna))).not.toContain(token);
    await handle(pageEvent('GET', path));
    await handle(pageEvent('POST', path));
    await handle(pageEvent('POST', path));
    expect(JSON.stringify(lines)).not.toContain(token);
    await close();
  });

  it('is not used up by what fails', async () => {
    const path = await linkOf(company.anna);
    const broken = { ...company.world.store, group: () => Promise.reject(new Error('down')) };
    const { handle, close } = await appBeside(company.world, { store: broken });
    const { statusCode, body } = await handle(pageEvent('POST', path));
    expect(statusCode).toBe(500);
    expect(body).toContain('ref-1');
    expect((await post(path)).statusCode).toBe(200);
    await close();
  });

  it('is not offered where the app has no address of its own', async () => {
    const { world, anna } = company;
    world.publicUrl = undefined;
    done(await command(world, anna, 'mine-data'));
    world.publicUrl = origin;
    expect(readable(top(world, anna).view)).not.toContain(da.myData.fetch);
  });

  it('is for who has deleted everything no more', async () => {
    const { world, anna } = company;
    const path = await linkOf(anna);
    done(await command(world, anna, 'mine-data'));
    done(await press(world, anna, da.myData.remove));
    await expectLost(post(path));
  });
});

describe('the page', () => {
  const written = (field: string, by: string) =>
    company.planted.filter((one) => one.by === by && one.field === field).map(({ text }) => text);

  it('has everything of theirs that is still kept, and nothing that others wrote to themselves', async () => {
    const { anna, boss, asker, planted } = company;
    const { body } = await post(await linkOf(anna));
    const stored = JSON.stringify(
      await Promise.all([
        company.stored(anna),
        company.stored(asker),
        ...[company.hers, company.theirs].map(({ channel }) =>
          company.world.store.group({ tenant: team, channel }),
        ),
      ]),
    );
    const own = company.textsOf(anna).filter((text) => stored.includes(text));
    expect(own.length).toBeGreaterThan(25);
    const page = body.replace(/href="[^"]*"/, '');
    const json = JSON.stringify(jsonIn(body));
    for (const text of own) {
      expect(page).toContain(text);
      expect(json).toContain(text);
    }
    // What was said to them; and the words of a commitment, which is everybody's.
    const mayRead = [
      ...written('comment', boss),
      ...company.planted.filter(({ by }) => by.endsWith('group')).map(({ text }) => text),
    ];
    const others = planted.filter(({ by, text }) => by !== anna && !mayRead.includes(text));
    expect(others.filter(({ text }) => body.includes(text))).toEqual([]);
    expect(page).toContain(written('comment', boss)[0]);
    expect(page).toContain('Bodil Holm');
    expect(page).toContain('#c0hers');
  });

  it('tells what was asked of them without the words, and what they answered', async () => {
    const { anna, asker, led } = company;
    const data = jsonIn((await post(await linkOf(anna))).body);
    expect(data).toMatchObject({
      format: 'trivsel-my-data',
      version: 1,
      person: { user: anna, profile: { name: 'Anna' } },
      asksReceived: [{ from: asker, kind: 'decide', answer: { reply: 'partly', date: '2026-12-15' } }],
      partnerOf: [{ leader: led }],
      groups: [
        { channel: 'C0HERS', leads: true, contributions: [{ by: anna }] },
        { channel: 'C0THEIRS', leads: false, contributions: [{ by: anna }] },
      ],
    });
    for (const field of ['workspace', 'linked', 'export', 'wakeAt', 'home'])
      expect(data.person).not.toHaveProperty(field);
  });

  it('is kept nowhere, runs nothing, loads nothing, and tells nobody its address', async () => {
    const path = await linkOf(company.anna);
    for (const { headers, body } of [await get(path), await post(path), await post(path)]) {
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'x-content-type-options': 'nosniff',
      });
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(body).not.toMatch(/<script|<img|<link|\son[a-z]+=|javascript:/i);
    }
  });

  it('shows what was written letter by letter', async () => {
    const { world, anna } = company;
    const person = await company.stored(anna);
    const evil = `</style><script>alert("1")</script><img src=x onerror='x'>&amp;`;
    const [first, second] = person!.agreement!.points;
    const points: [typeof first, typeof second] = [{ ...first, title: evil, sign: evil }, second];
    await world.store.save({ ...person!, agreement: { ...person!.agreement!, points } });
    const { body } = await post(await linkOf(anna));
    expect(body).not.toContain('<script');
    expect(body).not.toContain('<img');
    expect(body).toContain(
      '&lt;/style&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x onerror=&#39;x&#39;&gt;&amp;amp;',
    );
    expect(jsonIn(body).person.agreement?.points[0].title).toBe(evil);
  });

  it('is in its person’s language', async () => {
    const { world, anna } = company;
    const person = await company.stored(anna);
    await world.store.save({ ...person!, profile: { ...person!.profile, language: 'en', chosen: 'en' } });
    done(await command(world, anna, 'my-data'));
    done(await press(world, anna, en.myData.fetch));
    const [path = ''] = /\/data\/[^"]+/.exec(JSON.stringify(blocksOf(top(world, anna)))) ?? [];
    expect((await get(path)).body).toContain(en.myData.page.ready);
    const { body } = await post(path);
    expect(body).toContain('<html lang="en">');
    for (const title of [en.myData.page.agreement, en.myData.page.received, en.agreement.firstStep])
      expect(body).toContain(title);
    expect(body).not.toContain(da.agreement.firstStep);
  });

  it('knows somebody who was deleted by no name', async () => {
    const { world, boss, anna } = company;
    done(await command(world, boss, 'mine-data'));
    done(await press(world, boss, da.myData.remove));
    await company.later(120);
    const { body } = await post(await linkOf(anna));
    expect(body).not.toContain('NOBODY1<');
    expect(body).toContain(da.myData.somebody);
  });
});
