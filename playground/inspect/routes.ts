import { z } from 'zod';
import type { Answer } from '../contract.ts';
import type { World } from '../world.ts';
import { detailOf } from './describe.ts';
import { trafficOf } from './traffic.ts';
import { whereIs } from './where.ts';

const kinds = ['request', 'wake', 'call', 'store', 'queue', 'schedule', 'log'] as const;

/** An empty field of the form is no filter. */
const field = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const filter = z.object({ kind: field.pipe(z.enum(kinds).optional()), who: field, text: field });

const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('busy'), retryAfter: z.number().min(1).max(3600) }),
  z.object({ kind: z.literal('refuse'), error: z.string().min(1) }),
  z.object({ kind: z.literal('status'), status: z.number().int().min(500).max(599) }),
  z.object({ kind: z.enum(['hang', 'cut', 'lost']) }),
]);

const target = z.string().regex(/^[A-Za-z.]+(\.\*)?$/);
const armed = z.object({ target, fault, times: z.number().int().min(1).max(1000) });

const done: Answer = { ok: true };

/** What the inspector asks for by GET; undefined for another path. Throws where the query is of another form. */
export async function inspected(world: World, url: URL): Promise<object | undefined> {
  const query = Object.fromEntries(url.searchParams);
  const { recorder, faults } = world;
  switch (url.pathname) {
    case '/api/inspect':
      return trafficOf(recorder, faults, filter.parse(query));
    case '/api/inspect/entry': {
      const { n, vault } = z
        .object({ n: z.coerce.number(), vault: z.literal('yes').optional() })
        .parse(query);
      const entry = recorder.entries.find((one) => one.n === n);
      return entry && detailOf(entry, vault === 'yes', `${world.publicUrl ?? ''}/slack`);
    }
    case '/api/inspect/where':
      return whereIs(world, z.object({ word: z.string().trim().min(2).max(200) }).parse(query).word);
    default:
      return undefined;
  }
}

/** What it asks to be done, by POST. */
export const inspectRoutes: Record<string, (world: World, body: unknown) => Answer> = {
  'inspect/clear': ({ recorder }) => {
    recorder.clear();
    return done;
  },
  'inspect/arm': ({ faults, recorder }, body) => {
    const { target, fault, times } = armed.parse(body);
    faults.arm(target, fault, times);
    recorder.onChange();
    return done;
  },
  'inspect/disarm': ({ faults, recorder }, body) => {
    const { target: only } = z.object({ target: target.optional() }).parse(body);
    if (only === undefined) faults.clear();
    else faults.delete(only);
    recorder.onChange();
    return done;
  },
};
