import type { ModalView } from '@slack/types';
import type { Ask, Happening } from '../../shared/domain/ask.ts';
import { findAsk, makeAsk, sayHappened, withdrawAsk } from '../../shared/domain/asking.ts';
import { type Person, runningAgreement } from '../../shared/domain/person.ts';
import { isRefusal, type RefusalReason, refuse } from '../../shared/domain/refusal.ts';
import { localDate } from '../../shared/domain/time.ts';
import { askFields, askView, ownAskView, readAsk, recipientNow } from '../../shared/views/ask.ts';
import { readMetadata, thingOf } from '../../shared/views/metadata.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { refused } from './buttons.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { submissionOf } from './payloads.ts';
import { refusalOfOne } from './people.ts';
import type { ActionReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** The leader's side of asks. */

/** For the point that the button stands at; normally to the manager. */
export const openAskForm: ActionListener = (visit, { value }) => askForm(visit, value);

/** The same words to somebody else. */
export const redirect: ActionListener = (visit, { value }) => {
  const instead = findAsk(visit.person, thingOf(value).id);
  return instead ? askForm(visit, instead.point, { instead }) : refused(visit, refuse('not-yours'));
};

export const previewAsk: ActionListener = (visit, { view }) => {
  const { point = '', instead } = readMetadata(view?.private_metadata ?? '');
  const to = recipientNow(view?.state.values ?? {}, visit.texts);
  const preview = askForm(visit, point, {
    to,
    instead: instead === undefined ? undefined : findAsk(visit.person, instead),
  });
  return { ...preview, latest: true };
};

type Chosen = { to?: string | undefined; instead?: Ask | undefined };

function askForm(visit: Visit, id: string, { to, instead }: Chosen = {}): ActionReply {
  const agreement = runningAgreement(visit.person, visit.now);
  if (agreement === undefined) return refused(visit, refuse('no-agreement'));
  const point = agreement.points.find((candidate) => candidate.id === id);
  if (point === undefined) return refused(visit, refuse('point-gone'));
  const manager = agreement.manager?.gone ? undefined : agreement.manager?.id;
  // Whom it was asked of is not whom it is asked of instead.
  const usual = manager === instead?.to ? undefined : manager;
  return { show: askView({ agreement, point, to: to ?? usual, instead }, visit.texts) };
}

export const submitAsk: SubmitListener = async (visit, view) => {
  const { texts, now } = visit;
  const { agreement, point = '', instead } = readMetadata(view.private_metadata);
  const read = readAsk(view.state.values, texts);
  if ('errors' in read) return read;
  const { to } = read.value;
  const unfit = await refusalOfOne(visit, to);
  if (unfit) return { errors: { [askFields.to]: texts.refusals[unfit.refusal] } };
  const input = { ...read.value, agreement, point, instead, view: submissionOf(view) };
  const made = await visit.change('make-ask', (person) => makeAsk(person, input, now));
  if (isRefusal(made)) return { errors: { [fieldOf(made.refusal)]: texts.refusals[made.refusal] } };
  return { show: noticeView(texts.ask.sentTitle, [texts.ask.sent], texts) };
};

const fieldOf = (reason: RefusalReason) => (reason === 'named-self' ? askFields.to : askFields.text);

/** From the agreement, where the button's value is the ask's id. */
export const openAskOfPoint: ActionListener = (visit, { value }) => ownAsk(visit, value);

/** From a message, where it is owner and ask. */
export const openOwnAsk: ActionListener = (visit, { value }) => ownAsk(visit, thingOf(value).id);

async function ownAsk(visit: Visit, id: string): Promise<ActionReply> {
  const ask = findAsk(visit.person, id);
  return ask ? { show: await ownAskModal(visit, visit.person, ask) } : refused(visit, refuse('not-yours'));
}

async function ownAskModal(visit: Visit, person: Person, ask: Ask): Promise<ModalView> {
  const point = person.agreement?.points.find(({ id }) => id === ask.point);
  const waits = ask.answer === undefined && ask.closed === undefined;
  const mayTakeAWhile = waits && (await visit.rests(ask.to));
  const today = localDate(visit.now, person.profile.zone);
  return ownAskView({ owner: person.user, ask, point, mayTakeAWhile, today }, visit.texts);
}

export const withdraw: ActionListener = async (visit, { value }) => {
  const { id } = thingOf(value);
  const changed = await visit.change('withdraw-ask', (person) => withdrawAsk(person, id), {
    kind: 'ask',
    id,
  });
  const ask = isRefusal(changed) ? undefined : findAsk(changed, id);
  if (isRefusal(changed)) return refused(visit, changed);
  return ask ? { show: await ownAskModal(visit, changed, ask) } : {};
};

/** On the promised date, by either of the two. */
export const happened =
  (happening: Happening): ActionListener =>
  async (visit, { value }) => {
    const { owner, id } = thingOf(value);
    const { texts, person } = visit;
    const by = owner === person.user ? 'asker' : 'recipient';
    const decide = (asker: Person) => sayHappened(asker, id, by, happening);
    const thing = { kind: 'ask', id } as const;
    const said =
      by === 'asker'
        ? await visit.change('say-happened', decide, thing)
        : await visit.changeOf(owner, 'say-happened', thing, decide);
    if (isRefusal(said)) return refused(visit, said);
    return { show: noticeView(texts.answer.happened, [texts.answer.happenedSaved], texts) };
  };
