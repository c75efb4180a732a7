import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { problemsOfMessage, problemsOfView } from '../../playground/slack/validate/index.ts';
import { groupStatements, type Rating, type Ratings } from '../../shared/domain/assessment.ts';
import { type Group, mostMembers, newGroup } from '../../shared/domain/group.ts';
import type { GroupAssessment } from '../../shared/domain/group-assessment.ts';
import type { Language } from '../../shared/domain/person.ts';
import { type GroupStatement, groupStatementThemes, groupThemes } from '../../shared/domain/themes.ts';
import { textsIn } from '../../shared/texts/index.ts';
import type { Message } from '../../shared/views/blocks.ts';
import {
  answeredView,
  beginTestView,
  nameThemeView,
  readBeginTest,
  readNamedTheme,
  testPageView,
  testResultView,
  themesOver,
} from '../../shared/views/group-test.ts';
import { testMessage, themesMessage } from '../../shared/views/group-test-post.ts';
import { readThing } from '../../shared/views/metadata.ts';
import { ratingsIn, readRatings } from '../../shared/views/ratings.ts';
import type { Values } from '../../shared/views/values.ts';
import { channel, groupOf, leader, member, tenant, viewerIs } from './group-cases.ts';
import { broadest, hostile, marker, ordinary, pictures, submission } from './people.ts';

/** A group's test: its modals and its posts, golden, within Slack's rules whatever names are in them; and what is read of its fields. */

const languages: Language[] = ['da', 'en'];
const texts = textsIn('da');
type Words = (most: number) => string;

const ofAll = (rate: (index: number) => Rating): Ratings<GroupStatement> =>
  Object.fromEntries(groupStatementThemes.map((theme, index) => [theme, rate(index)]));
const mixed = {
  now: ofAll((index) => (((index * 7) % 5) + 1) as Rating),
  helps: ofAll((index) => (((index * 3) % 5) + 1) as Rating),
};
const six = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
const asked: GroupAssessment = {
  ...{ id: submission(4), by: leader, on: '2026-12-08', members: six, named: [] },
  closesAt: '2026-12-10T08:00:00Z',
  answers: [{ id: `${submission(4)}/${member}`, by: member, ...mixed }],
};
const closed = { ...asked, closedAt: '2026-12-09T08:00:00Z', answers: [] };
const longIds = Array.from({ length: mostMembers }, (_, index) => `U${String(index).padStart(10, '0')}`);
const everybodyNames = (name: Words): GroupAssessment => ({
  ...{ ...closed, members: longIds },
  named: longIds.map((by, index) => ({
    by,
    name: name(80),
    theme: groupThemes[index % groupThemes.length]!,
  })),
});

const withTest = (language: Language, assessment?: GroupAssessment, more: Partial<Group> = {}): Group => ({
  ...newGroup({ tenant, channel }),
  ...{ language, assessment, ...more },
});

function everyTestView(language: Language, write: Words): Record<string, ModalView> {
  const t = textsIn(language);
  const viewer = viewerIs(member);
  const page = (assessment: GroupAssessment, at: 0 | 1 | 'helps') =>
    testPageView(withTest(language, assessment), assessment, viewer, at, t);
  const result = (assessment: GroupAssessment, more: Partial<Group> = {}) =>
    testResultView(withTest(language, assessment, more), assessment, viewer, t);
  const naming = (assessment: GroupAssessment) =>
    nameThemeView(withTest(language, assessment), assessment, viewer, t);
  const { agreement, members } = groupOf(write);
  return {
    'group-test-begin': beginTestView(withTest(language), viewer, t),
    'group-test-begin-members': beginTestView(groupOf(write), viewer, t),
    'group-test-first': page({ ...asked, answers: [] }, 0),
    'group-test-second': page(asked, 1),
    'group-test-helps': page(asked, 'helps'),
    'group-test-answered': answeredView(withTest(language, asked), asked, viewer, t),
    'group-test-answered-starter': answeredView(withTest(language, asked), asked, viewerIs(leader), t),
    'group-test-result': result({ ...closed, top: ['room', 'frames', 'group-sparring'] }),
    'group-test-result-agreed': result({ ...closed, top: ['room'] }, { agreement, members }),
    'group-test-result-nothing': result({ ...closed, top: [] }),
    'group-test-name': naming(closed),
    'group-test-name-few': naming({ ...closed, unopened: 'too-few', members: six.slice(0, 3) }),
    'group-test-name-full': naming(everybodyNames(write)),
  };
}

function everyTestPost(language: Language, write: Words): Record<string, Message> {
  const t = textsIn(language);
  const post = (assessment: GroupAssessment, more: Partial<Group> = {}) =>
    themesMessage(withTest(language, assessment, more), t);
  const named = [{ by: member, name: write(80), theme: 'trust' }] as const;
  return {
    'group-test-post': testMessage(withTest(language, asked), t),
    'group-test-post-closed': testMessage(withTest(language, closed), t),
    'group-test-post-forgotten': testMessage(withTest(language, { ...asked, by: 'NOBODY1' }), t),
    'group-test-post-full': testMessage(withTest(language, { ...asked, members: longIds }), t),
    'group-test-order': post({ ...closed, top: ['room', 'frames', 'group-sparring'] }),
    'group-test-order-agreed': post({ ...closed, top: ['room', 'frames'] }, groupOf(write)),
    'group-test-order-nothing': post({ ...closed, top: [] }),
    'group-test-naming-few': post({ ...closed, unopened: 'too-few', members: six.slice(0, 3) }),
    'group-test-naming-alike': post({ ...closed, unopened: 'too-alike' }),
    'group-test-naming-not-enough': post({ ...closed, named: [...named] }),
    'group-test-naming-full': post(everybodyNames(write)),
  };
}

describe.each(languages)('in %s', (language) => {
  const shown = {
    ...everyTestView(language, ordinary[language]),
    ...everyTestPost(language, ordinary[language]),
  };

  test.each(Object.keys(shown).filter((name) => !name.endsWith('full')))(
    '%s is as in its golden file',
    async (name) => {
      const file = `./golden/${name}.${language}.json`;
      await expect(`${JSON.stringify(shown[name], null, 2)}\n`).toMatchFileSnapshot(file);
    },
  );

  describe.each<[string, Words]>([
    ['a few words', ordinary[language]],
    ['the broadest letter as often as it goes', broadest],
    ['emoji as often as it goes', pictures],
    ['what tries to be the app', hostile],
  ])('by those called %s', (_, write) => {
    const views = everyTestView(language, write);
    const posts = everyTestPost(language, write);

    test('Slack accepts every modal and every post', () => {
      const problems = [
        ...Object.entries(views).map(([name, view]) => [name, problemsOfView(view)] as const),
        ...Object.entries(posts).map(([name, post]) => [name, problemsOfMessage(post)] as const),
      ];
      expect(problems.filter(([, found]) => found.length > 0)).toEqual([]);
    });

    test('no text is cut in the middle of a character', () => {
      expect(strings([views, posts]).filter((text) => !text.isWellFormed())).toEqual([]);
    });
  });

  test('a name stands letter by letter, and calls nobody', () => {
    const around = nodes([everyTestView(language, hostile), everyTestPost(language, hostile)]).filter(
      ({ text }) => typeof text === 'string' && text.includes(marker),
    );
    const inBlocks = around.filter(({ blocks }) => blocks === undefined);
    expect(inBlocks.length).toBeGreaterThan(40);
    // As a rich text's, or as a plain text without `:emoji:`.
    const isPlain = (node: Node) =>
      node['type'] === 'text' || (node['type'] === 'plain_text' && node['emoji'] === false);
    expect(inBlocks.filter((node) => !isPlain(node))).toEqual([]);
    for (const { text } of around.filter(({ blocks }) => blocks !== undefined))
      expect(text).not.toMatch(/<(?!@U\d)/);
  });

  test('neither post nor modal of the one who began it says who has answered, or how many', () => {
    const t = textsIn(language);
    const seenWhen = (answers: GroupAssessment['answers']) => {
      const assessment = { ...asked, answers };
      const group = withTest(language, assessment);
      return JSON.stringify([
        testMessage(group, t),
        themesMessage(group, t),
        answeredView(group, assessment, viewerIs(leader), t),
        testPageView(group, assessment, viewerIs(leader), 0, t),
        themesOver(group, t),
      ]);
    };
    const others = six.slice(1).map((by) => ({ id: `T/${by}`, by, ...mixed }));
    expect(new Set(others.map((_, count) => seenWhen(others.slice(0, count)))).size).toBe(1);
  });

  test.each(Object.entries(everyTestView(language, ordinary[language])))(
    '%s is about its channel',
    (_, view) => {
      if (view.private_metadata !== undefined) expect(readThing(view.private_metadata).owner).toBe(channel);
      else expect(view.callback_id).toBe('group-test');
    },
  );
});

describe('what is read', () => {
  const chosen = (value: string | null): Values[string] => ({
    value: { selected_option: value === null ? null : { value } },
  });
  const users = (ids: string[]): Values[string] => ({ value: { selected_users: ids } });
  const begin = (values: Values) =>
    readBeginTest(newGroup({ tenant, channel }), viewerIs(leader), values, texts);

  test('who takes part and how long; who begins it is always among them', () => {
    expect(begin({ members: users(['U2', 'U3']), 'hours-open': chosen('72') })).toEqual({
      value: { members: expect.arrayContaining(['U1', 'U2', 'U3']), hoursOpen: 72 },
    });
    expect(begin({ 'hours-open': chosen('24') })).toEqual({ value: { members: undefined, hoursOpen: 24 } });
  });

  test.each<[string, Values, string]>([
    ['nobody else', { members: users([]), 'hours-open': chosen('48') }, 'members'],
    ['oneself twice', { members: users(['U1', 'U1']), 'hours-open': chosen('48') }, 'members'],
    ['what is no id', { members: users(['<!here>', '__proto__']), 'hours-open': chosen('48') }, 'members'],
    ['hours we do not have', { members: users(['U2']), 'hours-open': chosen('1000') }, 'hours-open'],
    ['no hours', { members: users(['U2']) }, 'hours-open'],
  ])('not %s', (_, values, field) => {
    const read = begin(values);
    expect('errors' in read && Object.keys(read.errors)).toEqual([field]);
  });

  test('a theme, and none that we do not have', () => {
    expect(readNamedTheme({ theme: chosen('trust') }, texts)).toEqual({ value: 'trust' });
    for (const value of [null, '', 'meaning', 'constructor', '__proto__'])
      expect(readNamedTheme({ theme: chosen(value) }, texts)).toEqual({
        errors: { theme: texts.errors.choose },
      });
  });

  test('ratings of the statements there are, from one to five', () => {
    const field = 'now-frames.V1/U4';
    const read = (value: string | null) => readRatings(groupStatements, { [field]: chosen(value) }, texts);
    expect(read('3')).toEqual({ value: { now: { frames: 3 }, helps: {} } });
    for (const value of [null, '', '0', '6', '3.5', 'constructor'])
      expect(read(value)).toEqual({ errors: { [field]: texts.errors.choose } });
    const strange = { 'now-constructor': chosen('3'), 'now-meaning': chosen('3'), __proto__: chosen('3') };
    expect(ratingsIn(groupStatements, strange, texts)).toEqual({ now: {}, helps: {} });
  });
});

type Node = Record<string, unknown>;

function nodes(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  return [node as Node, ...Object.values(node).flatMap(nodes)];
}

function strings(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(strings) : [];
}
