import type { Button } from '@slack/types';
import type { Group } from '../domain/group.ts';
import { isOpenRound, type OpenRound, type Round, type RoundLine } from '../domain/round.ts';
import { localTime } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { button, type Message, type Piece } from './blocks.ts';
import { oneLine, shortened } from './cut.ts';
import { groupActions } from './group-actions.ts';
import { thingValue } from './metadata.ts';
import { labelled, lines, list, type Part, postOf, pressable, sentence } from './post.ts';
import { closedPromises, nameOf, openPromises } from './promises.ts';

const mostNotes = 8;
const mostLetters = 160;

/** The post that opens a round: with the promises first. Of who has contributed it tells how many, never who. */
export function openingMessage(group: Group, texts: Texts): Message {
  const { round } = group;
  const t = texts.channel.opening;
  if (round === undefined) return postOf([sentence(t.over)]);
  const { count, of } = takingPart(group, round);
  if (!isOpenRound(round)) return postOf([sentence(t.closed(count, of))]);
  return postOf([
    sentence(t.open(localTime(round.closesAt, group.zone))),
    ...points(group, texts),
    ...promises(group, round, texts),
    ...notes(group, texts),
    ...asks(round, texts),
    lines([
      labelled(
        t.facilitator,
        round.facilitator === undefined ? t.noFacilitator : { user: round.facilitator },
      ),
      [t.contributed(count, of)],
    ]),
    ...pressable('round', buttons(group, round, texts)),
  ]);
}

/** How many contributed, and of how many. Who left meanwhile had their say all the same. */
export function takingPart(group: Group, { id, contributions }: Round): { count: number; of: number } {
  const count = contributions.length;
  const then = group.rounds.find((past) => past.id === id);
  return { count, of: Math.max(then?.members ?? group.members.length, count) };
}

function points({ agreement }: Group, { channel: { opening: t } }: Texts): Part[] {
  return list(
    t.points,
    (agreement?.points ?? []).map(({ title, responsible }): Piece[] => [
      { bold: oneLine(title) },
      ...(responsible === undefined
        ? [` – ${t.noResponsible}`]
        : [` – ${t.responsible}: `, { user: responsible }]),
    ]),
  );
}

function promises(group: Group, round: OpenRound, texts: Texts): Part[] {
  const t = texts.channel;
  const before = group.rounds.at(-1)?.on;
  const open = openPromises(group, t.promises.open, round.on, texts);
  const closed = closedPromises(group, before ?? '', texts);
  const isFirst = before === undefined && closed.length === 0;
  const nothing = isFirst ? t.opening.first : t.opening.nothingOpen;
  return [...(open.length > 0 ? open : [sentence(nothing)]), ...closed];
}

function notes(group: Group, texts: Texts): Part[] {
  const t = texts.channel.opening;
  const shown = group.notes.slice(0, mostNotes).map((line): Piece[] => [noteOf(line, texts)]);
  const rest = group.notes.length - shown.length;
  return list(t.notes, [...shown, ...(rest > 0 ? [[t.moreNotes(rest)]] : [])]);
}

function noteOf(line: RoundLine, texts: Texts): string {
  const said = shortened(saidIn(line, texts), mostLetters);
  return `${texts.channel.line.kinds[line.kind]} – ${nameOf(line.name)}: ${said}`;
}

/** What somebody said in a line: what they lack or can give, and their own words. */
export function saidIn({ kind, kinds = [], text }: RoundLine, texts: Texts): string {
  const t = texts.channel.line;
  const offer = kinds.length === 0 ? '' : kind === 'lend' ? t.lends(kinds) : t.needs(kinds);
  return [offer, oneLine(text ?? '')].filter((said) => said !== '').join('. ');
}

/** What this round asks besides. */
function asks({ kind }: Round, { channel: { opening: t } }: Texts): Part[] {
  switch (kind) {
    case 'ordinary':
      return [];
    case 'half-way':
      return [sentence(t.halfWay)];
    case 'closing':
      return [sentence(t.closing)];
  }
}

function buttons(group: Group, { id }: Round, texts: Texts): Button[] {
  const t = texts.channel;
  const value = thingValue(group.channel, id);
  const hidesNotes = group.notes.length > mostNotes;
  return [
    button(groupActions.contribute, t.opening.contribute, { value, primary: true }),
    button(groupActions.closeRound, t.opening.close, { value, confirm: t.closeConfirm }),
    button(groupActions.handOver, t.opening.handOver, { value }),
    ...(hidesNotes ? [button(groupActions.lines, t.summary.review, { value })] : []),
  ];
}
