import { describe, expect, it } from 'vitest';
import { escapeMentions, escapeMessage } from '../../../playground/page/chat/escape.ts';

const somebody = (id: string, name: string) =>
  ({ id, name, role: 'Leder', locale: 'da-DK', zone: 'Europe/Copenhagen' }) as const;
const people = [
  somebody('U1', 'Peter Lund'),
  somebody('U2', 'Peter Skov'),
  somebody('U3', 'Åse Bech'),
  somebody('U4', 'Åse Bech-Holm'),
  somebody('U5', 'Ole Friis'),
];

describe('a message is sent as Slack’s client sends it', () => {
  const cases: [string, string][] = [
    ['to & fra <3', 'to &amp; fra &lt;3'],
    ['<@U1> <!channel>', '&lt;@U1&gt; &lt;!channel&gt;'],
    ['se https://a.dk/x?y=1&z=2.', 'se <https://a.dk/x?y=1&amp;z=2>.'],
    ['(https://a.dk)', '(<https://a.dk>)'],
    ['Hej @Peter Lund!', 'Hej <@U1|Peter Lund>!'],
    ['Hej @peter lund', 'Hej <@U1|Peter Lund>'],
  ];
  it.each(cases)('%s', (typed, sent) => {
    expect(escapeMessage(typed, people)).toBe(sent);
  });
});

describe('a mention', () => {
  const cases: [string, string, string][] = [
    ['by a first name that one has', '@Ole', '<@U5|Ole Friis>'],
    ['by a first name that two have is none', '@Peter', '@Peter'],
    ['is of the longest name', '@Åse Bech-Holm', '<@U4|Åse Bech-Holm>'],
    ['in the middle of a word is none', 'a@Ole', 'a@Ole'],
    ['that goes on is none', '@Olemand', '@Olemand'],
  ];
  it.each(cases)('%s', (_, typed, sent) => {
    expect(escapeMentions(typed, people)).toBe(sent);
  });
});
