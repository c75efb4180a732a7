import type { SectionBlock } from '@slack/types';
import type { Commitment } from '../domain/commitment.ts';
import { type Group, memberOf, openAgreement } from '../domain/group.ts';
import { linesOf, matchesIn } from '../domain/lines.ts';
import { type LineKind, lineKinds, type Round, type RoundLine } from '../domain/round.ts';
import type { Texts } from '../texts/index.ts';
import { button, escaped, plain } from './blocks.ts';
import { evenShare, lengthOf, shortened } from './cut.ts';
import { groupActions } from './group-actions.ts';
import { thingValue } from './metadata.ts';
import { lines, list, type Part, sentence } from './post.ts';
import { nameOf } from './promises.ts';
import { saidIn } from './round-post.ts';

/** A line under the heading it stands under. */
type Placed = { line: RoundLine; under: LineKind | 'notes' };
type Room = { blocks: number; letters: number };

/** Side by side who lacks and who can give: so many of each. */
const mostOffers = 6;
const mostMatches = 5;

/** What some need and others can lend, side by side, and where the two meet. */
export function offerParts(round: Round, texts: Texts): Part[] {
  const t = texts.channel.summary;
  const { need, lend } = offersOf(round);
  if (need.length === 0 || lend.length === 0) return [];
  const columns = [column(t.columns.need, need, texts), column(t.columns.lend, lend, texts)];
  const matches = matchesIn(linesOf(round)).slice(0, mostMatches);
  return [
    { text: columns.map(escaped).join('\n'), blocks: [{ type: 'section', fields: columns.map(plain) }] },
    ...list(
      t.matches,
      matches.map(({ needs, lends, kind }) => [t.match(nameOf(needs.name), nameOf(lends.name), kind)]),
    ),
  ];
}

function offersOf(round: Round): { need: RoundLine[]; lend: RoundLine[] } {
  const said = linesOf(round);
  const of = (kind: LineKind) => said.filter((line) => line.kind === kind && line.kinds?.length);
  return { need: of('need'), lend: of('lend') };
}

/** What the columns show in full: those that have no words of their own. */
function shownInColumns(round: Round): Set<string> {
  const { need, lend } = offersOf(round);
  if (need.length === 0 || lend.length === 0) return new Set();
  const shown = [need, lend].flatMap((offers) => offers.slice(0, mostOffers));
  return new Set(shown.filter(({ text }) => text === undefined).map(({ id }) => id));
}

function column(title: string, offers: RoundLine[], texts: Texts): string {
  const shown = offers
    .slice(0, mostOffers)
    .map((offer) => `• ${nameOf(offer.name)} ${saidIn({ ...offer, text: undefined }, texts)}`);
  const rest = offers.length - shown.length;
  return [title, ...shown, ...(rest > 0 ? [texts.channel.more(rest)] : [])].join('\n');
}

/**
 * As many lines as there is room for, each as long as there is room for, under their headings. What the columns show already
 * is not said again, unless something was agreed on from it.
 */
export function lineParts(group: Group, round: Round, room: Room, texts: Texts): Part[] {
  const t = texts.channel.summary;
  const all = placed(group, round);
  const headings = [...lineKinds, 'notes' as const].filter((under) => all.some((one) => one.under === under));
  const shown = fairly(all, room.blocks - headings.length - 1);
  const wholes = shown.map(({ line }) => lengthOf(lineText(group, line, undefined, texts)) + besides);
  const letters = room.letters - headings.length * besidesHeading - besidesMore;
  const most = evenShare(wholes, letters) - besides;
  const hidden = all.length - shown.length;
  return [
    ...headings.flatMap((under) => {
      const here = shown.filter((one) => one.under === under);
      const sections = here.map(({ line }) => linePart(group, line, most, texts));
      return here.length === 0 ? [] : [lines([[{ bold: t.lines[under] }]]), ...sections];
    }),
    ...(hidden > 0 ? [sentence(t.moreLines(hidden))] : []),
  ];
}

/** For a button's label, for a heading, for how many there are more. */
const besides = 12;
const besidesHeading = 45;
const besidesMore = 120;

function placed(group: Group, round: Round): Placed[] {
  const columns = shownInColumns(round);
  const isNew = (line: RoundLine) => !columns.has(line.id) || promiseOf(group, line) !== undefined;
  return [
    ...linesOf(round)
      .filter(isNew)
      .map((line) => ({ line, under: line.kind })),
    ...group.notes.map((line) => ({ line, under: 'notes' as const })),
  ];
}

/** Where not all fit: everybody has one before anybody has two, and no heading goes without. */
function fairly(all: Placed[], most: number): Placed[] {
  const chosen: Placed[] = [];
  while (chosen.length < Math.min(most, all.length)) {
    const rest = all.filter((one) => !chosen.includes(one));
    chosen.push(rest.reduce((best, one) => (turnOf(one, chosen) < turnOf(best, chosen) ? one : best)));
  }
  return all.filter((one) => chosen.includes(one));
}

function turnOf({ line, under }: Placed, chosen: Placed[]): number {
  const theirs = chosen.filter((one) => one.line.by === line.by).length;
  return theirs * 1000 + chosen.filter((one) => one.under === under).length;
}

function linePart(group: Group, line: RoundLine, most: number, texts: Texts): Part {
  const t = texts.channel.summary;
  const text = lineText(group, line, most, texts);
  const isOpen = openAgreement(group) !== undefined && promiseOf(group, line) === undefined;
  const commit = button(groupActions.commit, t.commit, {
    value: thingValue(group.channel, line.id),
    spoken: `${t.commit}: ${text}`,
  });
  const section: SectionBlock = { type: 'section', text: plain(text) };
  return { text: escaped(text), blocks: [isOpen ? { ...section, accessory: commit } : section] };
}

/** `Sofie Lund: …`, and what has become of it since. */
function lineText(group: Group, line: RoundLine, most: number | undefined, texts: Texts): string {
  const t = texts.channel.summary;
  const promise = promiseOf(group, line);
  const became = promise ? `\n${becameOf(group, promise, texts)}` : '';
  const isDiscussed = group.round?.discussed.includes(line.id) ?? false;
  const mark = isDiscussed ? lengthOf(t.discussed('')) : 0;
  const said = `${nameOf(line.name)}: ${saidIn(line, texts)}`;
  const kept = most === undefined ? said : shortened(said, most - lengthOf(became) - mark);
  return `${isDiscussed ? t.discussed(kept) : kept}${became}`;
}

/** What was agreed on from the line: what is still open, before what is over. */
function promiseOf({ commitments }: Group, { id }: RoundLine): Commitment | undefined {
  const made = commitments.filter(({ line }) => line === id);
  return made.find(({ state }) => state === 'open') ?? made.at(-1);
}

function becameOf(group: Group, { state, owner, due }: Commitment, texts: Texts): string {
  const t = texts.channel.summary;
  if (state !== 'open') return t[state];
  const name = memberOf(group, owner)?.name;
  return name === undefined ? t.agreedByNobody(due) : t.agreed(nameOf(name), due);
}
