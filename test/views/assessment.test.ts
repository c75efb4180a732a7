import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { problemsOfView } from '../../playground/slack/validate/index.ts';
import {
  type Assessment,
  leaderStatements,
  pageWith,
  type Rated,
  type Rating,
  type Ratings,
  ratings,
} from '../../shared/domain/assessment.ts';
import type { Language, Person } from '../../shared/domain/person.ts';
import { leaderThemes } from '../../shared/domain/themes.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { assessmentView, questionOn, wayToAssessment } from '../../shared/views/assessment.ts';
import { assessmentResultView, readChoice } from '../../shared/views/assessment-result.ts';
import { pointView, readPoint } from '../../shared/views/point.ts';
import { ratingsIn, readRatings } from '../../shared/views/ratings.ts';
import { assessmentButton, startView } from '../../shared/views/start.ts';
import { now, ordinary, somebody, submission, withAgreement } from './people.ts';

/** The prioritisation test's pages and what comes of it: golden, within Slack's rules, and what is read of their fields. */

const languages: Language[] = ['da', 'en'];
const texts = textsIn('da');
const pageOf = ({ now }: Rated) => pageWith(leaderStatements, now);

const ofAll = (rate: (index: number) => Rating): Ratings =>
  Object.fromEntries(leaderThemes.map((theme, index) => [theme, rate(index)]));
const mixed: Assessment = {
  id: submission(4),
  now: ofAll((index) => ratings[(index * 7) % 5] ?? 3),
  helps: ofAll((index) => ratings[(index * 3) % 5] ?? 3),
  on: '2026-12-08',
};
const begun: Assessment = { ...mixed, now: { meaning: 4, valued: 1 }, helps: {} };
const level: Assessment = { ...mixed, now: ofAll(() => 3), helps: {} };
const perfect: Assessment = { ...mixed, now: ofAll(() => 5), helps: {} };
const chosen: Assessment = { ...mixed, chosen: ['growing', 'climate'] };

function everyAssessmentView(language: Language): Record<string, ModalView> {
  const t = textsIn(language);
  const nobody = somebody(language);
  const running = withAgreement(nobody, { write: ordinary[language] });
  const result = (person: Person, assessment: Assessment) =>
    assessmentResultView({ ...person, assessment }, assessment, now, t);
  return {
    'assessment-first': assessmentView(undefined, 0, t),
    'assessment-first-begun': assessmentView(begun, 0, t),
    'assessment-second': assessmentView(mixed, 1, t),
    'assessment-third': assessmentView(mixed, 2, t),
    'assessment-helps': assessmentView(mixed, 'helps', t),
    'assessment-helps-drawn': assessmentView(level, 'helps', t),
    'assessment-result': result(nobody, mixed),
    'assessment-result-chosen': result(nobody, chosen),
    'assessment-result-running': result(running, mixed),
    'assessment-result-perfect': result(nobody, perfect),
    'start-assessment-begun': startView({ ...nobody, assessment: begun }, now, t),
    'start-assessment-done': startView({ ...nobody, assessment: mixed }, now, t),
    'point-first-way': pointView(0, undefined, t, { way: wayToAssessment(nobody, t) }),
    'point-first-theme': pointView(0, undefined, t, { theme: 'time', way: questionOn('time', t) }),
    'point-second-theme': pointView(1, undefined, t, { theme: 'sparring' }),
  };
}

describe.each(languages)('in %s', (language) => {
  const shown = everyAssessmentView(language);

  test.each(Object.keys(shown).filter((name) => name.startsWith('assessment-')))(
    '%s is as in its golden file',
    async (name) => {
      const file = `./golden/${name}.${language}.json`;
      await expect(`${JSON.stringify(shown[name], null, 2)}\n`).toMatchFileSnapshot(file);
    },
  );

  test.each(Object.entries(shown))('Slack accepts %s', (_, view) => {
    expect(problemsOfView(view)).toEqual([]);
  });

  const t = textsIn(language);
  test.each([
    ['nothing', somebody(language), t.assessment.take],
    ['a test begun anew', { ...somebody(language), assessment: { ...begun, now: {} } }, t.assessment.take],
    ['a page', { ...somebody(language), assessment: begun }, t.assessment.goOn],
    ['a whole test', { ...somebody(language), assessment: mixed }, t.assessment.see],
  ])('the button says where one left it: after %s', (_, person, label) => {
    expect(assessmentButton(person, t).text.text).toBe(label);
  });

  test('nothing is said of health', () => {
    const ofHealth =
      /helbred|sund|syg|stress|symptom|udbr|psyk|diagnos|læge|behandl|trives|health|sick|\bill\b|burn|therap|doctor|mental/i;
    expect(spoken(t.assessment).filter((text) => ofHealth.test(text))).toEqual([]);
  });

  test('no rating is shown as a number, nor is there a sum of them', () => {
    const read = Object.entries(shown)
      .filter(([name]) => name.startsWith('assessment-'))
      .flatMap(([, view]) => strings(view.blocks))
      .filter((text) => !Object.values(t.assessment.statements).includes(text));
    const told = read.filter((text) => /\d/.test(text));
    const date = /\d{1,2}\.? \p{L}+ \d{4}/u;
    const withDateOnly = (text: string) => !/\d/.test(text.replace(date, ''));
    const place = /^(Side|Page) \d (af|of) \d/;
    expect(told.filter((text) => !withDateOnly(text) && !place.test(text) && !text.includes('90'))).toEqual(
      [],
    );
  });
});

/** Every text, those that are told something included. */
function spoken(node: unknown): string[] {
  if (typeof node === 'function') return [String(node('2026-12-08', 4))];
  if (typeof node !== 'object' || node === null) return [String(node)];
  return Object.values(node).flatMap(spoken);
}

/** What a person can read: labels, options, sentences. */
function strings(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(strings);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'text' in node && typeof node.text === 'string' ? [node.text] : [];
  return [...own, ...Object.values(node).flatMap(strings)];
}

const radio = (value?: string) => ({ value: { selected_option: value === undefined ? null : { value } } });

describe('what is read', () => {
  test.each([
    [
      'of a page',
      { 'now-time': radio('2'), 'now-time-off': radio('5') },
      { now: { time: 2, 'time-off': 5 }, helps: {} },
    ],
    ['of a page begun anew', { 'now-time.V1.2': radio('2') }, { now: { time: 2 }, helps: {} }],
    [
      'of a page that is left half',
      { 'now-time': radio('2'), 'now-valued': radio() },
      { now: { time: 2 }, helps: {} },
    ],
    ['of what would help', { 'helps-time': radio('1') }, { now: {}, helps: { time: 1 } }],
    ['of what is no rating', { 'now-time': radio('6'), 'now-health': radio('1') }, { now: {}, helps: {} }],
    ['of nothing', {}, { now: {}, helps: {} }],
  ])('%s, as it is', (_, values, rated) => {
    expect(ratingsIn(leaderStatements, values, texts)).toEqual(rated);
  });

  test('of a whole page is all of it but what may be skipped', () => {
    const page = { 'now-mandate': radio('1'), 'now-manager': radio(), 'now-sparring.V1': radio() };
    expect(readRatings(leaderStatements, page, texts)).toEqual({
      errors: { 'now-sparring.V1': texts.errors.choose },
    });
    expect(readRatings(leaderStatements, { ...page, 'now-sparring.V1': radio('5') }, texts)).toEqual({
      value: { now: { mandate: 1, manager: undefined, sparring: 5 }, helps: {} },
    });
    expect(readRatings(leaderStatements, { 'helps-manager': radio() }, texts)).toEqual({
      errors: { 'helps-manager': texts.errors.choose },
    });
  });

  test('says which page it was', () => {
    expect(pageOf({ now: { valued: 1 }, helps: {} })).toBe(0);
    expect(pageOf({ now: { manager: undefined }, helps: {} })).toBe(1);
    expect(pageOf({ now: { growing: 1 }, helps: {} })).toBe(2);
    expect(pageOf({ now: {}, helps: {} })).toBe(0);
  });

  test.each([
    [{ first: radio('time'), 'second.climate': radio('climate') }, { value: ['time', 'climate'] }],
    [{ 'first.time': radio('time'), second: radio('time') }, { errors: { second: texts.assessment.differ } }],
    [
      { 'first.time': radio(), second: radio('x') },
      { errors: { 'first.time': texts.errors.choose, second: texts.errors.choose } },
    ],
    [{}, { errors: { first: texts.errors.choose, second: texts.errors.choose } }],
  ])('of the choice %j', (values, read) => {
    expect(readChoice(values, texts)).toEqual(read);
  });

  test('of a point’s theme is the one that stands there', () => {
    const point = { title: { value: { value: 'x' } }, 'first-step': { value: { value: 'y' } } };
    const themeOf = (values: Parameters<typeof readPoint>[0]) => {
      const read = readPoint({ ...point, ...values }, texts);
      return 'value' in read ? read.value.theme : 'refused';
    };
    expect(themeOf({ theme: radio('time') })).toBe('time');
    expect(themeOf({ 'theme.time': radio('growing') })).toBe('growing');
    expect(themeOf({ 'theme.time': radio() })).toBeUndefined();
    expect(themeOf({})).toBeUndefined();
  });
});
