import type { Button, KnownBlock } from '@slack/types';
import type { Commitment } from '../domain/commitment.ts';
import { contributionOf } from '../domain/contribute.ts';
import { type Group, type GroupPoint, openAgreement } from '../domain/group.ts';
import { allowsInGroup, type GroupAct, type GroupThing } from '../domain/group-access.ts';
import { isGroupResting, isTimeToEnd } from '../domain/group-agenda.ts';
import { stageOf } from '../domain/group-assessment.ts';
import { groupPause } from '../domain/group-edit.ts';
import { groupWeeksToGiveBack } from '../domain/group-ending.ts';
import { type PersonId, rulesFor } from '../domain/person.ts';
import { isOpenRound } from '../domain/round.ts';
import { isSummingUp } from '../domain/rounds.ts';
import type { Instant } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button } from './blocks.ts';
import { groupActions } from './group-actions.ts';
import { groupValue } from './group-parts.ts';

/** What a member may do about their group: only what the rules allow, as it stands now. */

/** A group as somebody sees it at a moment. */
export type Seen = { group: Group; viewer: PersonId; now: Instant; texts: Texts };

export function buttonRow(id: string, buttons: Button[]): KnownBlock[] {
  return buttons.length > 0 ? [actions(id, buttons)] : [];
}

type Offer = {
  act: GroupAct;
  action: string;
  label: string;
  id?: string | undefined;
  thing?: GroupThing;
  when?: boolean;
  options?: Parameters<typeof button>[2];
};

/** The buttons that lead to something this viewer may do, as it stands now. */
function offered({ group, viewer }: Seen, offers: Offer[]): Button[] {
  return offers
    .filter(({ act, thing, when = true }) => when && allowsInGroup(viewer, group, act, thing))
    .map(({ action, label, id, options }) =>
      button(action, label, { value: groupValue(group.channel, id), ...options }),
    );
}

export function pointButtons(seen: Seen, { id, title, responsible }: GroupPoint): Button[] {
  const t = seen.texts.group.view;
  const thing = { kind: 'point', id } as const;
  const of = (label: string) => ({ id, thing, label, options: { spoken: `${label}: ${title}` } });
  return offered(seen, [
    {
      act: 'take-point',
      action: groupActions.takePoint,
      ...of(t.takePoint),
      when: responsible === undefined,
    },
    { act: 'change-point', action: groupActions.editPoint, ...of(t.edit) },
    { act: 'change-point', action: groupActions.replacePoint, ...of(t.replace) },
  ]);
}

export function commitmentButtons(seen: Seen, { id, text, owner }: Commitment): Button[] {
  const t = seen.texts.group.view;
  const thing = { kind: 'commitment', id } as const;
  const of = (label: string) => ({ id, thing, label, options: { spoken: `${label}: ${text}` } });
  return offered(seen, [
    { act: 'answer-commitment', action: groupActions.answer, ...of(t.answer) },
    { act: 'take-commitment', action: groupActions.take, ...of(t.take), when: owner === undefined },
  ]);
}

export function roundButtons(seen: Seen): Button[] {
  const { group, viewer, texts } = seen;
  const t = texts.group.view;
  const { round } = group;
  const id = round?.id;
  const isOpen = isOpenRound(round);
  const hasSaid = round !== undefined && contributionOf(round, viewer.user) !== undefined;
  return offered(seen, [
    {
      ...{ act: 'contribute', action: groupActions.contribute, label: hasSaid ? t.change : t.contribute },
      ...{ id, when: isOpen, options: hasSaid ? {} : { primary: true } },
    },
    {
      ...{ act: 'see-lines', action: groupActions.lines, label: texts.channel.summary.review, id },
      when: round !== undefined && (!isOpen || group.notes.length > 0),
    },
    {
      act: 'open-round',
      action: groupActions.openRound,
      label: t.openRound,
      when: !(isOpen || isSummingUp(group)),
    },
    { act: 'make-commitment', action: groupActions.commit, label: t.commit },
    { act: 'hand-over', action: groupActions.handOver, label: t.handOver, id },
    {
      ...{ act: 'close-round', action: groupActions.closeRound, label: t.closeRound, id, when: isOpen },
      options: { confirm: t.closeConfirm },
    },
  ]);
}

export function groupButtons(seen: Seen): Button[] {
  const { group, viewer, now, texts } = seen;
  const t = texts.group.view;
  const id = group.agreement?.id;
  const over = isTimeToEnd(group, now);
  const weeks = over ? groupWeeksToGiveBack(group, now) : 0;
  const stopConfirm = { ...t.stopConfirm, text: t.stopConfirm.text(rulesFor(group).keptDays) };
  const stops = { danger: true, confirm: stopConfirm };
  const leaves = { danger: true, confirm: t.leaveConfirm };
  return offered(seen, [
    ...beginning(group, texts),
    ...testOffers(group, texts),
    ...rhythmOffers(seen),
    { act: 'end-group', action: groupActions.end, label: t.end, id, when: over, options: { primary: true } },
    {
      ...{ act: 'end-group', action: groupActions.extend, id, when: weeks > 0 },
      label: texts.group.closing.extend(weeks),
    },
    {
      ...{ act: 'leave-group', action: groupActions.leave, label: t.leave, options: leaves },
      when: group.leader !== viewer.user,
    },
    {
      ...{ act: 'stop-group', action: groupActions.stop, label: t.stop, id, options: stops },
      when: openAgreement(group) !== undefined,
    },
  ]);
}

function beginning(group: Group, { group: { view: t } }: Texts): Offer[] {
  const { agreement, leader } = group;
  const isOpen = openAgreement(group) !== undefined;
  const label = agreement === undefined ? t.make : t.makeNew;
  return [
    { act: 'make-group', action: groupActions.make, label, when: !isOpen, options: { primary: true } },
    {
      ...{ act: 'take-over', action: groupActions.takeOver, label: t.takeOver },
      ...{ when: leader === undefined, options: { primary: true } },
    },
  ];
}

/** The group's test: to answer or to see; and to begin, where no agreement needs its room. */
function testOffers(group: Group, { groupTest: t }: Texts): Offer[] {
  const { assessment } = group;
  const stage = assessment && stageOf(assessment);
  const label = stage === 'open' ? t.answerNow : stage === 'top' ? t.see : t.name.title;
  return [
    { act: 'see-test', action: groupActions.testOpen, label, id: assessment?.id },
    {
      ...{ act: 'begin-test', action: groupActions.testBegin, label: t.take },
      when: stage !== 'open' && openAgreement(group) === undefined,
    },
  ];
}

function rhythmOffers({ group, now, texts }: Seen): Offer[] {
  const t = texts.group.view;
  const agreement = openAgreement(group);
  const rests = groupPause(group, now) !== undefined || (agreement && isGroupResting(agreement));
  return [
    { act: 'change-group', action: groupActions.members, label: t.changeMembers },
    { act: 'change-group', action: groupActions.rhythm, label: t.changeRhythm },
    { act: 'resume-group', action: groupActions.resume, label: t.resume, when: rests ?? false },
    { act: 'change-group', action: groupActions.pause, label: t.pause },
  ];
}
