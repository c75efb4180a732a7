import { hasSomebodyToTalkTo } from '../../shared/domain/agenda.ts';
import { nextFollowUp } from '../../shared/domain/follow-up.ts';
import { keepDraft, makeAgreement } from '../../shared/domain/make.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { button } from '../../shared/views/blocks.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { asksForPeople } from '../../shared/views/people.ts';
import { readPoint } from '../../shared/views/point.ts';
import { readRhythm, rhythmErrorFields, rhythmForms } from '../../shared/views/rhythm.ts';
import { open } from '../../shared/views/start.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { pointModal, rhythmModal } from './modals.ts';
import type { SubmittedView } from './payloads.ts';
import { readNamed } from './people.ts';
import type { SubmitReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** The three modals of an agreement. Each Next keeps a draft, so that a closed modal or a lost phone loses nothing. */

export const submitFirstPoint: SubmitListener = async (visit, view) => {
  const kept = await keep(visit, view, 0);
  return 'person' in kept ? { push: pointModal({ ...visit, person: kept.person }, 1) } : kept;
};

export const submitSecondPoint: SubmitListener = async (visit, view) => {
  const kept = await keep(visit, view, 1);
  return 'person' in kept ? { push: rhythmModal(visit, 'new') } : kept;
};

async function keep(visit: Visit, view: SubmittedView, index: 0 | 1) {
  const read = readPoint(view.state.values, visit.texts);
  if ('errors' in read) return read;
  const decide = (person: Visit['person']) =>
    keepDraft(person, view.root_view_id, index, read.value, visit.now);
  const kept = await visit.change('make-agreement', decide);
  return isRefusal(kept) ? { error: visit.texts.refusals[kept.refusal] } : { person: kept };
}

/** The modal again with working days and hours in it; what was typed stays, since the blocks keep their ids. */
export const showOtherTimes: ActionListener = (visit, { view }) => {
  const made = view?.callback_id === rhythmForms.change ? 'change' : 'new';
  return { show: rhythmModal(visit, made, { otherTimes: true, shown: view }) };
};

export const submitRhythm: SubmitListener = async (visit, view) => {
  const { now, texts } = visit;
  const read = readRhythm(view.state.values, visit.person.workingTime ?? defaultWorkingTime, texts);
  if ('errors' in read) return read;
  const { values } = view.state;
  const people = asksForPeople(values) ? await readNamed(visit, values) : undefined;
  if (people && 'errors' in people) return people;
  const input = { ...read.value, people: people?.value, form: view.root_view_id, view: view.id };
  const made = await visit.change('make-agreement', (person) => makeAgreement(person, input, now));
  if (isRefusal(made)) return slotError(made, visit);
  const see = button(open.agreement, texts.start.see);
  const waits = hasSomebodyToTalkTo(made) ? [] : [texts.settings.first.waits];
  const lines = [...texts.saved.lines(nextFollowUp(made, now)), ...waits];
  return { show: noticeView(texts.saved.title, lines, texts, [see]) };
};

/** The sentence in the field it is about, where it is about one. */
export function slotError({ refusal }: Refusal, { texts }: Visit): SubmitReply {
  const field = rhythmErrorFields[refusal];
  const sentence = texts.refusals[refusal];
  return field ? { errors: { [field]: sentence } } : { error: sentence };
}
