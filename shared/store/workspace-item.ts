import * as z from 'zod';
import { type Workspace, workspaceOf } from '../domain/workspace.ts';
import { workspaceKey } from './keys.ts';
import { date, instant, once } from './parts.ts';

/** Raised with every change that an older function could not read, as a person's (person-item.ts). */
export const schemaVersion = 1;

/** Made when the first is read that decided something. */
const schema = once(() =>
  z.object({
    tenant: z.string(),
    version: z.int(),
    language: z.enum(['da', 'en']),
    sameForAll: z.literal(true).optional(),
    zone: z.string(),
    closed: z.array(z.object({ from: date, until: date })),
    contacts: z.array(z.object({ name: z.string(), reach: z.string() })),
    controller: z.string().optional(),
    legalBasis: z.string().optional(),
    thresholds: z.object({ group: z.int(), company: z.int() }),
    keptDays: z.int(),
    admins: z.array(z.string()),
    introducedAt: instant.optional(),
    schemaVersion: z.literal(schemaVersion),
  }),
);

export function workspaceToItem(value: Workspace): Record<string, unknown> {
  return { ...workspaceKey(value.tenant), ...value, schemaVersion };
}

/** What a workspace decided, or what every new one starts with. Throws a ZodError for an item this code can't read whole. */
export function workspaceFromItem(tenant: string, item: Record<string, unknown> | undefined): Workspace {
  if (item === undefined) return workspaceOf(tenant);
  const { schemaVersion: _, ...rest } = schema().parse(item);
  return rest;
}
