import type { Button } from '@slack/types';
import { type Outcome, outcomes, type Progress } from '../domain/agreement.ts';
import { openCommitments } from '../domain/commitments.ts';
import { type Group, openAgreement } from '../domain/group.ts';
import { figuresOf, linesToDiscuss, pointsOf, talliesOf } from '../domain/lines.ts';
import type { Round } from '../domain/round.ts';
import type { Texts } from '../texts/index.ts';
import { button, type Message, type Piece } from './blocks.ts';
import { progressChart } from './chart.ts';
import { oneLine } from './cut.ts';
import { groupActions } from './group-actions.ts';
import { thingValue } from './metadata.ts';
import {
  heading,
  labelled,
  lengthOfText,
  list,
  mostBlocks,
  type Part,
  postOf,
  pressable,
  sentence,
} from './post.ts';
import { takingPart } from './round-post.ts';
import { lineParts, offerParts } from './summary-lines.ts';

/** What the blocks of a summary may hold, so that its text has room to say the same. */
const mostLetters = 7000;

/** What a round came to, with everybody's words: posted when it closed, and repainted with what is agreed on afterwards. */
export function summaryMessage(group: Group, texts: Texts): Message {
  const { round, agreement } = group;
  const t = texts.channel;
  if (round === undefined || agreement === undefined) return postOf([sentence(t.opening.over)]);
  const { count, of } = takingPart(group, round);
  const first = [
    heading(t.summary.heading(round.on)),
    ...(count === 0 ? nobody(group, texts) : [sentence(t.summary.tookPart(count, of))]),
    ...progress(group, round, texts),
    ...tallies(group, round, texts),
    ...offerParts(round, texts),
  ];
  const last = pressable('summary', buttons(group, round, texts));
  const fixed = [...first, ...last].flatMap(({ blocks }) => blocks);
  const room = { blocks: mostBlocks - fixed.length, letters: mostLetters - lengthOfText(fixed) };
  return postOf([...first, ...lineParts(group, round, room, texts), ...last]);
}

function nobody(group: Group, { channel: { summary: t } }: Texts): Part[] {
  const isPromised = openCommitments(group).length > 0;
  return [sentence([t.nobody, ...(isPromised ? [t.stillPromised] : [])].join(' '))];
}

/** As a chart, and always in words. */
function progress(group: Group, round: Round, texts: Texts): Part[] {
  const { progress: said } = figuresOf(group, round);
  if (said.length === 0) return [];
  const chart = progressChart(group, round, texts).map((block) => ({ text: '', blocks: [block] }));
  const words = pointsOf(group, round).map((point) => progressLine(group, round, point, texts));
  return [...chart, ...list(texts.channel.summary.howItGoes, words)];
}

function progressLine(
  group: Group,
  round: Round,
  { id, title }: { id: string; title: string },
  texts: Texts,
): Piece[] {
  const t = texts.channel.summary;
  const meanIn = (said: { point: string; mean: number }[]) => said.find(({ point }) => point === id)?.mean;
  const mean = meanIn(figuresOf(group, round).progress);
  const earlier = group.rounds.filter((past) => past.id !== round.id);
  const before = meanIn(earlier.at(-1)?.progress ?? []);
  const words =
    mean === undefined
      ? t.noProgress(before)
      : t.mean(texts.checkIn.progress[Math.round(mean) as Progress], mean, before);
  return labelled(oneLine(title), words);
}

/** Half-way, whether these are still the points; at the end, what should become of them. */
function tallies(group: Group, round: Round, texts: Texts): Part[] {
  return [...stillRight(round, texts), ...verdicts(group, round, texts)];
}

function stillRight({ contributions }: Round, { channel: { summary: t } }: Texts): Part[] {
  const tally = talliesOf(contributions, (contribution) => contribution.stillRight);
  if (tally.size === 0) return [];
  const no = tally.get(false) ?? 0;
  const counted = t.stillRight(tally.get(true) ?? 0, no);
  return [sentence(no > 0 ? `${counted} ${t.changeThem}` : counted)];
}

function verdicts(group: Group, round: Round, texts: Texts): Part[] {
  const asked = round.contributions.some((contribution) => contribution.outcomes !== undefined);
  if (!asked) return [];
  return list(
    texts.channel.summary.outcomes,
    pointsOf(group, round).map(({ id, title }) => labelled(oneLine(title), verdictOf(id, round, texts))),
  );
}

function verdictOf(id: string, { contributions }: Round, { channel: { summary: t } }: Texts): string {
  const tally = talliesOf(
    contributions,
    (contribution): Outcome | undefined => contribution.outcomes?.find(({ point }) => point === id)?.outcome,
  );
  const said = outcomes.flatMap((outcome) => {
    const count = tally.get(outcome);
    return count === undefined ? [] : [t.verdict(outcome, count)];
  });
  return said.length === 0 ? t.noVerdict : said.join(', ');
}

function buttons(group: Group, round: Round, texts: Texts): Button[] {
  const t = texts.channel.summary;
  const { channel } = group;
  const agreement = openAgreement(group);
  const end = agreement && { value: thingValue(channel, agreement.id), primary: true };
  return [
    ...(end && round.kind === 'closing' ? [button(groupActions.end, t.end, end)] : []),
    ...(linesToDiscuss(group, round).length > 0
      ? [button(groupActions.lines, t.review, { value: thingValue(channel, round.id) })]
      : []),
  ];
}
