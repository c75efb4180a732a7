import { readdirSync, readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../shared/domain/person.ts';
import { clock, dayAndMonth, fullDate, longDate } from '../../shared/texts/dates.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { assessmentFacts } from './assessment-facts.ts';
import { groupFacts } from './group-facts.ts';
import { homeFacts } from './home-facts.ts';
import { myDataFacts } from './my-data-facts.ts';

/** Every word the app says: in both languages, within Slack's limits, and nowhere else. */

type Leaf = { path: string; value: unknown };

function leaves(node: unknown, path = ''): Leaf[] {
  if (typeof node !== 'object' || node === null) return [{ path, value: node }];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

const moment = { date: '2026-12-08', time: '09:00' };

/** What each text that is told something is told, so that it can be read; in all its variants. */
const facts: Record<string, unknown[][]> = {
  ...assessmentFacts,
  ...groupFacts,
  ...homeFacts,
  ...myDataFacts,
  'start.draft': [['2026-12-08']],
  'start.running': [['2027-02-23']],
  'start.ended': [['2027-02-23', '2027-03-26']],
  'start.next': [[moment]],
  'start.paused': [['2027-01-04']],
  'start.inbox': [[1], [12]],
  'rhythm.hoursNote': [[{ from: '08:00', to: '16:00' }]],
  'rhythm.periodNote': [['2027-02-23', 'Europe/Copenhagen']],
  'rhythm.zoneNote': [['Europe/Copenhagen']],
  'saved.lines': [[moment], [undefined]],
  'agreement.stopConfirm.text': [[1], [30]],
  'history.kept': [[1], [30]],
  'agreement.period': [1, 2, 4].map((weeks) => ['2026-11-23', '2027-02-23', weeks]),
  'agreement.stopped': [['2026-12-08']],
  'agreement.retired': [['2026-12-08']],
  'edit.why': [['x']],
  'pause.paused': [['2027-01-04']],
  'pause.resumed': [[moment], [undefined]],
  'closing.lost': [[1], [3]],
  'closing.extend': [[1], [3]],
  'closing.extended': [['2027-03-16']],
  'closing.readUntil': [['2027-03-25']],
  'checkIn.note': [['x']],
  'checkIn.saved': [[moment], [undefined]],
  'prompt.ask': [['Anna'], ['']],
  'prompt.askHalfWay': [['Anna'], ['']],
  'prompt.askClosing': [['Anna'], ['']],
  'prompt.remind': [[moment], [undefined]],
  'prompt.paused': [['2027-01-04']],
  'prompt.answered': [[moment], [undefined]],
  'prompt.skipped': [[moment], [undefined]],
  'prompt.moved': [[moment]],
  'ask.madeOn': [['2026-12-08']],
  'inbox.since': [['2026-12-08']],
  'inbox.talkedOn': [['2026-12-08']],
  'inbox.by': [['2026-12-08']],
  'partner.outsideLines': [['Ida']],
  'news.hello': [['Anna'], ['']],
  'errors.tooLong': [[80]],
  'errors.unsaved': [['ab12cd34']],
  'errors.failed': [['ab12cd34']],
};

/** What follows the name of somebody. */
const afterAName =
  /^(myData\.noLongerWith|people\.sees\.\w+|ask\.sees(It|PointsToo)|answer\.needs|(partner|sparring)\.asks)$/;
/** What stands before the name of somebody, and what after it. */
const aroundAName = /^(news\.[\w-]+|myData\.noLonger)\.[01]$/;

/** Every text as it is read, the told ones included, and with a name where there will be one. */
function readable(language: Language): { path: string; text: string }[] {
  return [...sentences(language), ...wholes(language)];
}

function sentences(language: Language): { path: string; text: string }[] {
  return Object.entries(textsIn(language).news).flatMap(([key, value]) =>
    Array.isArray(value) ? [{ path: `news.${key}`, text: value.join('Karen') }] : [],
  );
}

function wholes(language: Language): { path: string; text: string }[] {
  const whole = leaves(textsIn(language)).filter(({ path }) => !aroundAName.test(path));
  return whole.flatMap(({ path, value }) => {
    if (afterAName.test(path)) return [{ path, text: `Karen${value}` }];
    if (typeof value !== 'function') return [{ path, text: String(value) }];
    const told = facts[path];
    if (told === undefined) throw new Error(`What is ${path} told? Add it to the facts of this test.`);
    return told
      .flatMap((given) => [(value as (...given: unknown[]) => string | string[])(...given)].flat())
      .map((text) => ({ path, text }));
  });
}

const languages: Language[] = ['da', 'en'];
const kinds = (language: Language) =>
  leaves(textsIn(language)).map(({ path, value }) => `${path}: ${typeof value}`);

test('both languages have the same texts, lists as long as each other', () => {
  expect(kinds('en').sort()).toEqual(kinds('da').sort());
});

test('both languages use the same number of sentences where one text has several', () => {
  const counts = (language: Language) =>
    readable(language)
      .map(({ path }) => path)
      .sort();
  expect(counts('en')).toEqual(counts('da'));
});

describe.each(languages)('in %s', (language) => {
  const texts = readable(language);
  const of = (pattern: RegExp) => texts.filter(({ path }) => pattern.test(path));

  test('no text is empty, cut, or untold', () => {
    const bad = texts.filter(
      ({ text }) => text.trim() === '' || text !== text.trim() || /undefined|NaN|Invalid|\[object/.test(text),
    );
    expect(bad).toEqual([]);
  });

  test('no text has a space too many, or one before its end', () => {
    expect(texts.filter(({ text }) => / {2}| [.,;:!?]/.test(text))).toEqual([]);
  });

  test.each<[string, number, RegExp, number]>([
    [
      'titles and buttons of modals',
      24,
      /^(?!point\.title$|.*Confirm\.).*\.(title|titleNew|\w+Title|submit|send)$|^point\.titles|^(close|back|next|save|app)$|^rhythm\.save$|^checkIn\.thanks$|^start\.help$|^partner\.shared$|^answer\.(thanks|happened)$/,
      75,
    ],
    [
      'buttons',
      75,
      /^start\.(make|makeNew|goOn|see|answer|resume|lookBack|help|inbox|sparring)$|^prompt\.(answer|tomorrow|skip|pause)$|^rhythm\.otherTimes$|^agreement\.(edit|replace|changeRhythm|pause|stop|history)$|^closing\.extend$|^people\.(bring|change)$|^ask\.(make|open|redirect|withdraw)$|^answer\.happenings\.|^inbox\.(answerNow|change|seeWin|titleNothing|talked|whatIsShared|leave)$|^partner\.(yes|no|seeText)$|^news\.(open|see|tell|chooseOther|contribute)$|^start\.mine$|^groupSaid\.openNow$|^channel\.(see$|card\.(resume|lookBack)$|opening\.(contribute|close|handOver)$|summary\.(commit|review|end)$|ended\.make$)|^group\.view\.(contribute|change|openRound|handOver|closeRound|commit|edit|replace|takePoint|answer|take|changeMembers|changeRhythm|pause|resume|end|makeNew|make|takeOver|leave|stop)$|^group\.closing\.extend$|^group\.mine\.see$|^assessment\.(take|goOn|see|again|correct)$|^groupTest\.(take|see|own|correct|answerNow|close|toAgreement|again|others|post\.name)$/,
      100,
    ],
    [
      'options',
      75,
      /^themes\.|^rhythm\.(choices|weekdays)|^checkIn\.progress|^closing\.outcomes|^halfWay\.(yes|no|expectationsYes|expectationsNo)$|^ask\.kinds\.|^(answer|sparring)\.replies\.|^group\.(themes|rhythm\.hours|closing\.outcomes|contribute\.(needs|lends)|answer\.answers)\.|^group\.contribute\.still(Yes|No)$|^assessment\.(now|helps)\./,
      85,
    ],
    ['buttons of a question', 30, /Confirm\.(yes|no)$/, 20],
    ['titles of a question', 100, /Confirm\.title$/, 10],
    ['texts of a question', 300, /Confirm\.text$/, 12],
    ['placeholders', 150, /placeholder$/i, 9],
  ])('%s have %i characters at most', (_, most, pattern, count) => {
    const found = of(pattern);
    expect(found).toHaveLength(count);
    expect(found.filter(({ text }) => [...text].length > most)).toEqual([]);
  });

  test('months and weekdays are written out', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-03`);
    expect(months.map((date) => dayAndMonth(language, date))).toEqual(
      language === 'da'
        ? [
            '3. januar',
            '3. februar',
            '3. marts',
            '3. april',
            '3. maj',
            '3. juni',
            '3. juli',
            '3. august',
            '3. september',
            '3. oktober',
            '3. november',
            '3. december',
          ]
        : [
            '3 January',
            '3 February',
            '3 March',
            '3 April',
            '3 May',
            '3 June',
            '3 July',
            '3 August',
            '3 September',
            '3 October',
            '3 November',
            '3 December',
          ],
    );
    const week = Array.from({ length: 7 }, (_, index) => `2026-12-0${index + 1}`).map((date) =>
      longDate(language, date),
    );
    expect(week.map((day) => day.split(' ')[0]?.toLowerCase())).toEqual(
      ['tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag', 'mandag'].map((day, index) =>
        language === 'da'
          ? day
          : ['tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'monday'][index],
      ),
    );
  });
});

test('a day is written as its language writes it', () => {
  expect(longDate('da', '2026-12-08')).toBe('tirsdag den 8. december');
  expect(longDate('en', '2026-12-08')).toBe('Tuesday 8 December');
});

test.each([
  ['09:00', '9.00', '09:00'],
  ['00:05', '0.05', '00:05'],
  ['10:30', '10.30', '10:30'],
  ['23:59', '23.59', '23:59'],
])('%s is %s in Danish and %s in English', (time, danish, english) => {
  expect([clock('da', time), clock('en', time)]).toEqual([danish, english]);
});

test('the next follow-up is told with weekday, date and time', () => {
  expect(textsIn('da').start.next(moment)).toBe('Næste opfølgning: tirsdag den 8. december kl. 9.00.');
  expect(textsIn('en').start.next(moment)).toBe('Next follow-up: Tuesday 8 December at 09:00.');
});

test('the year is told where it matters: how long an agreement runs', () => {
  expect(textsIn('da').start.running('2027-02-23')).toBe('Din lederaftale løber til den 23. februar 2027.');
  expect(textsIn('en').start.running('2027-02-23')).toBe(
    'Your leader agreement runs until 23 February 2027.',
  );
  expect(textsIn('da').agreement.period('2026-11-23', '2027-02-23', 2)).toBe(
    '23. november 2026 – 23. februar 2027, opfølgning hver anden uge',
  );
  expect(textsIn('en').agreement.period('2026-11-23', '2027-02-23', 4)).toBe(
    '23 November 2026 – 23 February 2027, follow-up every four weeks',
  );
});

test.each([
  ['the last day of a year', '2026-12-31', '31. december 2026', '31 December 2026'],
  ['the first day of a year', '2027-01-01', '1. januar 2027', '1 January 2027'],
  ['a leap day', '2028-02-29', '29. februar 2028', '29 February 2028'],
  ['the night the clocks change', '2027-03-28', '28. marts 2027', '28 March 2027'],
])('%s stays that day', (_, date, danish, english) => {
  expect([fullDate('da', date), fullDate('en', date)]).toEqual([danish, english]);
});

test('English has no Danish letters', () => {
  expect(readable('en').filter(({ text }) => /[æøå]/i.test(text))).toEqual([]);
});

test('no text but a name or a word of both languages is the same in both', () => {
  const danish = new Map(leaves(textsIn('da')).map(({ path, value }) => [path, value]));
  const same = leaves(textsIn('en')).filter(
    ({ path, value }) => typeof value === 'string' && value !== '' && danish.get(path) === value,
  );
  const alike = [
    ...['app', 'start.title', 'ask.send', 'inbox.leaveConfirm.yes', 'news.commitment.1'],
    ...['themes.sparring', 'group.themes.group-sparring', 'sparring.title', 'myData.page.sparring'],
    ...['myData.page.note', 'myData.page.assessment'],
    // A language is called what those who speak it call it.
    ...['settings.mine.languages.da', 'settings.mine.languages.en'],
    ...['settings.workspace.languages.da', 'settings.workspace.languages.en'],
  ];
  expect(same.map(({ path }) => path).sort()).toEqual(alike.sort());
});

describe('no wording lives outside shared/texts', () => {
  const folders = ['shared/views', 'functions/slack', 'functions/worker'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  );

  test.each(files)('%s', (file) => {
    expect(wording(readFileSync(file, 'utf8'))).toEqual([]);
  });

  test.each([
    ["const t = section('Hej med dig');", ['Hej med dig']],
    ["const t = plain('Næste');", ['Næste']],
    ['const t = `Hej §{name}, hvordan går det?`;', ['Hej {}, hvordan går det?']],
    ["throw new Error('A bug of ours');", []],
    ["deps.log.warn('A message was not repainted', {});", []],
    ["// Hej med dig\nconst id = 'open.help';", []],
    ['const two = `§{label}: `;', []],
  ])('%s', (source, found) => {
    // Biome takes a dollar and a brace in a plain string for a slip.
    expect(wording(source.replace('§', '$'))).toEqual(found);
  });
});

/** Paths, HTML, CSS and HTTP headers are written, but not said. */
const isMarkup = (text: string) => /^([./@<]|\w[\w-]*[{:]\S|text\/html|noindex)|\n/.test(text);

/** String literals that read like something said: two words, or Danish letters. Errors and logs are for ourselves. */
function wording(source: string): string[] {
  // Without comments and types, and in one style of quotes.
  const { code } = transformSync(source, { loader: 'ts', charset: 'utf8' });
  const forOurselves = /(new \w*Error|super|log\.\w+|log\[level\])\($/;
  const literals = code.matchAll(/"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g);
  return [...literals]
    .filter(({ index }) => !forOurselves.test(code.slice(0, index)))
    .map(([literal]) => literal.slice(1, -1).replace(/\$\{[^}]*\}/g, '{}'))
    .filter((text) => /\p{L}{2,}[,;:]? \p{L}+|[æøå]/iu.test(text) && !isMarkup(text));
}
