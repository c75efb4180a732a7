import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveIn } from '../../../playground/company.ts';
import { commandsFor } from '../../../playground/page/chat/commands.ts';
import { firstMeant, suggestionsFor } from '../../../playground/page/chat/suggest.ts';
import { general } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import { begins } from '../../support/live.ts';

const somebody = (id: string, name: string) =>
  ({ id, name, role: 'Leder', locale: 'da-DK', zone: 'Europe/Copenhagen' }) as const;
const people = [somebody('U1', 'Peter Lund'), somebody('U2', 'Peter Skov'), somebody('U3', 'Åse Bech')];
const commands = commandsFor('da-DK');
const fills = (text: string) => suggestionsFor(text, commands, people).map(({ fill }) => fill);

describe('what is suggested', () => {
  const cases: [string, string[]][] = [
    ['', []],
    ['hej', []],
    ['/trivsel a', ['/trivsel aftale']],
    ['/TRIVSEL A', ['/trivsel aftale']],
    ['/trivsel aftale', []],
    ['/trivsel aftale ', []],
    ['/trivsel pause 10/8', []],
    ['/giphy', []],
    ['@', ['@Peter Lund', '@Peter Skov', '@Åse Bech']],
    ['Hej @pet', ['Hej @Peter Lund', 'Hej @Peter Skov']],
    ['Hej @Peter S', ['Hej @Peter Skov']],
    ['Hej @Peter Skov', []],
    ['Hej @Peter Skov ', []],
    ['@å', ['@Åse Bech']],
    ['mette@pet', []],
    ['/trivsel sparring @å', ['/trivsel sparring @Åse Bech']],
  ];
  it.each(cases)('for "%s" is %j', (text, expected) => {
    expect(fills(text)).toEqual(expected);
  });

  it('for a slash is every command', () => {
    expect(fills('/')).toEqual(commands.map(({ words }) => words));
  });

  it('is not taken by Enter where the command is whole already', () => {
    const meant = (text: string) => firstMeant(text, suggestionsFor(text, commands, people));
    expect(meant('/trivsel')).toBe(-1);
    expect(meant('/triv')).toBe(0);
  });
});

describe('every command that is suggested', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ standsAt: begins });
    moveIn(world);
  });
  afterAll(() => world.close());

  const all = [
    ...commandsFor('da-DK').map(({ words }) => ({ who: 'U0METTE', words, unknown: da.help.unknownWord })),
    ...commandsFor('en-GB').map(({ words }) => ({ who: 'U0JAMES', words, unknown: en.help.unknownWord })),
  ];
  it.each(all)('is known to the app: $words', async ({ who, words, unknown }) => {
    const rest = words.replace('/trivsel', '').trim();
    expect(await world.client.command(who, general.id, rest)).toEqual({ ok: true });
    const answers = world.slack.messages().filter(({ reader }) => reader === who);
    expect(answers.filter(({ text }) => text.startsWith(unknown))).toEqual([]);
  });
});
