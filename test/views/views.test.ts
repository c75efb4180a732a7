import type { RichTextElement } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { problemsOfMessage, problemsOfView } from '../../playground/slack/validate/index.ts';
import { limits } from '../../shared/domain/agreement.ts';
import type { Language } from '../../shared/domain/person.ts';
import { leaderThemes } from '../../shared/domain/themes.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { type Message, saidAbout } from '../../shared/views/blocks.ts';
import { pointView } from '../../shared/views/point.ts';
import { broadest, hostile, marker, ordinary, pictures } from './people.ts';
import { everyMessage, everyView } from './shown.ts';

/** What is shown: as it stands in golden files, within Slack's rules at its longest, and what people wrote only as letters. */

const languages: Language[] = ['da', 'en'];

/** The usual ones; the extreme ones are only held against the rules. */
const typical = /^(?!.*(full|night|again|claimed|written|without-next|refused|agreement-ask))/;

/** The views in which something stands that somebody wrote: these and no others. */
const showsWriting = new RegExp(
  `^(${[
    'settings-workspace-full',
    'talk',
    'point-.+-written',
    'agreement-.+',
    '(edit|replace)-point',
    'history(-full|-kept-a-week)?',
    'closing.*',
    'check-in.*',
    'rhythm-(everybody.*|renewal)',
    'people-.+',
    'ask-form.*',
    'own-ask-.+',
    'answer(-points-shared|-changed|-day-has-come)?',
    'shared|outside-text|win',
    'sparring-(asked|said)-suggested',
  ].join('|')})$`,
);

describe.each(languages)('in %s', (language) => {
  const shown = { ...everyView(language, ordinary[language]), ...everyMessage(language, ordinary[language]) };
  const names = Object.keys(shown).filter((name) => typical.test(name));

  test.each(names)('%s is as in its golden file', async (name) => {
    const file = `./golden/${name}.${language}.json`;
    await expect(`${JSON.stringify(shown[name], null, 2)}\n`).toMatchFileSnapshot(file);
  });

  const authors: [string, (most: number) => string, string | undefined][] = [
    ['a few words', ordinary[language], undefined],
    ['the broadest letter as often as it goes', broadest, 'W'.repeat(80)],
    ['emoji as often as it goes', pictures, '🫐'.repeat(80)],
    ['what tries to be the app', hostile, hostile(80)],
    ['a single letter', () => 'å', 'Å'],
  ];
  test.each(authors)('Slack accepts every view and message of somebody who writes %s', (_, write, name) => {
    const found = [
      ...Object.entries(everyView(language, write, name)).map(
        ([state, view]) => [state, problemsOfView(view)] as const,
      ),
      ...Object.entries(everyMessage(language, write, name)).map(
        ([state, message]) => [state, problemsOfMessage(message)] as const,
      ),
    ];
    expect(found.filter(([, problems]) => problems.length > 0)).toEqual([]);
  });

  test('no text is cut in the middle of a character', () => {
    const all = [everyView(language, pictures, '🫐'.repeat(80)), everyMessage(language, pictures)];
    expect(strings(all).filter((text) => !text.isWellFormed())).toEqual([]);
  });

  test.each(leaderThemes)('a point about %s opens with its theme chosen', (theme) => {
    const view = pointView(0, { title: 'x', firstStep: 'y', theme }, textsIn(language));
    expect(problemsOfView(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain(
      `"initial_option":{"text":{"type":"plain_text","text":"${textsIn(language).themes[theme]}"`,
    );
  });

  describe('what a person wrote', () => {
    const views = everyView(language, hostile, hostile(80));
    test('stands in every view letter by letter', () => {
      expect(places(views).filter((place) => !isLetterByLetter(place))).toEqual([]);
    });

    test('is found where it is shown at all', () => {
      const states = Object.keys(views).filter((state) => places(views[state]).length > 0);
      expect(states).toEqual(Object.keys(views).filter((state) => showsWriting.test(state)));
    });

    test('stands in no message, but for the name of a partner outside Slack', () => {
      const messages = everyMessage(language, hostile, 'Anna');
      const name = hostile(limits.name);
      const sentence = saidAbout(textsIn(language).news.talk, { name });
      const found = Object.entries(messages).filter(([, message]) => places(message).length > 0);
      expect(found.map(([state]) => state)).toEqual(naming);
      for (const [, { text, blocks }] of found) {
        expect(text.split(sentence)).toHaveLength(2);
        expect(text.replace(sentence, '')).not.toContain(marker);
        expect(places(blocks)).toEqual([{ key: 'text', in: { type: 'text', text: name }, text: name }]);
      }
    });
  });

  test('a name stands in messages letter by letter, and in their text without markup', () => {
    const named = everyMessage(language, ordinary[language], hostile(80));
    const found = Object.values(named).flatMap(places);
    expect(found).not.toEqual([]);
    // The app itself mentions colleagues; what is planted mentions U1.
    const unmarked = (text: string) => !/[<>]/.test(text.replaceAll(/<@U(?!1>)\w+>/g, ''));
    for (const place of found) expect(isLetterByLetter(place) || unmarked(place.text)).toBe(true);
  });

  const messages = Object.entries(everyMessage(language, ordinary[language]));
  test.each(messages)('the text of %s says the same as its blocks', (_, { text, blocks }) => {
    expect(text).toBe(blocks.flatMap(said).join(' '));
  });
});

/** Those that remind a leader of a partner who is not in Slack. */
const naming = [
  'slot-alone-talk-outside',
  'slot-everything-alone',
  'slot-everything-sending',
  'slot-everything-sent',
  'slot-everything-moved',
  'slot-everything-skipped',
  'slot-everything-answered',
  'slot-everything-failed',
  'slot-everything-half-way',
  'slot-everything-closing',
  'slot-everything-answered-by-form',
  'slot-everything-paused',
];

/** What a block says, as a message's text says it; buttons and lines say nothing. */
function said(block: Message['blocks'][number]): string[] {
  if (block.type === 'section') return [block.text?.text ?? ''];
  if (block.type !== 'rich_text') return [];
  const words = block.elements.flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []));
  return [words.map(word).join('')];
}

function word(element: RichTextElement): string {
  if (element.type === 'user') return `<@${element.user_id}>`;
  return element.type === 'text' ? element.text : '';
}

function strings(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(strings) : [];
}

type Place = { key: string; in: Record<string, unknown>; text: string };

/** Wherever a string holds what was planted: its key, and the object it stands in. */
function places(node: unknown): Place[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): Place[] => {
    if (typeof value !== 'string') return places(value);
    return value.includes(marker) ? [{ key, in: node as Record<string, unknown>, text: value }] : [];
  });
}

/** Plain text without `:emoji:`, the text of a rich text, or what an input is filled in with. */
function isLetterByLetter({ key, in: around }: Place): boolean {
  if (key === 'initial_value') return around['type'] === 'plain_text_input';
  // A string that only screen readers say.
  if (key === 'accessibility_label') return around['type'] === 'button';
  if (key !== 'text') return false;
  return around['type'] === 'text' || (around['type'] === 'plain_text' && around['emoji'] === false);
}
