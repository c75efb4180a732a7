import type { LeaderAgreement, Point } from '../../shared/domain/agreement.ts';
import { changeRhythm, editPoint, replacePoint } from '../../shared/domain/edit.ts';
import { type Person, runningAgreement } from '../../shared/domain/person.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import {
  editPointView,
  readEdited,
  readReplacement,
  replacePointView,
} from '../../shared/views/edit-point.ts';
import { readMetadata } from '../../shared/views/metadata.ts';
import { readRhythm } from '../../shared/views/rhythm.ts';
import { slotError } from './agreement-forms.ts';
import { refused } from './buttons.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { agreementModal, rhythmModal } from './modals.ts';
import { submissionOf } from './payloads.ts';
import type { ActionReply, SubmitReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** Changing a running agreement: its modal gives way to the form, and comes back as it then is. */

export const openEditPoint: ActionListener = (visit, { value }) => onPoint(visit, value, editPointView);

export const openReplacePoint: ActionListener = (visit, { value }) => onPoint(visit, value, replacePointView);

export const openChangeRhythm: ActionListener = (visit) => {
  const agreement = runningAgreement(visit.person, visit.now);
  return agreement ? { show: rhythmModal(visit, 'change') } : refused(visit, { refusal: 'no-agreement' });
};

export const submitEditedPoint: SubmitListener = async (visit, view) => {
  const { agreement, point = '' } = readMetadata(view.private_metadata);
  const read = readEdited(point, view.state.values, visit.texts);
  if ('errors' in read) return read;
  const input = { agreement, point, text: read.value };
  const changed = await visit.change('change-agreement', (person) => editPoint(person, input, visit.now));
  return asItIsNow(visit, changed);
};

export const submitReplacedPoint: SubmitListener = async (visit, view) => {
  const { agreement, point = '' } = readMetadata(view.private_metadata);
  const read = readReplacement(point, view.state.values, visit.texts);
  if ('errors' in read) return read;
  const input = { agreement, point, view: submissionOf(view), ...read.value };
  const changed = await visit.change('change-agreement', (person) => replacePoint(person, input, visit.now));
  return asItIsNow(visit, changed);
};

export const submitChangedRhythm: SubmitListener = async (visit, view) => {
  const { agreement } = readMetadata(view.private_metadata);
  const before = visit.person.workingTime ?? defaultWorkingTime;
  const read = readRhythm(view.state.values, before, visit.texts);
  if ('errors' in read) return read;
  const input = { ...read.value, agreement };
  const changed = await visit.change('change-agreement', (person) => changeRhythm(person, input, visit.now));
  return isRefusal(changed) ? slotError(changed, visit) : asItIsNow(visit, changed);
};

type PointView = (
  agreement: LeaderAgreement,
  point: Point,
  texts: Visit['texts'],
) => ReturnType<typeof editPointView>;

function onPoint(visit: Visit, id: string, view: PointView): ActionReply {
  const agreement = runningAgreement(visit.person, visit.now);
  if (agreement === undefined) return refused(visit, { refusal: 'no-agreement' });
  const point = agreement.points.find((candidate) => candidate.id === id);
  return point ? { show: view(agreement, point, visit.texts) } : refused(visit, { refusal: 'point-gone' });
}

function asItIsNow(visit: Visit, changed: Person | Refusal): SubmitReply {
  if (isRefusal(changed)) return { error: visit.texts.refusals[changed.refusal] };
  const { agreement } = changed;
  if (agreement === undefined) return { error: visit.texts.refusals['no-agreement'] };
  return { show: agreementModal({ ...visit, person: changed }, agreement) };
}
