import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { problemsOfView } from '../../playground/slack/validate/index.ts';
import { limits } from '../../shared/domain/agreement.ts';
import type { Group } from '../../shared/domain/group.ts';
import type { Language } from '../../shared/domain/person.ts';
import { type RoundKind, roundLimits } from '../../shared/domain/round.ts';
import { groupThemes } from '../../shared/domain/themes.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { commitmentView, readCommitment, readCommitmentAnswer } from '../../shared/views/commitment.ts';
import { readContribution } from '../../shared/views/contribute.ts';
import { groupActions } from '../../shared/views/group-actions.ts';
import {
  asksForGroupOutcomes,
  groupClosingView,
  readGroupClosing,
} from '../../shared/views/group-closing.ts';
import {
  groupPointsView,
  membersField,
  membersNow,
  readGroupPoints,
  readGroupPointsMetadata,
  readGroupWho,
} from '../../shared/views/group-form.ts';
import { readHandOver } from '../../shared/views/group-hand-over.ts';
import { leaderField, readGroupMembers } from '../../shared/views/group-members.ts';
import { readGroupPause } from '../../shared/views/group-pause.ts';
import {
  editGroupPointView,
  readEditedGroupPoint,
  readGroupReplacement,
} from '../../shared/views/group-point.ts';
import { readGroupRhythm } from '../../shared/views/group-rhythm.ts';
import { groupView } from '../../shared/views/group-view.ts';
import { readThing } from '../../shared/views/metadata.ts';
import { readDiscussed } from '../../shared/views/round-lines.ts';
import type { Read, Values } from '../../shared/views/values.ts';
import {
  agreementOf,
  channel,
  closedGroup,
  closingGroup,
  commitmentOf,
  divided,
  everyGroupView,
  facilitator,
  groupOf,
  leader,
  member,
  pointOf,
  responsible,
  roles,
  viewerIs,
} from './group-cases.ts';
import { broadest, hostile, marker, now, ordinary, pictures, today } from './people.ts';

/** A group's modals: as they stand in golden files, within Slack's rules at their longest, and what is read of their fields. */

const languages: Language[] = ['da', 'en'];
const texts = textsIn('da');
const members = Object.values(roles);

describe.each(languages)('in %s', (language) => {
  const shown = everyGroupView(language, ordinary[language]);
  const typical = Object.keys(shown).filter((name) => !name.includes('full'));

  test.each(typical)('%s is as in its golden file', async (name) => {
    const file = `./golden/${name}.${language}.json`;
    await expect(`${JSON.stringify(shown[name], null, 2)}\n`).toMatchFileSnapshot(file);
  });

  test.each([
    ['a few words', ordinary[language]],
    ['the broadest letter as often as it goes', broadest],
    ['emoji as often as it goes', pictures],
    ['what tries to be the app', hostile],
    ['a single letter', () => 'å'],
  ])('Slack accepts every modal of a group that writes %s', (_, write) => {
    const found = Object.entries(everyGroupView(language, write)).map(
      ([state, view]) => [state, problemsOfView(view)] as const,
    );
    expect(found.filter(([, problems]) => problems.length > 0)).toEqual([]);
  });

  test('no text is cut in the middle of a character', () => {
    expect(strings(everyGroupView(language, pictures)).filter((text) => !text.isWellFormed())).toEqual([]);
  });

  test('what a person wrote stands letter by letter', () => {
    const found = places(everyGroupView(language, hostile));
    expect(found.length).toBeGreaterThan(200);
    expect(found.filter((place) => !isLetterByLetter(place))).toEqual([]);
  });

  test.each(groupThemes)('a point about %s opens with its theme chosen', (theme) => {
    const view = editGroupPointView(groupOf(broadest), pointOf(1, broadest, { theme }), textsIn(language));
    expect(JSON.stringify(view)).toContain(
      `"initial_option":{"text":{"type":"plain_text","text":"${textsIn(language).group.themes[theme]}"`,
    );
  });

  test.each(Object.keys(shown))('%s is about its channel', (name) => {
    const { private_metadata: metadata, callback_id: callback } = shown[name] ?? {};
    if (['mine', 'notice'].includes(callback ?? '')) return;
    const about = callback === 'group-points' ? readGroupPointsMetadata(metadata ?? '').channel : undefined;
    expect(about ?? readThing(metadata ?? '').owner).toBe(channel);
  });
});

describe('the buttons of the agreement', () => {
  const { round, group, ...rest } = groupedActions();
  const { contribute, closeRound, handOver, lines, openRound, commit } = round;
  const { makeNew, takeOver, membership, rhythm, resume, pause, end, extend, leave, stop } = group;
  const { editPoint, replacePoint, takePoint, answer, take } = rest;
  const change = [editPoint, replacePoint];
  const lead = [membership, rhythm, pause, stop];
  const view = (state: string) => everyGroupView('da', ordinary.da)[state] as ModalView;

  test.each<[string, string, string[]]>([
    [
      'a leader changes it, and may close the round',
      'group-view-open-leader',
      [contribute, commit, handOver, closeRound, ...lead, ...change, ...change, take, answer],
    ],
    [
      'a facilitator keeps the round moving',
      'group-view-open-facilitator',
      [contribute, commit, handOver, closeRound, leave, take],
    ],
    [
      'who is responsible changes their point',
      'group-view-open-responsible',
      [contribute, commit, leave, ...change, take],
    ],
    [
      'a member answers for what they promised',
      'group-view-open-member',
      [contribute, commit, leave, take, answer],
    ],
    [
      'a member reads what was written',
      'group-view-closed-member',
      [lines, openRound, commit, leave, take, answer],
    ],
    [
      'a round that is being summed up gives way to no other',
      'group-view-summing-up-member',
      [lines, commit, leave, take, answer],
    ],
    [
      'a leader ends a pause, or makes it longer',
      'group-view-paused-leader',
      [lines, openRound, commit, ...lead, resume, ...change, ...change, take, answer],
    ],
    [
      'a member begins again, where the rounds rest',
      'group-view-resting-member',
      [lines, openRound, commit, resume, leave, take, answer],
    ],
    [
      'a member takes over from a leader who left, and what nobody is responsible for',
      'group-view-without-leader-member',
      [lines, openRound, commit, takeOver, leave, takePoint, take, answer],
    ],
    [
      'a leader ends it after the last round',
      'group-view-over-leader',
      [lines, openRound, commit, ...lead, end, ...change, ...change, take, answer],
    ],
    ['so does the facilitator', 'group-view-over-facilitator', [lines, openRound, commit, end, leave, take]],
    [
      'what pauses took is offered back',
      'group-view-over-weeks-leader',
      [lines, openRound, commit, ...lead, end, extend, ...change, ...change, take, answer],
    ],
    ['somebody in a channel without one makes one', 'group-view-none', [makeNew, groupActions.testBegin]],
  ])('%s', (_, state, expected) => {
    expect(actionsOf(view(state)).sort()).toEqual([...expected].sort());
  });

  test('somebody who only reads the channel is offered nothing', () => {
    expect(actionsOf(groupView(groupOf(ordinary.da), viewerIs('U99'), now, texts))).toEqual([]);
  });

  test('somebody of another workspace is offered nothing', () => {
    const stranger = { tenant: 'T2', user: leader };
    expect(actionsOf(groupView(groupOf(ordinary.da), stranger, now, texts))).toEqual([]);
  });

  test('after weeks were given back the last round is ahead again', () => {
    const ended = closingGroup(ordinary.da, divided);
    const longer = {
      ...ended,
      agreement: ended.agreement && {
        ...ended.agreement,
        period: { ...ended.agreement.period, ends: '2026-12-31' },
      },
    };
    expect(actionsOf(groupView(longer, viewerIs(leader), now, texts))).not.toContain(end);
    expect(actionsOf(groupView(ended, viewerIs(leader), now, texts))).toContain(end);
  });
});

function groupedActions() {
  const { contribute, closeRound, handOver, lines, openRound, commit } = groupActions;
  const { make: makeNew, takeOver, members: membership, rhythm, resume, pause } = groupActions;
  const { end, extend, leave, stop, editPoint, replacePoint, takePoint, answer, take } = groupActions;
  return {
    round: { contribute, closeRound, handOver, lines, openRound, commit },
    group: { makeNew, takeOver, membership, rhythm, resume, pause, end, extend, leave, stop },
    ...{ editPoint, replacePoint, takePoint, answer, take },
  };
}

describe('the first form', () => {
  const whole: Values = {
    [membersField]: { [groupActions.chooseMembers]: { selected_users: [leader, member] } },
    rhythm: choice('4'),
    weekday: choice('5'),
    time: { value: { selected_time: '13:30' } },
    'hours-open': choice('72'),
  };
  const who = {
    members: [leader, member],
    rhythm: 4,
    slot: { weekday: 5, time: '13:30' },
    hoursOpen: 72,
  } as const;

  test('is read whole', () => {
    expect(readGroupWho(whole, texts)).toEqual({ value: who });
    expect(readGroupRhythm(whole, texts)).toEqual({
      value: { rhythm: 4, slot: who.slot, hoursOpen: 72 },
    });
  });

  test('tells who is chosen at the moment, also where it is too few', () => {
    expect(membersNow(whole, texts)).toEqual([leader, member]);
    expect(membersNow({ [membersField]: users([leader]) }, texts)).toEqual([leader]);
    expect(membersNow({}, texts)).toEqual([]);
  });

  const many = Array.from({ length: 21 }, (_, index) => `U${index}`);
  test.each<[string, Values, Record<string, string>]>([
    [
      'nobody is chosen',
      { [membersField]: users([]) },
      { [membersField]: texts.refusals['too-few-members'] },
    ],
    [
      'one is no group',
      { [membersField]: users([leader]) },
      { [membersField]: texts.refusals['too-few-members'] },
    ],
    [
      'the same person twice is one',
      { [membersField]: users([leader, leader]) },
      { [membersField]: texts.refusals['too-few-members'] },
    ],
    [
      'twenty-one are too many',
      { [membersField]: users(many) },
      { [membersField]: texts.refusals['too-many-members'] },
    ],
    [
      'what is no id is nobody',
      { [membersField]: users([leader, '<!channel>']) },
      { [membersField]: texts.refusals['too-few-members'] },
    ],
    ['a rhythm we do not have', { rhythm: choice('3') }, { rhythm: texts.errors.choose }],
    ['a weekend', { weekday: choice('6') }, { weekday: texts.errors.choose }],
    ['no time', { time: { value: { selected_time: null } } }, { time: texts.errors.time }],
    ['a time that is none', { time: { value: { selected_time: '25:00' } } }, { time: texts.errors.time }],
    ['hours we do not have', { 'hours-open': choice('1000') }, { 'hours-open': texts.errors.choose }],
  ])('says in the field: %s', (_, change, errors) => {
    expect(readGroupWho({ ...whole, ...change }, texts)).toEqual({ errors });
  });

  test('is kept beside the second form, with twenty members too', () => {
    const full = { ...who, members: many.slice(0, 20).map((id) => `${id}B9C8D7E6F5`) };
    const view = groupPointsView({ channel, who: full, points: [] }, texts);
    expect(readGroupPointsMetadata(view.private_metadata ?? '')).toEqual({ channel, who: full });
    expect(view.private_metadata?.length).toBeLessThan(3000);
  });

  test.each([
    ['nothing', '{}'],
    ['a weekend', JSON.stringify({ channel, who: { ...who, slot: { weekday: 7, time: '09:00' } } })],
    ['a rhythm we do not have', JSON.stringify({ channel, who: { ...who, rhythm: 3 } })],
  ])('that is not ours is not read: %s', (_, metadata) => {
    expect(() => readGroupPointsMetadata(metadata)).toThrow();
  });
});

describe.each([
  ['in a new agreement', '-1', (values: Values) => firstOf(readGroupPoints(members, both(values), texts))],
  [
    'that is edited',
    '-V1/1',
    (values: Values) => readEditedGroupPoint(groupOf(ordinary.da), 'V1/1', values, texts),
  ],
])('a point %s', (_, suffix, read) => {
  const whole: Values = {
    [`title${suffix}`]: text('Fælles mål'),
    [`result${suffix}`]: text(' Et budget, der holder '),
    [`responsible${suffix}`]: user(member),
    [`theme${suffix}`]: choice('trust'),
  };

  test('is read whole', () => {
    expect(read(whole)).toEqual({
      value: {
        title: 'Fælles mål',
        result: 'Et budget, der holder',
        responsible: member,
        theme: 'trust',
      },
    });
  });

  test('needs no theme, and takes none that we do not have', () => {
    for (const theme of [choice(null), choice('meaning'), choice('__proto__')])
      expect(read({ ...whole, [`theme${suffix}`]: theme })).toMatchObject({ value: { theme: undefined } });
  });

  test.each<[string, string, Values[string], string]>([
    ['no title', 'title', text('  '), texts.errors.empty],
    ['too long a title', 'title', text('x'.repeat(limits.title + 1)), texts.errors.tooLong(limits.title)],
    ['no result', 'result', text(null), texts.errors.empty],
    [
      'too long a result',
      'result',
      text('x'.repeat(roundLimits.result + 1)),
      texts.errors.tooLong(roundLimits.result),
    ],
    ['nobody is responsible', 'responsible', user(null), texts.errors.choose],
    ['somebody outside the group is', 'responsible', user('U99'), texts.refusals['not-a-member']],
    ['what is no id is', 'responsible', user('<!here>'), texts.errors.choose],
  ])('says in the field: %s', (__, field, value, error) => {
    expect(read({ ...whole, [`${field}${suffix}`]: value })).toEqual({
      errors: { [`${field}${suffix}`]: error },
    });
  });
});

/** The second point, filled in like the first was. */
function both(values: Values): Values {
  const second = { 'title-2': text('x'), 'result-2': text('y'), 'responsible-2': user(leader) };
  return { ...values, ...second };
}

function firstOf<T>(read: Read<[T, T]>): Read<T> {
  return 'errors' in read ? read : { value: read.value[0] };
}

describe('a point that gives way', () => {
  const whole: Values = {
    'why-V1/1': text('Det er sket'),
    'title-for-V1/1': text('Fælles mål'),
    'result-for-V1/1': text('Et budget, der holder'),
    'responsible-for-V1/1': user(member),
  };
  const read = (values: Values) => readGroupReplacement(groupOf(ordinary.da), 'V1/1', values, texts);

  test('is read with its reason', () => {
    expect(read(whole)).toMatchObject({ value: { why: 'Det er sket', text: { title: 'Fælles mål' } } });
  });

  test('needs a reason and a point', () => {
    expect(read({})).toEqual({
      errors: {
        'why-V1/1': texts.errors.empty,
        'title-for-V1/1': texts.errors.empty,
        'result-for-V1/1': texts.errors.empty,
        'responsible-for-V1/1': texts.errors.choose,
      },
    });
  });
});

describe('the members', () => {
  const read = (chosen: string[], leads: string | null) =>
    readGroupMembers({ [membersField]: users(chosen), [leaderField]: user(leads) }, texts);

  test.each<[string, string[], string | null, unknown]>([
    [
      'are read with who leads them',
      [leader, member],
      member,
      { value: { members: [leader, member], leader: member } },
    ],
    ['need a leader', [leader, member], null, { errors: { leader: texts.errors.choose } }],
    [
      'are led by one of them',
      [leader, member],
      responsible,
      { errors: { leader: texts.refusals['not-a-member'] } },
    ],
    ['are two at least', [leader], leader, { errors: { members: texts.refusals['too-few-members'] } }],
  ])('%s', (_, chosen, leads, expected) => {
    expect(read(chosen, leads)).toEqual(expected);
  });
});

test.each<[string, string | null, unknown]>([
  ['a pause lasts until a day', '2027-01-05', { value: '2027-01-05' }],
  ['a pause without a day is none', null, { errors: { until: texts.errors.date } }],
  ['a day that is none ends no pause', '2027-02-30', { errors: { until: texts.errors.date } }],
])('%s', (_, date, expected) => {
  expect(readGroupPause({ until: day(date) }, texts)).toEqual(expected);
});

describe('the look back', () => {
  const { points } = agreementOf(ordinary.da);
  const whole: Values = {
    'outcome-V1/1': choice('done'),
    'outcome-V1/2': choice('keep'),
    learned: text('At spørge først'),
  };

  test('is read whole', () => {
    expect(readGroupClosing(points, whole, texts)).toEqual({
      value: {
        outcomes: [
          { point: 'V1/1', outcome: 'done' },
          { point: 'V1/2', outcome: 'keep' },
        ],
        learned: 'At spørge først',
      },
    });
  });

  test.each<[string, Values, Record<string, string>]>([
    ['a point without an outcome', { 'outcome-V1/2': choice(null) }, { 'outcome-V1/2': texts.errors.choose }],
    ['an outcome we do not have', { 'outcome-V1/1': choice('won') }, { 'outcome-V1/1': texts.errors.choose }],
    [
      'too much learned',
      { learned: text('x'.repeat(limits.learned + 1)) },
      { learned: texts.errors.tooLong(limits.learned) },
    ],
  ])('says in the field: %s', (_, change, errors) => {
    expect(readGroupClosing(points, { ...whole, ...change }, texts)).toEqual({ errors });
  });

  test('asks about the points of now, or it is shown anew', () => {
    expect(asksForGroupOutcomes(points, whole)).toBe(true);
    expect(asksForGroupOutcomes([points[0], pointOf(3, ordinary.da)], whole)).toBe(false);
  });

  test.each<[string, typeof divided, [string | undefined, string | undefined]]>([
    [
      'what more than half said is chosen already, and nothing where they are divided',
      divided,
      ['done', undefined],
    ],
    ['where one alone said something, that is chosen', divided.slice(0, 1), ['done', 'keep']],
    ['where nobody said anything, nothing is chosen', [], [undefined, undefined]],
  ])('%s', (_, said, expected) => {
    const view = groupClosingView(closingGroup(ordinary.da, said), now, texts);
    const chosen = ['V1/1', 'V1/2'].map((point) => initialOf(view, `outcome-${point}`));
    expect(chosen).toEqual(expected);
  });
});

describe('a contribution', () => {
  const agreement = agreementOf(ordinary.da);
  const read = (values: Values, kind: RoundKind = 'ordinary') =>
    readContribution(agreement, kind, values, texts);
  const empty: Values = {
    'progress-V1/1': choice(null),
    'progress-V1/2': choice(null),
    worked: text(null),
  };
  const nothing = {
    ...{ progress: [], worked: undefined, tried: undefined, adjust: undefined, need: undefined },
    ...{ lend: undefined, stillRight: undefined, outcomes: undefined },
  };

  test.each<[string, Values, RoundKind, object]>([
    [
      'one point is enough',
      { 'progress-V1/2': choice('5') },
      'ordinary',
      { progress: [{ point: 'V1/2', progress: 5 }] },
    ],
    ['one line is enough', { tried: text('To møder') }, 'ordinary', { tried: 'To møder' }],
    [
      'a need may have words alone',
      { 'need-text': text('En hånd') },
      'ordinary',
      { need: { kinds: [], text: 'En hånd' } },
    ],
    [
      'an offer may have kinds alone',
      { lend: choices('tasks', 'time') },
      'ordinary',
      { lend: { kinds: ['time', 'tasks'], text: undefined } },
    ],
    [
      'kinds we do not have are left out',
      { lend: choices('money', 'people') },
      'ordinary',
      { lend: { kinds: ['people'], text: undefined } },
    ],
    ['half-way a yes or no is enough', { 'still-right': choice('no') }, 'half-way', { stillRight: false }],
    ['a yes counts', { 'still-right': choice('yes') }, 'half-way', { stillRight: true }],
    [
      'at the end an outcome is enough',
      { 'outcome-V1/1': choice('keep') },
      'closing',
      { outcomes: [{ point: 'V1/1', outcome: 'keep' }] },
    ],
  ])('%s', (_, values, kind, expected) => {
    expect(read({ ...empty, ...values }, kind)).toEqual({ value: { ...nothing, ...expected } });
  });

  const say = { errors: { 'progress-V1/1': texts.group.errors.sayOneThing } };
  test.each<[string, Values, RoundKind, object]>([
    ['nothing said', {}, 'ordinary', say],
    ['nothing but blanks', { worked: text(' \n ') }, 'ordinary', say],
    ['a step we do not have', { 'progress-V1/1': choice('6') }, 'ordinary', say],
    ['a kind we do not have', { need: choices('money') }, 'ordinary', say],
    ['a word on the points in a round that does not ask', { 'still-right': choice('no') }, 'closing', say],
    ['an outcome in a round that does not ask', { 'outcome-V1/1': choice('done') }, 'half-way', say],
    [
      'too long a line',
      { adjust: text('x'.repeat(roundLimits.line + 1)) },
      'ordinary',
      { errors: { adjust: texts.errors.tooLong(roundLimits.line) } },
    ],
    [
      'too long an offer',
      { 'lend-text': text('x'.repeat(roundLimits.offer + 1)) },
      'ordinary',
      { errors: { 'lend-text': texts.errors.tooLong(roundLimits.offer) } },
    ],
  ])('says in the field: %s', (_, values, kind, expected) => {
    expect(read({ ...empty, ...values }, kind)).toEqual(expected);
  });

  test('whose points were both replaced meanwhile has its error in a field that is there', () => {
    expect(read({ 'progress-V1/8': choice('3'), worked: text(null) })).toEqual({
      errors: { worked: texts.group.errors.sayOneThing },
    });
  });
});

describe('the lines of a round', () => {
  const lines = (name: string) => everyGroupView('da', ordinary.da)[name] as ModalView;

  test('what is ticked is read from all the groups of ticks, each once', () => {
    const values: Values = {
      'discussed-3-0': choices('3.U1.tried', '3.U1.need'),
      'discussed-3-1': choices('3.U1.need'),
      other: choices('3.U4.lend'),
    };
    expect(readDiscussed(values)).toEqual(['3.U1.tried', '3.U1.need']);
    expect(readDiscussed({})).toEqual([]);
  });

  test('what was talked about already is ticked', () => {
    const values = shownTicks(lines('lines-facilitator'));
    expect(values).toEqual(['3.U1.tried']);
  });

  test.each([
    ['the leader ticks them off', 'lines-leader', true],
    ['the facilitator ticks them off', 'lines-facilitator', true],
    ['a member only reads them', 'lines-member', false],
    ['while the round is open nobody does', 'lines-open-facilitator', false],
    ['where nothing was written there is nothing to tick off', 'lines-nothing', false],
  ])('%s', (_, name, ticks) => {
    expect(lines(name).submit !== undefined).toBe(ticks);
    expect(lines(name).blocks.some(({ type }) => type === 'input')).toBe(ticks);
  });

  test('what was contributed stays unread until the round closes', () => {
    const view = lines('lines-open-facilitator');
    const shown = view.blocks.flatMap(({ block_id: id }) => (id?.startsWith('line-') ? [id] : []));
    expect(shown).toEqual(['line-2.U9.need']);
  });

  test('every line can be agreed on, but for those that are', () => {
    const view = lines('lines-member');
    const shown = view.blocks.filter(({ block_id: id }) => id?.startsWith('line-'));
    const offered = shown.filter((block) => 'accessory' in block);
    expect(shown).toHaveLength(9);
    expect(offered.map(({ block_id: id }) => id)).not.toContain('line-3.U1.adjust');
    expect(offered).toHaveLength(7);
  });

  test('as many as fit are shown, and how many are not', () => {
    const view = lines('lines-full-facilitator');
    const shown = view.blocks.filter(({ block_id: id }) => id?.startsWith('line-'));
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(view.blocks.length).toBeGreaterThan(97);
    expect(JSON.stringify(view)).toContain(texts.group.lines.notAll(120 - shown.length));
  });
});

describe('what is agreed', () => {
  const whole: Values = { text: text('Ringe til kunden'), owner: user(member), due: day('2026-12-15') };
  const read = (values: Values) => readCommitment(members, today, values, texts);

  test.each<[string, Values]>([
    ['is read whole', {}],
    ['may be for today', { due: day(today) }],
  ])('%s', (_, change) => {
    const due = change['due'] ? today : '2026-12-15';
    expect(read({ ...whole, ...change })).toEqual({
      value: { text: 'Ringe til kunden', owner: member, due },
    });
  });

  test.each<[string, Values, Record<string, string>]>([
    ['nothing to do', { text: text('') }, { text: texts.errors.empty }],
    [
      'too much to do',
      { text: text('x'.repeat(roundLimits.commitment + 1)) },
      { text: texts.errors.tooLong(roundLimits.commitment) },
    ],
    ['nobody to do it', { owner: user(null) }, { owner: texts.errors.choose }],
    ['somebody outside the group', { owner: user('U99') }, { owner: texts.refusals['not-a-member'] }],
    ['no day', { due: day(null) }, { due: texts.errors.date }],
    ['a day that is none', { due: day('2026-13-01') }, { due: texts.errors.date }],
    ['a day that is over', { due: day('2026-12-07') }, { due: texts.refusals['date-not-ahead'] }],
  ])('says in the field: %s', (_, change, errors) => {
    expect(read({ ...whole, ...change })).toEqual({ errors });
  });

  test('begins with the words of its line, cut between two characters where there is no room', () => {
    const written = pictures(roundLimits.line);
    const line = { id: '3.U1.tried', kind: 'tried', by: leader, name: 'Anna', text: written } as const;
    const view = commitmentView({ channel, group: groupOf(ordinary.da), line }, texts);
    expect(view.blocks.find(({ block_id: id }) => id === 'text')).toMatchObject({
      element: { initial_value: pictures(roundLimits.commitment) },
    });
  });
});

describe('what its owner says', () => {
  test.each<[string, Values, object]>([
    ['it is done', { answer: choice('done') }, { answer: 'done', due: undefined, said: undefined }],
    [
      'later, on a new day',
      { answer: choice('later'), due: day('2027-01-12'), said: text('Efter jul') },
      { answer: 'later', due: '2027-01-12', said: 'Efter jul' },
    ],
    [
      'a day means nothing for what is dropped',
      { answer: choice('dropped'), due: day('2027-01-12'), said: text('Det haster ikke') },
      { answer: 'dropped', due: undefined, said: 'Det haster ikke' },
    ],
  ])('%s', (_, values, value) => {
    expect(readCommitmentAnswer(values, texts)).toEqual({ value });
  });

  test.each<[string, Values, Record<string, string>]>([
    ['nothing', {}, { answer: texts.errors.choose }],
    ['an answer we do not have', { answer: choice('open') }, { answer: texts.errors.choose }],
    ['later without a day', { answer: choice('later') }, { due: texts.group.errors.newDate }],
    ['dropped without a word', { answer: choice('dropped') }, { said: texts.group.errors.whyDropped }],
    [
      'later on a day that is none',
      { answer: choice('later'), due: day('i morgen') },
      { due: texts.errors.date },
    ],
    [
      'too many words',
      { answer: choice('done'), said: text('x'.repeat(roundLimits.said + 1)) },
      { said: texts.errors.tooLong(roundLimits.said) },
    ],
  ])('says in the field: %s', (_, values, errors) => {
    expect(readCommitmentAnswer(values, texts)).toEqual({ errors });
  });
});

test.each<[string, string | null, unknown]>([
  ['the round goes to a member', member, { value: member }],
  ['the round goes to nobody', null, { errors: { to: texts.errors.choose } }],
  ['the round stays in the group', 'U99', { errors: { to: texts.refusals['not-a-member'] } }],
])('%s', (_, to, expected) => {
  expect(readHandOver(members, { to: user(to) }, texts)).toEqual(expected);
});

describe('my groups', () => {
  test('show what I promised in all of them, the next first, and nothing of groups I am not in', () => {
    const mine = JSON.stringify(everyGroupView('da', ordinary.da)['mine']);
    expect(mine.indexOf('tirsdag den 1. december')).toBeGreaterThan(0);
    expect(mine.indexOf('tirsdag den 1. december')).toBeLessThan(mine.indexOf('tirsdag den 15. december'));
    expect(JSON.stringify(everyGroupView('da', ordinary.da)['mine-nothing'])).not.toContain('"C1"');
  });

  test.each([
    ['who promised nothing has nothing to answer for', facilitator, 0],
    ['who promised one thing answers for one', member, 1],
  ])('%s', (_, viewer, count) => {
    const group: Group = closedGroup(ordinary.da, { commitments: [commitmentOf(3, ordinary.da)] });
    const view = groupView(group, viewerIs(viewer), now, texts);
    expect(actionsOf(view).filter((action) => action === groupActions.answer)).toHaveLength(count);
  });
});

function text(value: string | null): Values[string] {
  return { value: { value } };
}

function choice(value: string | null): Values[string] {
  return { value: { selected_option: value === null ? null : { value } } };
}

function choices(...values: string[]): Values[string] {
  return { value: { selected_options: values.map((value) => ({ value })) } };
}

function user(id: string | null): Values[string] {
  return { value: { selected_user: id } };
}

function users(ids: string[]): Values[string] {
  return { value: { selected_users: ids } };
}

function day(date: string | null): Values[string] {
  return { value: { selected_date: date } };
}

type Node = Record<string, unknown>;

function nodes(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  return [node as Node, ...Object.values(node).flatMap(nodes)];
}

function actionsOf(view: ModalView): string[] {
  return nodes(view.blocks).flatMap((node) => (node['type'] === 'button' ? [String(node['action_id'])] : []));
}

function initialOf(view: ModalView, id: string): string | undefined {
  const [chosen] = nodes(view.blocks.find(({ block_id }) => block_id === id)).flatMap((node) =>
    'initial_option' in node ? [(node['initial_option'] as { value: string }).value] : [],
  );
  return chosen;
}

function shownTicks(view: ModalView): string[] {
  return nodes(view.blocks).flatMap((node) =>
    'initial_options' in node
      ? (node['initial_options'] as { value: string }[]).map(({ value }) => value)
      : [],
  );
}

function strings(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(strings) : [];
}

type Place = { key: string; in: Node; text: string };

/** Wherever a string holds what was planted: its key, and the object it stands in. */
function places(node: unknown): Place[] {
  return nodes(node).flatMap((around) =>
    Object.entries(around).flatMap(([key, value]) =>
      typeof value === 'string' && value.includes(marker) ? [{ key, in: around, text: value }] : [],
    ),
  );
}

/** Plain text without `:emoji:`, the text of a rich text, or what an input is filled in with. */
function isLetterByLetter({ key, in: around }: Place): boolean {
  if (key === 'initial_value') return around['type'] === 'plain_text_input';
  if (key === 'accessibility_label') return around['type'] === 'button';
  if (key !== 'text') return false;
  return around['type'] === 'text' || (around['type'] === 'plain_text' && around['emoji'] === false);
}
