import * as z from 'zod';
import { askKinds, happenings, replies } from '../domain/ask.ts';
import { newsKinds, slotKinds } from '../domain/item.ts';
import { partnerStates } from '../domain/partner.ts';
import type { Person } from '../domain/person.ts';
import { sparringReplies } from '../domain/request.ts';
import { leaderThemes } from '../domain/themes.ts';
import { agreementAbout } from './agreement-part.ts';
import { assessment } from './assessment-part.ts';
import { personKey, shardOf } from './keys.ts';
import { date, instant, ledger, step, time, weekday } from './parts.ts';

/**
 * Raised with every change that an older function could not read; an older one then refuses rather than overwrites. What
 * was written before has none of what came later, and is read as it is.
 */
export const schemaVersion = 4;
const readable = [1, 2, 3, 4] as const;

const pointText = z.object({
  title: z.string(),
  firstStep: z.string(),
  theme: z.enum(leaderThemes).optional(),
  difference: z.string().optional(),
  sign: z.string().optional(),
});
const point = pointText.extend({ id: z.string() });

const checkIn = z.object({
  week: date,
  at: instant,
  points: z.array(z.object({ point: z.string(), progress: step, note: z.string().optional() })),
  win: z.string().optional(),
  winSeenBy: z.array(z.string()).optional(),
  stillRight: z.boolean().optional(),
  expectationsFit: z.boolean().optional(),
  form: z.string(),
});

const ask = z.object({
  id: z.string(),
  point: z.string(),
  kind: z.enum(askKinds),
  text: z.string(),
  to: z.string(),
  madeOn: date,
  delivered: z.object({ on: date, overdueFrom: date }).optional(),
  answer: z
    .object({
      reply: z.enum(replies),
      date: date.optional(),
      comment: z.string().optional(),
      form: z.string(),
    })
    .optional(),
  happened: z
    .object({ asker: z.enum(happenings).optional(), recipient: z.enum(happenings).optional() })
    .optional(),
  closed: z.enum(['withdrawn', 'gone']).optional(),
});

const partner = z.object({
  id: z.string(),
  name: z.string().optional(),
  state: z.enum(partnerStates),
  invitation: z.string().optional(),
  since: date,
  seesPoints: z.boolean(),
  talkedOn: date.optional(),
});

const agreement = agreementAbout(point).extend({
  checkIns: z.array(checkIn),
  manager: z
    .object({
      id: z.string(),
      seesPoints: z.boolean(),
      gone: z.boolean().optional(),
      seenOn: date.optional(),
    })
    .optional(),
  partners: z.array(partner).optional(),
  asks: z.array(ask).optional(),
});

const item = z.object({
  kind: z.enum([...newsKinds, ...slotKinds]),
  owner: z.string(),
  id: z.string(),
});

const news = z.object({
  on: date,
  items: z.array(item),
  state: z.enum(['sending', 'sent', 'failed']),
  lease: instant.optional(),
  attempts: z.int().optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
});

const link = z.object({
  owner: z.string(),
  version: z.int(),
  heardOn: date,
  asks: z.array(
    z.object({
      id: z.string(),
      reply: z.enum(replies).optional(),
      date: date.optional(),
      said: z.literal(true).optional(),
    }),
  ),
  partner: z
    .object({
      state: z.enum(['invited', 'accepted']),
      invitation: z.string().optional(),
      since: date,
      talkedOn: date.optional(),
    })
    .optional(),
  sparring: z.array(z.string()),
  wins: z.array(z.string()),
  reported: z.array(z.string()),
});

const groupLink = z.object({
  channel: z.string(),
  version: z.int(),
  heardOn: date,
  role: z.enum(['leader', 'member']).optional(),
  round: z.object({ id: z.string(), on: date, until: instant }).optional(),
  test: z.object({ id: z.string(), until: instant }).optional(),
  asked: z.literal(true).optional(),
  commitments: z.array(z.object({ id: z.string(), due: date, given: z.literal(true).optional() })),
  needs: z.array(z.string()),
  reported: z.literal(true).optional(),
});

const request = z.object({
  id: z.string(),
  to: z.string(),
  madeOn: date,
  answer: z
    .object({ reply: z.enum(sparringReplies), when: z.string().optional(), form: z.string().optional() })
    .optional(),
  closed: z.enum(['withdrawn', 'gone']).optional(),
});

const prompt = z.object({
  week: date,
  parts: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('follow-up'),
        agreement: z.string(),
        week: date,
        halfWay: z.boolean().optional(),
      }),
      z.object({ kind: z.literal('item'), item }),
    ]),
  ),
  state: z.enum(['sending', 'sent', 'moved', 'answered', 'skipped', 'failed']),
  lease: instant.optional(),
  attempts: z.int().optional(),
  movedTo: date.optional(),
  sentAt: instant.optional(),
  reminder: z.enum(['sending', 'sent', 'failed']).optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
});

const person = z.object({
  tenant: z.string(),
  user: z.string(),
  version: z.int(),
  profile: z.object({
    name: z.string(),
    language: z.enum(['da', 'en']),
    chosen: z.enum(['da', 'en']).optional(),
    zone: z.string(),
    checkedAt: instant,
  }),
  workingTime: z
    .object({
      slot: z.object({ weekday, time }),
      workdays: z.array(weekday),
      hours: z.object({ from: time, to: time }),
    })
    .optional(),
  noReminders: z.literal(true).optional(),
  pauses: z.array(z.object({ from: date, until: date })),
  draft: z
    .object({
      form: z.string(),
      // DynamoDB's lists have no holes: a point not written yet is null there.
      points: z.tuple([pointText.nullable(), pointText.nullable()]),
      savedAt: instant,
    })
    .optional(),
  assessment: assessment.optional(),
  agreement: agreement.optional(),
  past: z.array(agreement),
  prompt: prompt.optional(),
  news: news.optional(),
  told: z.array(z.object({ key: z.string(), on: date })).optional(),
  links: z.array(link).optional(),
  groups: z.array(groupLink).optional(),
  linked: ledger.optional(),
  sparring: z.array(request).optional(),
  home: z.object({ painted: z.string() }).optional(),
  gone: z.boolean().optional(),
  goneSince: date.optional(),
  idleSince: date.optional(),
  export: z.object({ hash: z.string(), until: instant }).optional(),
  leaving: z
    .object({
      since: instant,
      people: z.array(z.string()),
      groups: z.array(z.string()),
      alone: z.literal(true).optional(),
      hadHome: z.literal(true).optional(),
      lookedUntil: z.string().optional(),
    })
    .optional(),
  wakeAt: instant.optional(),
  schemaVersion: z.literal([...readable]),
});

/** The item as it is written: keys, the sparse index's shard, and the person. */
export function toItem(value: Person): Record<string, unknown> {
  const { draft, workspace: _, ...rest } = value;
  const points = draft?.points.map((text) => text ?? null);
  return {
    ...personKey(value),
    ...rest,
    ...(draft === undefined ? {} : { draft: { ...draft, points } }),
    ...(value.wakeAt === undefined ? {} : { shard: shardOf(value.user) }),
    schemaVersion,
  };
}

/** Throws a ZodError for an item that this code can't read whole, a newer one's for instance. */
export function fromItem(item: Record<string, unknown>): Person {
  const { schemaVersion: _, draft, ...rest } = person.parse(item);
  if (draft === undefined) return rest;
  const [first, second] = draft.points;
  return { ...rest, draft: { ...draft, points: [first ?? undefined, second ?? undefined] } };
}
