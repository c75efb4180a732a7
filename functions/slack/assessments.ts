import {
  isRated,
  leaderStatements,
  type Page,
  pageAfter,
  pageNamed,
  pageWith,
  type Rated,
} from '../../shared/domain/assessment.ts';
import { beginAgain, chooseThemes, keepRatings } from '../../shared/domain/assessments.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import { readChoice } from '../../shared/views/assessment-result.ts';
import { togetherButton } from '../../shared/views/group-test.ts';
import { ratingsIn, readRatings } from '../../shared/views/ratings.ts';
import { groupTestModal } from './group-tests.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { assessmentModal, firstPointModal, withFirstWords } from './modals.ts';
import { type SubmittedView, submissionOf } from './payloads.ts';
import type { CommandReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** The leader's prioritisation test: page after page in one view, each kept as it is left. */

/**
 * `/trivsel test`, perhaps the first thing that somebody types here: in a group's channel the group's, for who is in it; else
 * one's own, and in a channel that may yet become a group's the way to one together.
 */
export async function assessmentCommand(visit: Visit, _: string, channel: string): Promise<CommandReply> {
  const group = isDirect(channel) ? undefined : await visit.groupHere(channel);
  const shared = group && groupTestModal(visit, group);
  if (shared) return { show: shared };
  const own = withFirstWords(visit, assessmentModal(visit));
  const mayBegin = group?.agreement === undefined && group?.assessment === undefined;
  if (group === undefined || !mayBegin) return { show: own };
  return { show: { ...own, blocks: [...togetherButton(channel, visit.texts), ...own.blocks] } };
}

/** "D" for direct messages: https://docs.slack.dev/apis/web-api/using-the-conversations-api/ */
const isDirect = (channel: string) => channel.startsWith('D');

export const openAssessment: ActionListener = (visit) => ({ show: assessmentModal(visit) });

export const submitNowPage: SubmitListener = (visit, view) =>
  submitPage(visit, view, ({ now }) => pageWith(leaderStatements, now));

export const submitHelpsPage: SubmitListener = (visit, view) => submitPage(visit, view, () => 'helps');

async function submitPage(visit: Visit, view: SubmittedView, pageOf: (rated: Rated) => Page) {
  const read = readRatings(leaderStatements, view.state.values, visit.texts);
  if ('errors' in read) return read;
  const kept = await keep(visit, view.id, read.value);
  if (isRefusal(kept)) return { error: visit.texts.refusals[kept.refusal] };
  const { assessment } = kept;
  const page = assessment && pageAfter(leaderStatements, assessment, pageOf(read.value));
  return { show: assessmentModal({ ...visit, person: kept }, page) };
}

/** To another page; what is answered on this one is kept. */
export const turnToPage: ActionListener = async (visit, { value, view }) => {
  const rated = ratingsIn(leaderStatements, view?.state.values ?? {}, visit.texts);
  const kept = view && isRated(rated) ? await keep(visit, view.id, rated) : visit.person;
  const person = isRefusal(kept) ? visit.person : kept;
  return { show: assessmentModal({ ...visit, person }, pageNamed(leaderStatements, value)) };
};

function keep(visit: Visit, view: string, rated: Rated): Promise<Person | Refusal> {
  return visit.change('take-assessment', (person) => keepRatings(person, view, rated, visit.now));
}

export const beginAssessmentAgain: ActionListener = async (visit, { view }) => {
  const press = view ? submissionOf(view) : '';
  const begun = await visit.change('take-assessment', (person) => beginAgain(person, press, visit.now));
  return { show: assessmentModal({ ...visit, person: isRefusal(begun) ? visit.person : begun }) };
};

/** On to the agreement's first form, in the same view. */
export const submitChoice: SubmitListener = async (visit, view) => {
  const read = readChoice(view.state.values, visit.texts);
  if ('errors' in read) return read;
  const choice = { form: view.root_view_id, themes: read.value };
  const chosen = await visit.change('take-assessment', (person) => chooseThemes(person, choice, visit.now));
  if (isRefusal(chosen)) return { error: visit.texts.refusals[chosen.refusal] };
  return { show: firstPointModal({ ...visit, person: chosen }) };
};
