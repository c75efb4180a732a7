import { answerable } from '../../shared/domain/follow-up.ts';
import { changePeople, refusalOfPeople } from '../../shared/domain/people.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { readMetadata } from '../../shared/views/metadata.ts';
import {
  fieldOf,
  namedBefore,
  type PeopleChosen,
  peopleForm,
  peopleNow,
  peopleOf,
  peopleView,
  readPeople,
} from '../../shared/views/people.ts';
import { Form, type Read, type Values } from '../../shared/views/values.ts';
import { refused } from './buttons.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { agreementModal, rhythmModal } from './modals.ts';
import { submissionOf } from './payloads.ts';
import type { Visit } from './visit.ts';

/** Whom a leader brings along. */

export const openPeople: ActionListener = (visit) => {
  const agreement = answerable(visit.person);
  if (agreement === undefined) return refused(visit, refuse('no-agreement'));
  return { show: peopleView(agreement, peopleOf(agreement), visit.texts) };
};

/** The fields in the third modal; what was chosen there stays, since the blocks keep their ids. */
export const bringPeople: ActionListener = (visit, { view }) => ({
  show: rhythmModal(visit, 'new', { people: peopleNow(view?.state.values ?? {}, visit.texts), shown: view }),
  latest: true,
});

/** Somebody was chosen: what they will see is told at once. */
export const previewPeople: ActionListener = (visit, pressed) => {
  const { view } = pressed;
  if (view?.callback_id !== peopleForm) return bringPeople(visit, pressed);
  const agreement = answerable(visit.person);
  if (agreement === undefined) return refused(visit, refuse('no-agreement'));
  return {
    show: peopleView(agreement, peopleNow(view.state.values, visit.texts), visit.texts),
    latest: true,
  };
};

export const submitPeople: SubmitListener = async (visit, view) => {
  const { texts, now } = visit;
  const { agreement } = readMetadata(view.private_metadata);
  const read = await readNamed(visit, view.state.values);
  if ('errors' in read) return read;
  const input = { ...read.value, agreement, view: submissionOf(view) };
  const changed = await visit.change('name-people', (person) => changePeople(person, input, now));
  return isRefusal(changed) ? { error: texts.refusals[changed.refusal] } : shown(visit, changed);
};

function shown(visit: Visit, person: Person) {
  const { agreement } = person;
  if (agreement === undefined) return { error: visit.texts.refusals['no-agreement'] };
  return { show: agreementModal({ ...visit, person }, agreement) };
}

/** The people of a form as they can be named, or what is wrong in which field. */
export async function readNamed(visit: Visit, values: Values): Promise<Read<PeopleChosen>> {
  const form = new Form(values, visit.texts);
  const read = form.read(readPeople(form, namedBefore(visit.person.agreement), visit.texts));
  const errors = 'errors' in read ? undefined : await errorsOf(visit, read.value);
  return errors ? { errors } : read;
}

/** Why that one person can't be named; undefined where they can. */
export async function refusalOfOne(visit: Visit, user: string): Promise<Refusal | undefined> {
  if (user === visit.person.user) return refuse('named-self');
  return (await refusalsAmong(visit, [user])).get(user);
}

/** Why those of them can't be named who can't. */
async function refusalsAmong(visit: Visit, users: string[]): Promise<Map<string, Refusal>> {
  const names = await visit.names(users);
  return new Map([...names].flatMap(([user, named]) => (isRefusal(named) ? [[user, named] as const] : [])));
}

/** Who of those chosen can't be named, in the field they stand in. Slack is asked about all of them at once. */
async function errorsOf(visit: Visit, chosen: PeopleChosen): Promise<Record<string, string> | undefined> {
  const { texts, person } = visit;
  const together = refusalOfPeople(person.user, { ...chosen, view: '' });
  if (together) return { [fieldOf(chosen, person.user)]: texts.refusals[together.refusal] };
  const refusals = await refusalsAmong(visit, [
    ...(chosen.manager ? [chosen.manager] : []),
    ...chosen.partners,
  ]);
  if (refusals.size === 0) return undefined;
  return Object.fromEntries(
    [...refusals].map(([user, { refusal }]) => [fieldOf(chosen, user), texts.refusals[refusal]]),
  );
}
