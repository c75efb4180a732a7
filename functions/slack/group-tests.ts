import {
  groupStatements,
  isRated,
  type Page,
  pageAfter,
  pageLeft,
  pageNamed,
  pageWith,
  type Rated,
} from '../../shared/domain/assessment.ts';
import { type Group, memberOf, openAgreement } from '../../shared/domain/group.ts';
import { allowsInGroup } from '../../shared/domain/group-access.ts';
import {
  answersOf,
  beginGroupAssessment,
  closeGroupAssessment,
  type GroupAssessment,
  keepGroupRatings,
  nameTheme,
  openAssessment,
  stageOf,
} from '../../shared/domain/group-assessment.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { GroupStatement } from '../../shared/domain/themes.ts';
import {
  answeredView,
  beginTestView,
  nameThemeView,
  readBeginTest,
  readNamedTheme,
  testPageView,
  testResultView,
} from '../../shared/views/group-test.ts';
import { readThing, thingOf } from '../../shared/views/metadata.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { ratingsIn, readRatings } from '../../shared/views/ratings.ts';
import { refused } from './buttons.ts';
import { namedMembers, refusalOfMaker } from './groups.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { type SubmittedView, submissionOf } from './payloads.ts';
import type { Visit } from './visit.ts';

/** A group's prioritisation test: begun in its channel, answered privately page by page, closed; or themes named openly. */

/** What this person would see of the channel's test, or could begin; undefined where it is none of theirs. */
export function groupTestModal(visit: Visit, group: Group) {
  const { person, texts } = visit;
  const { assessment } = group;
  if (assessment && allowsInGroup(person, group, 'see-test')) return testModal(visit, group, assessment);
  const isTheirs = openAgreement(group) !== undefined && allowsInGroup(person, group, 'begin-test');
  if (!isTheirs) return undefined;
  return openAssessment(group)
    ? noticeView(texts.groupTest.title, [texts.refusals['not-in-assessment']], texts)
    : beginTestView(group, person, texts);
}

/** Where they left it, or what came of it. */
function testModal({ person, texts }: Visit, group: Group, assessment: GroupAssessment, asked?: Page) {
  switch (stageOf(assessment)) {
    case 'top':
      return testResultView(group, assessment, person, texts);
    case 'named':
      return nameThemeView(group, assessment, person, texts);
    case 'open': {
      const page = asked ?? pageLeft(groupStatements, answersOf(assessment, person.user));
      return page === 'result'
        ? answeredView(group, assessment, person, texts)
        : testPageView(group, assessment, person, page, texts);
    }
  }
}

export const openBeginTest: ActionListener = async (visit, { value }) => {
  const { owner } = thingOf(value);
  const group = await visit.group(owner, 'begin-test');
  const trouble = isRefusal(group) ? group : await visit.refusalOfChannel(owner);
  if (isRefusal(group) || trouble) return refused(visit, trouble ?? refuse('not-yours'));
  if (openAssessment(group)) return refused(visit, refuse('assessment-running'));
  return { show: beginTestView(group, visit.person, visit.texts) };
};

export const submitBeginTest: SubmitListener = async (visit, view) => {
  const { texts, person, now } = visit;
  const { owner: channel } = readThing(view.private_metadata);
  const group = await visit.group(channel, 'begin-test');
  if (isRefusal(group)) return { error: texts.refusals[group.refusal] };
  const read = readBeginTest(group, person, view.state.values, texts);
  if ('errors' in read) return read;
  const { members, hoursOpen } = read.value;
  const users = members ?? group.members.map(({ id }) => id);
  const refusal = await refusalOfMaker(visit, channel, users);
  if (refusal) return { error: texts.refusals[refusal.refusal] };
  // Whom the group knows has been asked about.
  const named = await namedMembers(visit, channel, users, members ? [] : group.members);
  if ('errors' in named) return members ? named : { error: Object.values(named.errors).join(' ') };
  const input = { view: view.id, members: users, hoursOpen };
  const begun = await visit.changeGroup(channel, 'begin-test', (current) =>
    beginGroupAssessment(current, person.user, input, now),
  );
  if (isRefusal(begun)) return { error: texts.refusals[begun.refusal] };
  return { show: noticeView(texts.groupTest.title, [texts.groupTest.begin.begun], texts) };
};

export const openTest: ActionListener = async (visit, { value }) => {
  const { owner, id } = thingOf(value);
  const group = await visit.group(owner, 'see-test');
  if (isRefusal(group)) return refused(visit, refuse('not-in-assessment'));
  const { assessment } = group;
  if (assessment?.id !== id) return refused(visit, refuse('assessment-closed'));
  return { show: testModal(visit, group, assessment) };
};

export const submitTestNow: SubmitListener = (visit, view) =>
  submitPage(visit, view, ({ now }) => pageWith(groupStatements, now));

export const submitTestHelps: SubmitListener = (visit, view) => submitPage(visit, view, () => 'helps');

async function submitPage(visit: Visit, view: SubmittedView, pageOf: (rated: Rated<GroupStatement>) => Page) {
  const { texts, person } = visit;
  const read = readRatings(groupStatements, view.state.values, texts);
  if ('errors' in read) return read;
  const kept = await keep(visit, view, read.value, submissionOf(view));
  if (isRefusal(kept)) return { error: texts.refusals[kept.refusal] };
  const { assessment } = kept;
  if (assessment === undefined || stageOf(assessment) !== 'open')
    return { show: noticeView(texts.groupTest.title, [texts.groupTest.answeredLast], texts) };
  const answers = answersOf(assessment, person.user);
  const page = answers && pageAfter(groupStatements, answers, pageOf(read.value));
  return { show: testModal(visit, kept, assessment, page) };
}

/** To another page; what is answered on this one is kept. */
export const turnTestPage: ActionListener = async (visit, { value, view }) => {
  if (view === undefined) return refused(visit, refuse('assessment-closed'));
  const rated = ratingsIn(groupStatements, view.state.values, visit.texts);
  const { owner } = readThing(view.private_metadata);
  const group = isRated(rated) ? await keep(visit, view, rated) : await visit.group(owner, 'answer-test');
  if (isRefusal(group)) return refused(visit, group);
  const { assessment } = group;
  if (assessment === undefined) return refused(visit, refuse('assessment-closed'));
  return { show: testModal(visit, group, assessment, pageNamed(groupStatements, value)) };
};

function keep(
  visit: Visit,
  view: SubmittedView,
  rated: Rated<GroupStatement>,
  form?: string,
): Promise<Group | Refusal> {
  const { owner, id } = readThing(view.private_metadata);
  return visit.changeGroup(owner, 'answer-test', (group) =>
    keepGroupRatings(group, visit.person.user, { test: id, rated, form }, visit.now),
  );
}

export const closeTest: ActionListener = async (visit, { value }) => {
  const { owner, id } = thingOf(value);
  const closed = await visit.changeGroup(owner, 'close-test', (group) =>
    closeGroupAssessment(group, id, visit.now),
  );
  if (isRefusal(closed)) return refused(visit, closed);
  return { show: noticeView(visit.texts.groupTest.title, [visit.texts.groupTest.closes], visit.texts) };
};

export const submitTheme: SubmitListener = async (visit, view) => {
  const { texts, person } = visit;
  const { owner, id } = readThing(view.private_metadata);
  const read = readNamedTheme(view.state.values, texts);
  if ('errors' in read) return read;
  const name = await fullNameOf(visit, owner);
  const named = await visit.changeGroup(owner, 'name-theme', (group) =>
    nameTheme(group, person.user, { test: id, name, theme: read.value }),
  );
  if (isRefusal(named)) return { error: texts.refusals[named.refusal] };
  return { show: noticeView(texts.groupTest.name.title, [texts.groupTest.name.said], texts) };
};

/** As the channel reads it beside their lines: there may be two of a first name. */
async function fullNameOf(visit: Visit, channel: string): Promise<string> {
  const { user, profile } = visit.person;
  const group = await visit.group(channel, 'name-theme');
  const member = isRefusal(group) ? undefined : memberOf(group, user);
  if (member || isRefusal(group)) return member?.name ?? profile.name;
  const named = (await visit.names([user])).get(user);
  return named === undefined || isRefusal(named) ? profile.name : named.name;
}
