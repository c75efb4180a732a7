import type { RichTextElement } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { problemsOfMessage } from '../../playground/slack/validate/index.ts';
import { linesOf } from '../../shared/domain/lines.ts';
import type { Language } from '../../shared/domain/person.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { escaped, type Message } from '../../shared/views/blocks.ts';
import { evenShare, lengthOf, shortened } from '../../shared/views/cut.ts';
import { groupActions } from '../../shared/views/group-actions.ts';
import { cardMessage } from '../../shared/views/group-card.ts';
import { lengthOfText } from '../../shared/views/post.ts';
import { openingMessage } from '../../shared/views/round-post.ts';
import { summaryMessage } from '../../shared/views/summary.ts';
import { type Author, asTheyAre, channel, done, everyPost, member, storyteller } from './groups.ts';
import { broadest, hostile, marker, pictures } from './people.ts';

/** What the bot posts in a group's channel: as in golden files, within Slack's rules at its longest, and nobody called in vain. */

const languages: Language[] = ['da', 'en'];
const full = /full/;
type Block = Message['blocks'][number];

describe.each(languages)('in %s', (language) => {
  const texts = textsIn(language);
  const posts = everyPost(language, asTheyAre);
  const tell = storyteller(language, asTheyAre);
  const names = Object.keys(posts);
  const typical = names.filter((name) => !full.test(name) && !name.startsWith('nothing-left'));

  test.each(typical)('%s is as in its golden file', async (name) => {
    const file = `./golden/${name}.${language}.json`;
    await expect(`${JSON.stringify(posts[name], null, 2)}\n`).toMatchFileSnapshot(file);
  });

  const authors: [string, Author, string | undefined][] = [
    ['a few words', asTheyAre, undefined],
    ['the broadest letter as often as it goes', broadest, 'W'.repeat(80)],
    ['emoji as often as it goes', pictures, '🫐'.repeat(80)],
    ['what tries to be the app', hostile, hostile(80)],
    ['what must be escaped', (most) => '&'.repeat(most), '&'.repeat(80)],
    ['many words', (most) => 'ord '.repeat(most).slice(0, most).trim(), 'Anna '.repeat(16).trim()],
    ['a single letter', () => 'å', 'Å'],
  ];
  describe.each(authors)('by somebody who writes %s', (_, write, name) => {
    const written = everyPost(language, write, name);
    test('Slack accepts every message', () => {
      const found = Object.entries(written).map(([state, post]) => [state, problemsOfMessage(post)] as const);
      expect(found.filter(([, problems]) => problems.length > 0)).toEqual([]);
    });

    test('there is room to spare', () => {
      const tooMuch = Object.entries(written).filter(
        ([, { text, blocks }]) =>
          blocks.length > 50 || lengthOfText(blocks) > 8500 || lengthOf(text) > 3900 || lengthOf(text) < 10,
      );
      expect(tooMuch.map(([state]) => state)).toEqual([]);
    });

    test('no text is cut in the middle of a character', () => {
      expect(strings(written).filter((text) => !text.isWellFormed())).toEqual([]);
    });

    test('every text says the same as its blocks, or as much of it as there is room for', () => {
      const others = Object.values(written).filter(({ text, blocks }) => {
        const whole = blocks.flatMap(said).join('\n');
        return text !== whole && !(text.endsWith('\n…') && whole.startsWith(text.slice(0, -1)));
      });
      expect(others).toEqual([]);
    });
  });

  test.each(typical)('the text of %s is whole', (name) => {
    const { text, blocks } = posts[name]!;
    expect(text).toBe(blocks.flatMap(said).join('\n'));
  });

  describe('what a person wrote', () => {
    const planted = everyPost(language, hostile, hostile(80));

    test('stands in blocks letter by letter', () => {
      const all = Object.values(planted).flatMap(({ blocks }) => places(blocks));
      expect(all.length).toBeGreaterThan(100);
      expect(all.filter((place) => !isLetterByLetter(place))).toEqual([]);
    });

    test('stands in the text without markup', () => {
      const marked = Object.entries(planted).filter(([, { text }]) =>
        /[<>]/.test(text.replaceAll(/<@U0M\d\d>/g, '')),
      );
      expect(marked.map(([state]) => state)).toEqual([]);
    });

    test('looks like no line of ours: it has no line breaks', () => {
      const everywhere = Object.entries(planted).flatMap(([state, { blocks }]) =>
        state.startsWith('channel-ended') ? [] : places(blocks),
      );
      const broken = everywhere.filter(
        ({ text, in: around }) => text.includes('\n') && around['type'] === 'text',
      );
      expect(broken).toEqual([]);
    });
  });

  test('nobody is called but for a role of theirs', () => {
    const called = Object.fromEntries(
      typical.map((name) => [name, [...new Set(usersIn(posts[name]!.blocks))].sort()]),
    );
    const quiet = Object.keys(called).filter((name) => called[name]?.length === 0);
    expect(quiet).toEqual([
      'channel-card-ended',
      ...names.filter((name) => /^channel-(opening-closed|summary)/.test(name) && !full.test(name)),
      'channel-stopped',
    ]);
    // The two who are responsible, whose promises are open, and the facilitator; who left is called by nothing.
    expect(called['channel-opens']).toEqual([member(0), member(1), member(2)]);
  });

  test('no message calls the channel, and none has emoji', () => {
    const all = strings(Object.values(posts));
    expect(all.filter((text) => /<!|@channel|@here|:\w+:|\p{Emoji_Presentation}/u.test(text))).toEqual([]);
  });

  describe('the card', () => {
    test('stays as it is while a round is contributed to and closed', () => {
      const open = tell.begun(tell.made(), '2026-12-08');
      const card = (group: typeof open) => cardMessage(group, '2026-12-08T12:00:00Z', texts);
      const spoken = tell.contributed(open, 2, { progress: [3, 4], worked: 'x' });
      expect(card(spoken)).toEqual(card(open));
      expect(card(tell.closed(spoken))).toEqual(card(open));
    });
  });

  describe('the opening', () => {
    const open = tell.second();

    test('tells how many have contributed, and not who', () => {
      const [one, other] = [1, 3].map((who) =>
        openingMessage(tell.contributed(open, who, { progress: [1, 5], worked: 'x', tried: 'y' }), texts),
      );
      expect(one).toEqual(other);
      expect(one?.text).toContain(texts.channel.opening.contributed(1, 5));
      expect(one?.text).not.toContain('\nx');
    });

    test('begins with the promises', () => {
      expect(openingMessage(open, texts).text.split('\n')[0]).toBe(
        texts.channel.opening.open({ date: '2026-12-28', time: '09:00' }),
      );
    });

    test('says how many notes there are beyond those it shows, and where to read them', () => {
      const much = tell.extreme('ordinary');
      const { text, blocks } = openingMessage(much, texts);
      expect(much.notes).toHaveLength(20);
      expect([text, ...blocks.flatMap(said)].join()).toContain(texts.channel.opening.moreNotes(12));
      expect(buttonsIn(blocks).map(({ action_id }) => action_id)).toContain(groupActions.lines);
    });

    test('shows every open promise', () => {
      const { blocks } = openingMessage(tell.extreme('ordinary'), texts);
      const promised = new Set(usersIn(blocks));
      expect(promised.size).toBe(20);
    });
  });

  describe('the summary', () => {
    const much = tell.closed(tell.extreme('half-way'));
    const { blocks } = summaryMessage(much, texts);
    const buttons = buttonsIn(blocks);
    const shown = buttons
      .filter(({ action_id }) => action_id === groupActions.commit)
      .map(({ value }) => value);

    test('uses its room where there is too much', () => {
      expect(blocks.length).toBeGreaterThan(45);
      expect(lengthOfText(blocks)).toBeGreaterThan(3000);
      const longest = summaryMessage(storyteller(language, broadest).extreme('ordinary'), texts);
      expect(lengthOfText(longest.blocks)).toBeGreaterThan(6000);
    });

    test('shows a line of everybody, of every kind, and says how many there are beyond', () => {
      const total = linesOf(much.round!).length + much.notes.length;
      expect(total).toBe(120);
      for (const { id } of much.members) expect(shown.some((value) => value?.includes(`.${id}.`))).toBe(true);
      expect(blocks.flatMap(said)).toContain(texts.channel.summary.moreLines(total - shown.length));
      for (const heading of Object.values(texts.channel.summary.lines))
        expect(blocks.flatMap(said).join('\n')).toContain(heading);
    });

    test('has a button for every line that nothing was agreed on from, and none after the end', () => {
      const several = tell.closed(tell.severalRounds());
      const values = (post: Message) =>
        buttonsIn(post.blocks).filter(({ action_id }) => action_id === groupActions.commit);
      // What somebody needs or offers without a word of their own stands in the columns.
      const lines = linesOf(several.round!).filter(({ text }) => text !== undefined);
      expect(lines.length + several.notes.length).toBe(values(summaryMessage(several, texts)).length);
      const [line] = lines;
      const agreed = tell.promised(several, 0, 1, '2027-02-01', line?.id);
      const left = values(summaryMessage(agreed, texts)).map(({ value }) => value);
      expect(left).toHaveLength(lines.length + several.notes.length - 1);
      expect(left).not.toContain(`${channel} ${line?.id}`);
      expect(values(posts['channel-summary-after-the-end']!)).toEqual([]);
    });

    describe('what somebody needs or offers without words of their own', () => {
      const begun = tell.begun(tell.made(), '2026-12-08');
      const needed = tell.contributed(begun, 1, { need: { kinds: ['time'] } });
      const { needs, lends } = texts.channel.line;
      const { lines } = texts.channel.summary;
      const text = (group: typeof begun) => summaryMessage(group, texts).text;

      test('stands among the lines as long as nobody has the other side of it', () => {
        expect(text(tell.closed(needed))).toContain(`Peter Holm: ${needs(['time'])}`);
        expect(text(tell.closed(needed))).toContain(lines.need);
      });

      test('stands in the columns alone once somebody has, and without a heading of its own', () => {
        const both = tell.closed(tell.contributed(needed, 2, { lend: { kinds: ['people'], text: 'x' } }));
        expect(text(both)).toContain(`• Peter Holm ${needs(['time'])}`);
        expect(text(both)).not.toContain('Peter Holm:');
        expect(text(both)).not.toContain(lines.need);
        expect(text(both)).toContain(`Karen Friis: ${lends(['people'])}. x`);
        expect(text(both)).toContain(lines.lend);
      });

      test('is a line again when something was agreed on from it', () => {
        const both = tell.closed(tell.contributed(needed, 2, { lend: { kinds: ['people'] } }));
        const agreed = tell.promised(both, 0, 3, '2027-02-01', linesOf(both.round!)[0]?.id);
        expect(text(agreed)).toContain(
          `Peter Holm: ${needs(['time'])}\n${texts.channel.summary.agreed('James Ward', '2027-02-01')}`,
        );
      });

      test('stands among the lines where the columns have no room for it', () => {
        const everybody = Array.from({ length: 8 }, (_, index) => index);
        const first = tell.begun(tell.made(8), '2026-12-08');
        const many = everybody.reduce(
          (group, index) => tell.contributed(group, index, { need: { kinds: ['time'] } }),
          tell.contributed(first, 0, { lend: { kinds: ['time'] } }),
        );
        const all = tell.contributed(many, 0, { need: { kinds: ['time'] }, lend: { kinds: ['time'] } });
        const said = text(tell.closed(all)).split('\n');
        expect(said.filter((line) => line.startsWith('• ') && line.endsWith(needs(['time'])))).toHaveLength(
          6,
        );
        expect(said.filter((line) => line.endsWith(`: ${needs(['time'])}`))).toHaveLength(2);
      });
    });

    test('has no chart of rounds in which somebody was silent on a point, nor where the workspace refuses charts', () => {
      const charts = (post: Message | undefined) =>
        post?.blocks.filter(({ type }) => type === 'data_visualization') ?? [];
      const half = tell.contributed(tell.begun(tell.made(), '2026-12-08'), 1, { progress: [3] });
      expect(charts(summaryMessage(tell.closed(half), texts))).toEqual([]);
      expect(charts(posts['channel-summary-without-chart'])).toEqual([]);
      expect(charts(posts['channel-summary-nobody'])).toEqual([]);
      expect(charts(posts['channel-summary-first'])).toMatchObject([{ chart: { type: 'bar' } }]);
      expect(charts(posts['channel-summary'])).toMatchObject([{ chart: { type: 'line' } }]);
    });
  });

  test('every button belongs to the channel, and names no more than ids', () => {
    const values = Object.values(posts).flatMap(({ blocks }) => buttonsIn(blocks).map(({ value }) => value));
    expect(values.filter((value) => !/^C0LEDERE [\w.-]+$/.test(value ?? ''))).toEqual([]);
  });
});

describe('what is too long', () => {
  test.each<[string, number, string]>([
    ['kort nok', 20, 'kort nok'],
    ['Færre fælles møder om mandagen', 20, 'Færre fælles møder…'],
    ['Donaudampfschifffahrtsgesellschaft', 20, 'Donaudampfschifffah…'],
    ['Møder, der ikke er nødvendige', 7, 'Møder…'],
    ['🫐🫐🫐🫐', 3, '🫐🫐…'],
    ['x', 0, '…'],
  ])('%s at most %i: %s', (text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
  });

  test.each<[number[], number, number]>([
    [[], 10, 10],
    [[1, 2, 3], 10, 3],
    [[9, 9], 10, 5],
    [[2, 9, 9], 12, 5],
    [[1, 1, 1, 100], 10, 7],
  ])('%j share %i: %i each', (lengths, room, expected) => {
    expect(evenShare(lengths, room)).toBe(expected);
  });
});

test('the same story twice is the same message', () => {
  const again = storyteller('da', asTheyAre);
  expect(summaryMessage(done(again.closed(again.severalRounds())), textsIn('da'))).toEqual(
    everyPost('da', asTheyAre)['channel-summary'],
  );
});

/** What a block says, as a message's text says it: escaped, people as mentions; buttons and charts say nothing. */
function said(block: Block): string[] {
  switch (block.type) {
    case 'header':
      return [escaped(block.text.text)];
    case 'section':
      return block.text ? [escaped(block.text.text)] : (block.fields ?? []).map(({ text }) => escaped(text));
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? [element.text] : []));
    case 'rich_text':
      return [
        block.elements
          .flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []))
          .map(word)
          .join(''),
      ];
    default:
      return [];
  }
}

function word(element: RichTextElement): string {
  if (element.type === 'user') return `<@${element.user_id}>`;
  return element.type === 'text' ? escaped(element.text) : '';
}

function usersIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('user_id' in node) return [String(node.user_id)];
  return Object.values(node).flatMap(usersIn);
}

type Button = { action_id: string; value?: string };

function buttonsIn(node: unknown): Button[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'button') return [node as unknown as Button];
  return Object.values(node).flatMap(buttonsIn);
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

/** Plain text without `:emoji:`, the text of a rich text, the name of a chart's series, or what only screen readers say. */
function isLetterByLetter({ key, in: around }: Place): boolean {
  if (key === 'accessibility_label') return around['type'] === 'button';
  if (key === 'name') return Array.isArray(around['data']);
  if (key !== 'text') return false;
  return around['type'] === 'text' || (around['type'] === 'plain_text' && around['emoji'] === false);
}
