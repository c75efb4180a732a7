import * as z from 'zod';
import { commitmentStates } from '../domain/commitment.ts';
import { type Group, hoursOpen, postKinds } from '../domain/group.ts';
import { unopened } from '../domain/group-assessment.ts';
import { lineKinds, resources } from '../domain/round.ts';
import { groupStatementThemes, groupThemes } from '../domain/themes.ts';
import { agreementAbout, outcomeOf } from './agreement-part.ts';
import { ratedOf } from './assessment-part.ts';
import { groupKey, shardOf } from './keys.ts';
import { date, instant, ledger, once, step, time, weekday } from './parts.ts';

/** Raised with every change that an older function could not read, as a person's (person-item.ts). */
export const schemaVersion = 1;

/** Made when the first group is read: most requests are about none, and a schema takes memory (docs/decisions/0006). */
const schema = once(() => {
  const point = z.object({
    id: z.string(),
    title: z.string(),
    result: z.string(),
    responsible: z.string().optional(),
    theme: z.enum(groupThemes).optional(),
  });

  const agreement = agreementAbout(point).extend({
    slot: z.object({ weekday, time }),
    hoursOpen: z.literal([...hoursOpen]),
  });

  const offer = z.object({ kinds: z.array(z.enum(resources)), text: z.string().optional() });

  const contribution = z.object({
    by: z.string(),
    name: z.string(),
    at: instant,
    progress: z.array(z.object({ point: z.string(), progress: step })),
    worked: z.string().optional(),
    tried: z.string().optional(),
    adjust: z.string().optional(),
    need: offer.optional(),
    lend: offer.optional(),
    stillRight: z.boolean().optional(),
    outcomes: z.array(outcomeOf).optional(),
    form: z.string(),
  });

  const posted = z.object({ ts: z.string(), painted: z.string() });

  const round = z.object({
    id: z.string(),
    kind: z.enum(['ordinary', 'half-way', 'closing']),
    on: date,
    facilitator: z.string().optional(),
    openedBy: z.string().optional(),
    closesAt: instant,
    closedAt: instant.optional(),
    closedBy: z.string().optional(),
    contributions: z.array(contribution),
    discussed: z.array(z.string()),
    points: z.array(z.object({ id: z.string(), title: z.string() })).optional(),
    before: z
      .object({ settled: date, turns: z.array(z.object({ id: z.string(), on: date.optional() })) })
      .optional(),
    opening: posted.optional(),
    summary: posted.optional(),
  });

  const pastRound = z.object({
    id: z.string(),
    on: date,
    members: z.int(),
    contributed: z.int(),
    progress: z.array(z.object({ point: z.string(), mean: z.number() })),
  });

  const commitment = z.object({
    id: z.string(),
    text: z.string(),
    owner: z.string().optional(),
    due: date,
    madeBy: z.string(),
    madeOn: date,
    line: z.string().optional(),
    state: z.enum(commitmentStates),
    said: z.string().optional(),
    saidOn: date.optional(),
    form: z.string().optional(),
  });

  const note = z.object({
    id: z.string(),
    kind: z.enum(lineKinds),
    by: z.string(),
    name: z.string(),
    text: z.string().optional(),
    kinds: z.array(z.enum(resources)).optional(),
  });

  const theme = z.enum(groupThemes);
  const statement = z.enum(groupStatementThemes);

  const assessment = z.object({
    id: z.string(),
    by: z.string(),
    on: date,
    members: z.array(z.string()),
    closesAt: instant,
    closedAt: instant.optional(),
    unopened: z.enum(unopened).optional(),
    closedBy: z.string().optional(),
    answers: z.array(
      z.object({ id: z.string(), by: z.string(), now: ratedOf(statement), helps: ratedOf(statement) }),
    ),
    top: z.array(statement).optional(),
    named: z.array(z.object({ by: z.string(), name: z.string(), theme })),
    opening: posted.optional(),
    themes: posted.optional(),
  });

  const group = z.object({
    tenant: z.string(),
    channel: z.string(),
    version: z.int(),
    language: z.enum(['da', 'en']),
    zone: z.string(),
    leader: z.string().optional(),
    members: z.array(
      z.object({ id: z.string(), name: z.string(), since: date, facilitatedOn: date.optional() }),
    ),
    forms: z.array(z.string()).optional(),
    vacated: z.string().optional(),
    left: z.array(z.object({ id: z.string(), on: date })).optional(),
    agreement: agreement.optional(),
    pauses: z.array(z.object({ from: date, until: date })),
    roundsOpened: z.int(),
    round: round.optional(),
    rounds: z.array(pastRound),
    commitments: z.array(commitment),
    notes: z.array(note),
    card: posted.optional(),
    ended: posted.optional(),
    posting: z.object({ what: z.enum(postKinds), lease: instant, attempts: z.int() }).optional(),
    blocked: z
      .object({ code: z.string(), since: instant, from: instant, retry: z.literal(true).optional() })
      .optional(),
    assessment: assessment.optional(),
    answered: z
      .array(z.object({ on: date, asked: z.array(z.string()), people: z.array(z.string()) }))
      .optional(),
    plain: z.literal(true).optional(),
    linked: ledger.optional(),
    wakeAt: instant.optional(),
    schemaVersion: z.literal(schemaVersion),
  });

  return group;
});

/** The item as it is written: keys, the sparse index's shard, and the group. */
export function groupToItem(value: Group): Record<string, unknown> {
  const { workspace: _, ...rest } = value;
  return {
    ...groupKey(value),
    ...rest,
    ...(value.wakeAt === undefined ? {} : { shard: shardOf(value.channel) }),
    schemaVersion,
  };
}

/** Throws a ZodError for an item that this code can't read whole, a newer one's for instance. */
export function groupFromItem(item: Record<string, unknown>): Group {
  const { schemaVersion: _, ...rest } = schema().parse(item);
  return rest;
}
