import type { Button, KnownBlock, ModalView } from '@slack/types';
import {
  groupStatements,
  type Page,
  pageBefore,
  pageCount,
  placeOf,
  themesOn,
} from '../domain/assessment.ts';
import { type Group, type HoursOpen, memberOf, openAgreement } from '../domain/group.ts';
import { allowsInGroup } from '../domain/group-access.ts';
import { answersOf, type GroupAssessment, themesToBeginWith } from '../domain/group-assessment.ts';
import { type PersonId, rulesFor } from '../domain/person.ts';
import { type GroupTheme, groupThemes } from '../domain/themes.ts';
import { localTime } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, context, modal, type Piece, richPieces, section, selectInput } from './blocks.ts';
import { groupActions, groupForms } from './group-actions.ts';
import { membersField, membersIn, membersInput } from './group-form.ts';
import { groupMetadata, groupValue, peoplePieces } from './group-parts.ts';
import { hoursIn, hoursInput } from './group-rhythm.ts';
import { statementInput } from './ratings.ts';
import { open, responsible } from './start.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

/** A group's prioritisation test, as one who takes part sees it; what the channel reads is in group-test-post.ts. */

const usualHours: HoursOpen = 48;

const lines = (found: GroupTheme[], { group }: Texts): Piece[][] =>
  found.map((theme) => [`• ${group.themes[theme]}`]);

/** Over the form of an agreement: what the test came to. */
export function themesOver(group: Group, texts: Texts): KnownBlock[] {
  const themes = themesToBeginWith(group);
  if (themes.length === 0) return [];
  const t = texts.groupTest;
  const title = group.assessment?.top === undefined ? t.begunWithNames : t.begins;
  return [richPieces([[{ bold: title }], ...lines(group.assessment?.top ?? themes, texts)])];
}

/** Who takes part, and how long it is open; where there is an agreement, its members do. */
export function beginTestView(group: Group, viewer: PersonId, texts: Texts): ModalView {
  const { title, begin: t } = texts.groupTest;
  const { channel } = group;
  const labels = { title, submit: t.submit, close: texts.close };
  return modal({ callback: groupForms.testBegin, ...labels, metadata: groupMetadata(channel) }, [
    section(t.intro),
    section(t.how(rulesFor(group).thresholds.group)),
    openAgreement(group) === undefined
      ? membersInput(proposed(group, viewer), { label: t.members, hint: t.membersHint })
      : richPieces([
          [
            { bold: `${t.takingPart} ` },
            ...peoplePieces(
              group.members.map(({ id }) => id),
              texts,
            ),
          ],
        ]),
    hoursInput(usualHours, texts, { label: t.hours }),
    actions('own-test', [ownTestButton(texts)]),
  ]);
}

/** Those of the one before; else whoever begins it. */
function proposed({ assessment, members }: Group, { user }: PersonId): string[] {
  const before = assessment?.members ?? members.map(({ id }) => id);
  return [...new Set([user, ...before])];
}

/**
 * `members` is undefined where the group's take part: those of the agreement that runs, or ran when the form was opened. Who
 * begins it is among those chosen.
 */
export function readBeginTest(
  group: Group,
  viewer: PersonId,
  values: Values,
  texts: Texts,
): Read<{ members: string[] | undefined; hoursOpen: HoursOpen }> {
  const form = new Form(values, texts);
  const isChosen = openAgreement(group) === undefined && membersField in values;
  const members = isChosen ? membersIn(form, texts, [viewer.user]) : undefined;
  return form.read({ members, hoursOpen: hoursIn(form) });
}

/** One page, with what this member answered before. */
export function testPageView(
  group: Group,
  assessment: GroupAssessment,
  viewer: PersonId,
  page: Exclude<Page, 'result'>,
  texts: Texts,
): ModalView {
  const t = texts.groupTest;
  const kind = page === 'helps' ? page : 'now';
  const answers = answersOf(assessment, viewer.user);
  const submit = page === 'helps' ? t.submit : texts.next;
  const labels = { title: t.title, submit, close: texts.close };
  const callback = kind === 'now' ? groupForms.testNow : groupForms.testHelps;
  return modal({ callback, ...labels, metadata: groupMetadata(group.channel, assessment.id) }, [
    ...opening(group, page, texts),
    ...themesOn(groupStatements, answers, page).map((theme) =>
      statementInput({ statements: groupStatements, answers, kind, theme }, t.statements, texts),
    ),
    ...back(page, texts),
    ...care(texts, t.onlyYou),
  ]);
}

/** Some write here before they write anywhere else. */
function opening(group: Group, page: Page, texts: Texts): KnownBlock[] {
  const { groupTest: t, assessment } = texts;
  const place = assessment.place(placeOf(groupStatements, page), pageCount(groupStatements));
  if (page === 0)
    return [
      section(t.intro),
      context(responsible(group, texts)),
      section(t.ask),
      context(`${place} ${assessment.saved}`),
    ];
  return [section(page === 'helps' ? t.askHelps : t.ask), context(place)];
}

function back(page: Page, texts: Texts): KnownBlock[] {
  const before = pageBefore(groupStatements, page);
  if (before === undefined) return [];
  return [actions('pages', [button(groupActions.testPage, texts.back, { value: String(before) })])];
}

/** For one who has answered everything, as long as it is open. */
export function answeredView(
  group: Group,
  assessment: GroupAssessment,
  viewer: PersonId,
  texts: Texts,
): ModalView {
  const t = texts.groupTest;
  const buttons = [
    button(groupActions.testPage, t.correct, { value: '0' }),
    ...closeButton(group, viewer, texts),
  ];
  const metadata = groupMetadata(group.channel, assessment.id);
  return modal({ callback: 'group-test', title: t.title, close: texts.close, metadata }, [
    section(t.answered(localTime(assessment.closesAt, group.zone))),
    actions('answered', buttons),
    context(t.onlyYou),
  ]);
}

function closeButton(group: Group, viewer: PersonId, { groupTest: t }: Texts): Button[] {
  if (!allowsInGroup(viewer, group, 'close-test')) return [];
  const value = groupValue(group.channel, group.assessment?.id);
  return [button(groupActions.testClose, t.close, { value, confirm: t.closeConfirm })];
}

/** What came of it, for those who took part: why each matters and a question; and on to the agreement. */
export function testResultView(
  group: Group,
  assessment: GroupAssessment,
  viewer: PersonId,
  texts: Texts,
): ModalView {
  const t = texts.groupTest;
  const top = assessment.top ?? [];
  const line = (theme: (typeof top)[number], index: number) =>
    section(`*${index + 1}. ${texts.group.themes[theme]}*\n${t.why[theme]}\n_${t.question[theme]}_`);
  return modal({ callback: 'group-test', title: t.title, close: texts.close }, [
    section(top.length > 0 ? t.post.top : t.post.nothing),
    ...top.map(line),
    context(top.length > 0 ? `${t.post.order} ${t.post.choose}` : t.post.gone),
    actions('group-test', waysOn(group, viewer, texts)),
  ]);
}

/** To the agreement, the one there is or a new one; and to another test. */
function waysOn(group: Group, viewer: PersonId, texts: Texts, primary = true): Button[] {
  const t = texts.groupTest;
  const value = groupValue(group.channel);
  const main = { value, ...(primary ? { primary } : {}) };
  const isMember = memberOf(group, viewer.user) !== undefined;
  return [
    ...(openAgreement(group) === undefined
      ? [button(groupActions.make, t.toAgreement, main)]
      : isMember
        ? [button(groupActions.see, texts.channel.see, main)]
        : []),
    ...(allowsInGroup(viewer, group, 'begin-test')
      ? [button(groupActions.testBegin, group.assessment?.unopened ? t.others : t.again, { value })]
      : []),
  ];
}

const themeField = 'theme';

/** Openly, with a name. */
export function nameThemeView(
  group: Group,
  assessment: GroupAssessment,
  viewer: PersonId,
  texts: Texts,
): ModalView {
  const { name: t } = texts.groupTest;
  const isFew = assessment.unopened === 'too-few';
  const labels = { title: t.title, submit: texts.save, close: texts.close };
  const metadata = groupMetadata(group.channel, assessment.id);
  const named = assessment.named.find(({ by }) => by === viewer.user);
  return modal({ callback: groupForms.testName, ...labels, metadata }, [
    section(t.intro(isFew, rulesFor(group).thresholds.group)),
    selectInput({
      ...{ id: themeField, label: t.theme, placeholder: texts.group.point.themePlaceholder },
      choices: groupThemes.map((theme) => ({ value: theme, label: texts.group.themes[theme] })),
      value: named?.theme,
    }),
    ...namedSoFar(assessment, texts),
    actions('group-test', waysOn(group, viewer, texts, false)),
  ]);
}

function namedSoFar({ named }: GroupAssessment, texts: Texts): KnownBlock[] {
  if (named.length === 0) return [];
  return [
    richPieces([
      [{ bold: texts.groupTest.name.named }],
      ...named.map(({ name, theme }): Piece[] => [`• ${name}: ${texts.group.themes[theme]}`]),
    ]),
  ];
}

export function readNamedTheme(values: Values, texts: Texts): Read<GroupTheme> {
  const form = new Form(values, texts);
  const theme = form.choice(themeField, groupThemes);
  return form.read(theme);
}

/** Over a leader's own test, in a channel where nobody has a group yet. */
export function togetherButton(channel: string, { groupTest: t }: Texts): KnownBlock[] {
  return wayTo(channel, 'together', t.together, t.take);
}

/** Beside the form of a new agreement. */
export function wayToGroupTest(channel: string, { groupTest: t }: Texts): KnownBlock[] {
  return wayTo(channel, 'group-test', t.unsure, t.take);
}

function wayTo(channel: string, block: string, why: string, label: string): KnownBlock[] {
  return [
    context(why),
    actions(block, [button(groupActions.testBegin, label, { value: groupValue(channel) })]),
  ];
}

/** In a group's channel, the way to one's own. */
function ownTestButton({ groupTest: t }: Texts): Button {
  return button(open.assessment, t.own);
}
