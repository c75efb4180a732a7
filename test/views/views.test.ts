import { describe, expect, test } from 'vitest';
import { problemsOfMessage, problemsOfView } from '../../playground/slack/validate/index.ts';
import type { Language } from '../../shared/domain/person.ts';
import { leaderThemes } from '../../shared/domain/themes.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { pointView } from '../../shared/views/point.ts';
import { broadest, hostile, marker, ordinary, pictures } from './people.ts';
import { everyMessage, everyView } from './shown.ts';

/** What is shown: as it stands in golden files, within Slack's rules at its longest, and what people wrote only as letters. */

const languages: Language[] = ['da', 'en'];

/** The usual ones; the extreme ones are only held against the rules. */
const typical = /^(?!.*(full|night|again|claimed|written|without-next|refused))/;

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
    const views = Object.entries(everyView(language, write, name));
    const messages = Object.entries(everyMessage(language, write, name));
    expect(
      views.flatMap(([state, view]) => problemsOfView(view).map((problem) => ({ state, ...problem }))),
    ).toEqual([]);
    expect(
      messages.flatMap(([state, message]) =>
        problemsOfMessage(message).map((problem) => ({ state, ...problem })),
      ),
    ).toEqual([]);
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
      expect(states).toEqual([
        'point-first-written',
        'point-second-written',
        'agreement-begun',
        'agreement-running',
        'agreement-full',
        'agreement-ended',
        'agreement-replaced',
        'agreement-paused',
        'agreement-everything-full',
        'agreement-closed',
        'agreement-stopped',
        'edit-point',
        'replace-point',
        'history',
        'history-full',
        'closing',
        'closing-begun',
        'closing-lost-one-week',
        'closing-lost-weeks',
        'closing-full',
        'check-in',
        'check-in-from-message',
        'check-in-corrects',
        'check-in-half-way',
        'check-in-half-way-full',
      ]);
    });

    test('stands in no message', () => {
      expect(places(everyMessage(language, hostile, 'Anna'))).toEqual([]);
    });
  });

  test('a name stands in messages letter by letter, and in their text without markup', () => {
    const named = everyMessage(language, ordinary[language], hostile(80));
    const found = Object.values(named).flatMap(places);
    expect(found).not.toEqual([]);
    for (const place of found) expect(isLetterByLetter(place) || !/[<>]/.test(place.text)).toBe(true);
  });

  test.each(['prompt-asks', 'prompt-moved', 'prompt-skipped', 'prompt-answered', 'prompt-closed'])(
    'the text of %s says the same as its blocks',
    (state) => {
      const message = everyMessage(language, ordinary[language])[state];
      const [said] = message?.blocks ?? [];
      expect(said).toMatchObject({ text: { text: message?.text } });
    },
  );
});

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
