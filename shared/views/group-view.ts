import type { KnownBlock, ModalView } from '@slack/types';
import type { Progress } from '../domain/agreement.ts';
import type { Commitment } from '../domain/commitment.ts';
import { openCommitments } from '../domain/commitments.ts';
import type { Group, GroupAgreement, GroupPoint, RetiredGroupPoint } from '../domain/group.ts';
import type { PersonId } from '../domain/person.ts';
import { isOpenRound } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { context, type Line, modal, type Piece, rich, richPieces, section } from './blocks.ts';
import {
  buttonRow,
  commitmentButtons,
  groupButtons,
  pointButtons,
  roundButtons,
  type Seen,
} from './group-buttons.ts';
import { groupMetadata, peoplePieces } from './group-parts.ts';
import { groupStatus } from './group-status.ts';

/** How far back the progress of a point is told; more would not fit a glance. */
const stepsShown = 4;
const retiredShown = 5;

/** The group's agreement as a member sees it, with what this member may do about it. */
export function groupView(group: Group, viewer: PersonId, now: Instant, texts: Texts): ModalView {
  const { agreement, channel } = group;
  const t = texts.group.view;
  const seen: Seen = { group, viewer, now, texts };
  const blocks =
    agreement === undefined
      ? [richPieces([[{ channel }]]), section(t.nothing)]
      : agreementBlocks(seen, agreement);
  return modal(
    {
      callback: 'group',
      title: t.title,
      close: texts.close,
      metadata: groupMetadata(channel, agreement?.id),
    },
    [...blocks, ...buttonRow('round', roundButtons(seen)), ...buttonRow('group', groupButtons(seen))],
  );
}

function agreementBlocks(seen: Seen, agreement: GroupAgreement): KnownBlock[] {
  const { group, now, texts } = seen;
  const t = texts.group.view;
  const { period, rhythm, points, retired, ending } = agreement;
  return [
    richPieces([[{ channel: group.channel }]]),
    context(t.period(period.starts, period.ends, rhythm)),
    section(groupStatus(group, now, texts)),
    ...points.flatMap((point) => pointBlocks(seen, agreement, point)),
    ...retiredPoints(retired, texts),
    ...(ending?.learned === undefined ? [] : [rich([{ label: t.learned, text: ending.learned }])]),
    ...commitmentBlocks(seen),
    whoTakesPart(group, texts),
  ];
}

function pointBlocks(seen: Seen, agreement: GroupAgreement, point: GroupPoint): KnownBlock[] {
  const { group, texts } = seen;
  return [
    rich(pointLines(group, agreement, point, texts)),
    ...buttonRow(`point-${point.id}`, pointButtons(seen, point)),
    { type: 'divider' },
  ];
}

function pointLines({ rounds }: Group, agreement: GroupAgreement, point: GroupPoint, texts: Texts): Line[] {
  const t = texts.group.view;
  const { id, title, result, responsible, theme } = point;
  const { ending } = agreement;
  const means = rounds.flatMap(({ progress }) => progress.filter((said) => said.point === id));
  const steps = means.slice(-stepsShown).map(({ mean }) => texts.checkIn.progress[stepOf(mean)]);
  const outcome = ending?.outcomes.find((candidate) => candidate.point === id)?.outcome;
  return [
    { text: title, bold: true },
    { label: t.result, text: result },
    { label: t.responsible, user: responsible, text: responsible === undefined ? texts.group.nobody : '' },
    ...optional(t.theme, theme && texts.group.themes[theme]),
    ...optional(t.progress, steps.length > 0 ? steps.join(' → ') : ending ? undefined : t.noProgress),
    ...optional(t.outcome, outcome && t.outcomes[outcome]),
  ];
}

/** The step that a mean is nearest to. */
function stepOf(mean: number): Progress {
  return Math.min(5, Math.max(1, Math.round(mean))) as Progress;
}

function optional(label: string, text: string | undefined): Line[] {
  return text === undefined ? [] : [{ label, text }];
}

function retiredPoints(retired: RetiredGroupPoint[], { group: { view: t } }: Texts): KnownBlock[] {
  const lines = retired
    .slice(-retiredShown)
    .map(({ point, why, on }) => ({ label: t.retired(on), text: `${point.title}. ${why}` }));
  return lines.length > 0 ? [rich(lines), { type: 'divider' }] : [];
}

/** Those that are open, the next one first. */
function commitmentBlocks(seen: Seen): KnownBlock[] {
  const { group, texts } = seen;
  const open = openCommitments(group);
  if (open.length === 0) return [];
  return [
    rich([{ text: texts.group.view.commitments, bold: true }]),
    ...open.flatMap((commitment) => [
      richPieces([commitmentPieces(commitment, texts)]),
      ...buttonRow(`commitment-${commitment.id}`, commitmentButtons(seen, commitment)),
    ]),
    { type: 'divider' },
  ];
}

/** `@Karen: Ring to the customer – by Tuesday`; without an owner it waits for one. */
function commitmentPieces({ owner, text, due }: Commitment, { group: t }: Texts): Piece[] {
  const what = `${text} – ${t.view.by(due)}`;
  return owner === undefined ? [`${what} (${t.vacant})`] : [{ user: owner }, `: ${what}`];
}

function whoTakesPart(group: Group, texts: Texts): KnownBlock {
  const t = texts.group.view;
  const { leader, members, round } = group;
  const facilitator = isOpenRound(round) ? round.facilitator : undefined;
  return richPieces([
    [{ bold: `${t.leader}: ` }, leader === undefined ? texts.group.nobody : { user: leader }],
    [
      { bold: `${t.members}: ` },
      ...peoplePieces(
        members.map(({ id }) => id),
        texts,
      ),
    ],
    ...(facilitator === undefined ? [] : [[{ bold: `${t.facilitator}: ` }, { user: facilitator }]]),
  ]);
}
