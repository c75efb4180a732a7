import type { KnownBlock, ModalView } from '@slack/types';
import type { Commitment } from '../domain/commitment.ts';
import type { Group } from '../domain/group.ts';
import { allowsInGroup } from '../domain/group-access.ts';
import { linesToDiscuss } from '../domain/lines.ts';
import type { PersonId } from '../domain/person.ts';
import { isOpenRound, lineKinds, type RoundLine } from '../domain/round.ts';
import type { Texts } from '../texts/index.ts';
import {
  button,
  checkboxInput,
  context,
  inputAction,
  modal,
  type Piece,
  plain,
  rich,
  richPieces,
  section,
} from './blocks.ts';
import { oneLine, shortened } from './cut.ts';
import { groupActions, groupForms } from './group-actions.ts';
import { groupMetadata, groupValue } from './group-parts.ts';
import { noticeView } from './notice.ts';
import type { Values } from './values.ts';

/** A view takes a hundred blocks, a group of checkboxes ten options, an option 75 characters. */
const mostBlocks = 100;
const mostOptions = 10;
const mostInOption = 75;

const discussedPrefix = 'discussed-';

type Seen = { group: Group; round: string; mayCommit: boolean; discussed: string[] | undefined };

/**
 * All that a round brought, once it is closed, and earlier ones left, to agree on things from; who keeps it ticks off what was
 * talked about.
 */
export function linesView(group: Group, viewer: PersonId, texts: Texts): ModalView {
  const t = texts.group.lines;
  const { channel, round } = group;
  if (round === undefined) return noticeView(t.title, [t.noRound], texts);
  const seen: Seen = {
    group,
    round: round.id,
    mayCommit: allowsInGroup(viewer, group, 'make-commitment'),
    discussed: allowsInGroup(viewer, group, 'mark-discussed') ? round.discussed : undefined,
  };
  const lines = inOrder(linesToDiscuss(group, round));
  const blocks =
    lines.length === 0
      ? [section(isOpenRound(round) ? t.nothingYet : t.nothing)]
      : asManyAsFit(lines, seen, texts);
  const marks = seen.discussed !== undefined && lines.length > 0;
  return modal(
    {
      ...{ callback: groupForms.lines, title: t.title, close: texts.close },
      ...(marks ? { submit: texts.save } : {}),
      metadata: groupMetadata(channel, round.id),
    },
    blocks,
  );
}

/** Kind by kind, what earlier rounds left among the rest. */
function inOrder(lines: RoundLine[]): RoundLine[] {
  return lineKinds.flatMap((kind) => lines.filter((line) => line.kind === kind));
}

/** The first that fit, and how many did not. */
function asManyAsFit(lines: RoundLine[], seen: Seen, texts: Texts): KnownBlock[] {
  for (let count = lines.length; ; count -= 1) {
    const left = lines.length - count;
    const told = left > 0 ? [context(texts.group.lines.notAll(left))] : [];
    const blocks = [...blocksOf(lines.slice(0, count), seen, texts), ...told];
    if (blocks.length <= mostBlocks || count === 0) return blocks;
  }
}

function blocksOf(lines: RoundLine[], seen: Seen, texts: Texts): KnownBlock[] {
  const listed = lineKinds.flatMap((kind) => {
    const ofKind = lines.filter((line) => line.kind === kind);
    if (ofKind.length === 0) return [];
    const heading = rich([{ text: texts.channel.summary.lines[kind], bold: true }]);
    return [heading, ...ofKind.flatMap((line) => lineBlocks(line, seen, texts))];
  });
  return [...listed, ...discussedInputs(lines, seen, texts)];
}

function lineBlocks(line: RoundLine, { group, mayCommit }: Seen, texts: Texts): KnownBlock[] {
  const t = texts.channel.summary;
  const agreed = group.commitments.filter((made) => made.line === line.id);
  const text = lineText(line, texts);
  const commit = button(groupActions.commit, t.commit, {
    value: groupValue(group.channel, line.id),
    spoken: `${t.commit}: ${text}`,
  });
  const isDiscussed = group.round?.discussed.includes(line.id) ?? false;
  return [
    {
      type: 'section',
      block_id: `line-${line.id}`,
      text: plain(isDiscussed ? t.discussed(text) : text),
      ...(mayCommit && agreed.length === 0 ? { accessory: commit } : {}),
    },
    ...(agreed.length === 0 ? [] : [richPieces(agreed.map((made) => agreedPieces(made, texts)))]),
  ];
}

/** Who does what was agreed, and by when; or what became of it. */
function agreedPieces({ owner, due, text, state }: Commitment, texts: Texts): Piece[] {
  const { done, dropped } = texts.channel.summary;
  const agreed = { open: texts.group.lines.agreed(due), done, dropped }[state];
  if (owner === undefined) return [`${agreed}: ${text}${state === 'open' ? ` (${texts.group.vacant})` : ''}`];
  return [`${agreed}: `, { user: owner }, `, ${text}`];
}

/** `Karen: mangler tid og folk – to timer om ugen` */
function lineText({ kind, name, kinds = [], text }: RoundLine, { channel: { line: t } }: Texts): string {
  const isOffer = kinds.length > 0 && (kind === 'need' || kind === 'lend');
  const offered = isOffer ? [kind === 'need' ? t.needs(kinds) : t.lends(kinds)] : [];
  return `${name}: ${[...offered, ...(text === undefined ? [] : [text])].join(' – ')}`;
}

function discussedInputs(lines: RoundLine[], { round, discussed }: Seen, texts: Texts): KnownBlock[] {
  if (discussed === undefined) return [];
  const t = texts.group.lines;
  const count = Math.ceil(lines.length / mostOptions);
  return Array.from({ length: count }, (_, index) =>
    checkboxInput({
      id: `${discussedPrefix}${round}-${index}`,
      label: t.discussed(index + 1, count),
      ...(index === count - 1 ? { hint: t.discussedHint } : {}),
      choices: lines.slice(index * mostOptions, (index + 1) * mostOptions).map((line) => ({
        value: line.id,
        label: shortened(oneLine(lineText(line, texts)), mostInOption),
      })),
      values: discussed,
      optional: true,
    }),
  );
}

/** The ids of the lines that are ticked, in all the groups. */
export function readDiscussed(values: Values): string[] {
  const groups = Object.entries(values).filter(([id]) => id.startsWith(discussedPrefix));
  const chosen = groups.flatMap(([, value]) => value[inputAction]?.selected_options ?? []);
  return [...new Set(chosen.map((option) => option.value))];
}
