import type { KnownBlock, ModalView, RichTextBlock } from '@slack/types';
import * as z from 'zod';
import { fewestMembers, type GroupPointText, mostMembers } from '../domain/group.ts';
import type { GroupRhythmInput } from '../domain/group-make.ts';
import type { GroupTheme } from '../domain/themes.ts';
import type { Texts } from '../texts/index.ts';
import { context, modal, rich, richPieces, section, usersInput } from './blocks.ts';
import { groupActions, groupForms } from './group-actions.ts';
import { groupMetadata, peoplePieces } from './group-parts.ts';
import { groupPointIn, groupPointInputs } from './group-point.ts';
import { rhythmIn, rhythmInputs, usualRhythm } from './group-rhythm.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

/** The two modals of a new group agreement: who and when, then the two points. */
export const membersField = 'members';

export type GroupWho = GroupRhythmInput & { members: string[] };

type WhoFacts = {
  channel: string;
  members: string[];
  /** Who reads the channel and is not among the members; undefined where it isn't known. */
  othersWhoRead: string[] | undefined;
  rhythm?: GroupRhythmInput | undefined;
};

/** `way`: what a test came to, or the way to one. */
export function groupWhoView(
  { channel, members, othersWhoRead, rhythm }: WhoFacts,
  texts: Texts,
  way: KnownBlock[] = [],
): ModalView {
  const t = texts.group.who;
  const labels = { title: t.title, submit: texts.next, close: texts.close };
  return modal({ callback: groupForms.who, ...labels, metadata: groupMetadata(channel) }, [
    section(t.intro),
    ...way,
    membersInput(members, { label: t.members, hint: t.membersHint, action: groupActions.chooseMembers }),
    ...(othersWhoRead === undefined ? [] : [whoReads(othersWhoRead, texts)]),
    ...rhythmInputs(rhythm ?? usualRhythm, texts),
    context(t.channelReads),
  ]);
}

/** With an `action`, a change is told at once. */
export function membersInput(
  users: string[],
  wording: { label: string; hint: string; action?: string },
): KnownBlock {
  return usersInput({ id: membersField, ...wording, users, most: mostMembers });
}

const mostNamed = 8;

/** So that nobody writes for a smaller circle than reads it. */
function whoReads(others: string[], texts: Texts): RichTextBlock {
  const t = texts.group.who;
  const pieces =
    others.length === 0 ? [t.onlyYou] : [`${t.alsoRead} `, ...peoplePieces(others, texts, mostNamed), '.'];
  return { ...richPieces([pieces]), block_id: 'who-reads' };
}

/** Who is chosen at the moment, whether or not it could be saved. */
export function membersNow(values: Values, texts: Texts): string[] {
  return new Form(values, texts).users(membersField);
}

/** `leader`: who is in it, chosen or not. */
export function membersIn(form: Form, { refusals }: Texts, leader: string[] = []): string[] {
  const members = [...new Set([...leader, ...form.users(membersField)])];
  if (members.length < fewestMembers) form.errors[membersField] = refusals['too-few-members'];
  if (members.length > mostMembers) form.errors[membersField] = refusals['too-many-members'];
  return members;
}

export function readGroupWho(values: Values, texts: Texts, leader?: string): Read<GroupWho> {
  const form = new Form(values, texts);
  const members = membersIn(form, texts, leader === undefined ? [] : [leader]);
  return form.read({ members, ...rhythmIn(form, texts) });
}

/** What was chosen in the first modal, kept beside the second: ids and choices, never text. */
const pointsMetadata = z.object({
  channel: z.string(),
  who: z.object({
    members: z.array(z.string()),
    rhythm: z.literal([1, 2, 4]),
    slot: z.object({ weekday: z.literal([1, 2, 3, 4, 5]), time: z.string() }),
    hoursOpen: z.literal([24, 48, 72, 120]),
  }),
});

export type GroupPointsMetadata = { channel: string; who: GroupWho };

/** Throws for a view that is not ours. */
export function readGroupPointsMetadata(privateMetadata: string): GroupPointsMetadata {
  return pointsMetadata.parse(JSON.parse(privateMetadata));
}

type PointsFacts = GroupPointsMetadata & {
  /** What an earlier agreement leaves to this one. */
  points: GroupPointText[];
  /** What the group's test came to, for points that are not written yet. */
  themes?: GroupTheme[] | undefined;
};

const suffixes = ['-1', '-2'] as const;

export function groupPointsView(
  { channel, who, points, themes = [] }: PointsFacts,
  texts: Texts,
  over: KnownBlock[] = [],
): ModalView {
  const t = texts.group.points;
  const { members, rhythm, slot, hoursOpen } = who;
  const metadata: GroupPointsMetadata = { channel, who: { members, rhythm, slot, hoursOpen } };
  const labels = { title: t.title, submit: t.submit, close: texts.back };
  return modal({ callback: groupForms.points, ...labels, metadata }, [
    section(t.intro),
    ...over,
    ...suffixes.flatMap((suffix, index) => [
      rich([{ text: t.headings[index] ?? '', bold: true }]),
      ...groupPointInputs(points[index], texts, suffix, themes[index - points.length]),
    ]),
    ...care(texts, texts.group.writeAboutConditions),
  ]);
}

export function readGroupPoints(
  members: string[],
  values: Values,
  texts: Texts,
): Read<[GroupPointText, GroupPointText]> {
  const form = new Form(values, texts);
  const [first, second] = suffixes;
  return form.read([groupPointIn(form, members, texts, first), groupPointIn(form, members, texts, second)]);
}
