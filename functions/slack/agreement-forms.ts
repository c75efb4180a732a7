import { keepDraft, makeAgreement, periodFrom } from '../../shared/domain/agreement.ts';
import { nextFollowUp } from '../../shared/domain/follow-up.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { localDate } from '../../shared/domain/time.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { pointView, readPoint } from '../../shared/views/point.ts';
import { type RhythmFacts, readRhythm, rhythmErrorFields, rhythmView } from '../../shared/views/rhythm.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import type { SubmittedView } from './payloads.ts';
import type { Visit } from './visit.ts';

/** The three modals of an agreement. Each Next keeps a draft, so that a closed modal or a lost phone loses nothing. */

export const submitFirstPoint: SubmitListener = async (visit, view) => {
  const kept = await keep(visit, view, 0);
  return 'draft' in kept ? { push: pointView(1, kept.draft?.points[1], visit.texts) } : kept;
};

export const submitSecondPoint: SubmitListener = async (visit, view) => {
  const kept = await keep(visit, view, 1);
  return 'draft' in kept ? { push: rhythmView(rhythmFacts(visit), visit.texts) } : kept;
};

async function keep(visit: Visit, view: SubmittedView, index: 0 | 1) {
  const read = readPoint(view.state.values, visit.texts);
  if ('errors' in read) return read;
  const decide = (person: Visit['person']) =>
    keepDraft(person, view.root_view_id, index, read.value, visit.now);
  const kept = await visit.change('make-agreement', decide);
  return isRefusal(kept) ? { error: visit.texts.refusals[kept.refusal] } : { draft: kept.draft };
}

/** The third modal with working days and hours in it; what was typed stays, since the blocks keep their ids. */
export const showOtherTimes: ActionListener = (visit) => ({
  show: rhythmView({ ...rhythmFacts(visit), otherTimes: true }, visit.texts),
});

function rhythmFacts({ person, now }: Visit): RhythmFacts {
  const { zone } = person.profile;
  const { workingTime } = person;
  return {
    workingTime: workingTime ?? defaultWorkingTime,
    zone,
    ends: periodFrom(localDate(now, zone)).ends,
    otherTimes: workingTime !== undefined && !hasOrdinaryHours(workingTime),
  };
}

function hasOrdinaryHours({ workdays, hours }: typeof defaultWorkingTime): boolean {
  const ordinary = defaultWorkingTime;
  return (
    workdays.join() === ordinary.workdays.join() &&
    hours.from === ordinary.hours.from &&
    hours.to === ordinary.hours.to
  );
}

export const submitRhythm: SubmitListener = async (visit, view) => {
  const { now, texts } = visit;
  const read = readRhythm(view.state.values, texts);
  if ('errors' in read) return read;
  const input = { ...read.value, form: view.root_view_id, view: view.id };
  const made = await visit.change('make-agreement', (person) => makeAgreement(person, input, now));
  if (!isRefusal(made)) {
    return { show: noticeView(texts.saved.title, texts.saved.lines(nextFollowUp(made, now)), texts) };
  }
  const field = rhythmErrorFields[made.refusal];
  const sentence = texts.refusals[made.refusal];
  return field ? { errors: { [field]: sentence } } : { error: sentence };
};
