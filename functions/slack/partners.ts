import { partnerSays, talked } from '../../shared/domain/people.ts';
import { isRefusal, refuse } from '../../shared/domain/refusal.ts';
import { localDate } from '../../shared/domain/time.ts';
import { thingOf } from '../../shared/views/metadata.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { invitationView, outsideTextView, sharedView, winView } from '../../shared/views/partner.ts';
import { sharedWith } from './answers.ts';
import { refused } from './buttons.ts';
import type { ActionListener } from './listen.ts';
import type { Visit } from './visit.ts';

/** A sparring partner's side, and what is shared with the people around a leader. */

const partnership = { kind: 'partnership' } as const;

/** What is asked, and what the leader would share. */
export const openInvitation: ActionListener = async (visit, { value }) => {
  const { owner } = thingOf(value);
  const leader = await visit.look(owner, 'see-invitation', partnership);
  if (isRefusal(leader)) return refused(visit, leader);
  const partner = leader.agreement?.partners?.find(({ id }) => id === visit.person.user);
  return { show: invitationView(owner, partner?.seesPoints ?? false, visit.texts) };
};

export const accept: ActionListener = (visit, { value }) => says(visit, value, 'accepted');
export const decline: ActionListener = (visit, { value }) => says(visit, value, 'declined');
export const leave: ActionListener = (visit, { value }) => says(visit, value, 'left');

async function says(visit: Visit, value: string, state: 'accepted' | 'declined' | 'left') {
  const { owner } = thingOf(value);
  const { texts, person } = visit;
  const act = state === 'left' ? 'leave-partnership' : 'answer-invitation';
  const said = await visit.changeOf(owner, act, partnership, (leader) =>
    partnerSays(leader, person.user, state, today(visit)),
  );
  if (isRefusal(said)) return refused(visit, said);
  const sentences = {
    accepted: texts.partner.accepted,
    declined: texts.partner.declined,
    left: texts.inbox.left,
  };
  return { show: noticeView(texts.partner.title, [sentences[state]], texts) };
}

/** "We have talked", by the partner. */
export const sayTalked: ActionListener = async (visit, { value }) => {
  const { owner } = thingOf(value);
  const said = await visit.changeOf(owner, 'say-talked', partnership, (leader) =>
    talked(leader, visit.person.user, today(visit)),
  );
  return isRefusal(said) ? refused(visit, said) : talkedNotice(visit);
};

/** The same by the leader, for somebody outside Slack. */
export const sayTalkedOutside: ActionListener = async (visit, { value }) => {
  const { id } = thingOf(value);
  const said = await visit.change('say-talked', (person) => talked(person, id, today(visit)), partnership);
  return isRefusal(said) ? refused(visit, said) : talkedNotice(visit);
};

function talkedNotice({ texts }: Visit) {
  return { show: noticeView(texts.partner.title, [texts.inbox.talkedSaved], texts) };
}

export const openShared: ActionListener = async (visit, { value }) => {
  const { owner } = thingOf(value);
  const leader = await visit.look(owner, 'see-partnership', partnership);
  return isRefusal(leader)
    ? refused(visit, leader)
    : { show: sharedView(owner, sharedWith(visit, leader), visit.texts) };
};

export const openOutsideText: ActionListener = (visit, { value }) => {
  const { id } = thingOf(value);
  const name = visit.person.agreement?.partners?.find((partner) => partner.id === id)?.name;
  if (name === undefined) return refused(visit, refuse('not-yours'));
  return { show: outsideTextView(name, visit.texts) };
};

export const openWin: ActionListener = async (visit, { value }) => {
  const { owner, id } = thingOf(value);
  const author = await visit.look(owner, 'see-win', { kind: 'win', id });
  if (isRefusal(author)) return refused(visit, author);
  const win = author.agreement?.checkIns.find(({ week }) => week === id)?.win;
  return win === undefined ? refused(visit, refuse('not-yours')) : { show: winView(owner, win, visit.texts) };
};

function today({ now, person }: Visit): string {
  return localDate(now, person.profile.zone);
}
