import type { KnownBlock, ModalView } from '@slack/types';
import type { Commitment } from '../domain/commitment.ts';
import { openCommitments } from '../domain/commitments.ts';
import type { Group } from '../domain/group.ts';
import { allowsInGroup } from '../domain/group-access.ts';
import type { PersonId } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, context, modal, type Piece, rich, richPieces, section } from './blocks.ts';
import { groupActions } from './group-actions.ts';
import { groupValue } from './group-parts.ts';
import { groupStatus } from './group-status.ts';

/** A view takes a hundred blocks: two for each of these, and a few words around them. */
const commitmentsShown = 28;
const groupsShown = 18;

/** What somebody promised in their groups, and where these stand. */
export function mineView(
  groups: { group: Group }[],
  viewer: PersonId,
  now: Instant,
  texts: Texts,
): ModalView {
  const t = texts.group.mine;
  const mine = groups.map(({ group }) => group).filter((group) => allowsInGroup(viewer, group, 'see-group'));
  const blocks =
    mine.length === 0
      ? [section(t.nothing)]
      : [
          ...commitmentBlocks(mine, viewer, texts),
          { type: 'divider' as const },
          ...groupBlocks(mine, now, texts),
        ];
  return modal({ callback: 'mine', title: t.title, close: texts.close }, blocks);
}

type Promised = { group: Group; commitment: Commitment };

function commitmentBlocks(groups: Group[], viewer: PersonId, texts: Texts): KnownBlock[] {
  const t = texts.group.mine;
  const promised = groups
    .flatMap((group) => openCommitments(group).map((commitment) => ({ group, commitment })))
    .filter(({ commitment }) => commitment.owner === viewer.user)
    .sort((a, b) => (a.commitment.due < b.commitment.due ? -1 : 1));
  const heading = rich([{ text: t.commitments, bold: true }]);
  if (promised.length === 0) return [heading, section(t.noCommitments)];
  return [
    heading,
    ...promised.slice(0, commitmentsShown).flatMap((one) => promisedBlocks(one, viewer, texts)),
    ...(promised.length > commitmentsShown ? [context(t.notAll)] : []),
  ];
}

function promisedBlocks({ group, commitment }: Promised, viewer: PersonId, texts: Texts): KnownBlock[] {
  const { id, text, due } = commitment;
  const { channel } = group;
  const t = texts.group.view;
  const pieces: Piece[] = [`${text} – ${t.by(due)}, `, { channel }];
  const answer = button(groupActions.answer, t.answer, {
    value: groupValue(channel, id),
    spoken: `${t.answer}: ${text}`,
  });
  const allowed = allowsInGroup(viewer, group, 'answer-commitment', { kind: 'commitment', id });
  return [richPieces([pieces]), ...(allowed ? [actions(`commitment-${channel}-${id}`, [answer])] : [])];
}

function groupBlocks(groups: Group[], now: Instant, texts: Texts): KnownBlock[] {
  const t = texts.group.mine;
  return [
    rich([{ text: t.groups, bold: true }]),
    ...groups
      .slice(0, groupsShown)
      .flatMap((group) => [
        richPieces([[{ channel: group.channel }], [groupStatus(group, now, texts)]]),
        actions(`group-${group.channel}`, [
          button(groupActions.see, t.see, { value: groupValue(group.channel) }),
        ]),
      ]),
  ];
}
