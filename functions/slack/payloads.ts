import type { ModalView } from '@slack/types';
import * as z from 'zod';
import type { GroupId } from '../../shared/domain/group.ts';
import type { PersonId } from '../../shared/domain/person.ts';
import { valuesSchema } from '../../shared/views/values.ts';

/** What we take of Slack's payloads, parsed at the edge. https://docs.slack.dev/reference/interaction-payloads/ */

const id = z.string().regex(/^[A-Za-z0-9]{1,20}$/);

const installed = z.object({
  is_enterprise_install: z.union([z.boolean(), z.stringbool()]).default(false),
  team: z.object({ id }).nullish(),
  enterprise: z.object({ id }).nullish(),
});

export const commandPayload = z.object({
  team_id: id,
  enterprise_id: id.optional(),
  is_enterprise_install: z.stringbool().default(false),
  user_id: id,
  channel_id: id,
  trigger_id: z.string(),
  text: z.string().default(''),
});

const label = z.object({ type: z.literal('plain_text'), text: z.string(), emoji: z.boolean().optional() });

const view = z.object({
  /** A modal, or somebody's Home. */
  type: z.string().default('modal'),
  id: z.string(),
  root_view_id: z.string(),
  hash: z.string(),
  callback_id: z.string(),
  private_metadata: z.string().default(''),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
  state: z.object({ values: valuesSchema }).default({ values: {} }),
  title: label.nullish(),
  submit: label.nullish(),
  close: label.nullish(),
});
export type SubmittedView = z.infer<typeof view>;

/**
 * One submission: the same when Slack or an impatient thumb sends it twice. A view that gives way to another keeps its id
 * and gets a new hash.
 */
export function submissionOf({ id, hash }: SubmittedView): string {
  return `${id}.${hash}`;
}

/** The view as it could be sent again. */
export function shownView(view: SubmittedView): ModalView {
  const { callback_id, private_metadata, blocks, title, submit, close } = view;
  const labels = { title, ...(submit ? { submit } : {}), ...(close ? { close } : {}) };
  // Slack sends back what we sent it.
  return { type: 'modal', callback_id, private_metadata, ...labels, blocks } as unknown as ModalView;
}

/**
 * The Home tab is a view to Slack, but none that gives way to another: what is pressed there opens a modal, as in a message.
 * https://docs.slack.dev/surfaces/app-home/
 */
const home = z.object({ type: z.literal('home') }).transform(() => undefined);

export const actionPayload = installed.extend({
  user: z.object({ id }),
  trigger_id: z.string(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
  view: z.union([home, view]).optional(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string() }).optional(),
});

export const submissionPayload = installed.extend({ user: z.object({ id }), view });

export const userChangePayload = z.object({
  team_id: id,
  enterprise_id: id.nullish(),
  authorizations: z.array(z.object({ is_enterprise_install: z.boolean().default(false) })).default([]),
  event: z.object({ user: z.object({ id }) }),
});

export const channelSharedPayload = z.object({
  team_id: id,
  enterprise_id: id.nullish(),
  authorizations: z.array(z.object({ is_enterprise_install: z.boolean().default(false) })).default([]),
  event: z.object({ channel: id }),
});

/** https://docs.slack.dev/reference/events/app_home_opened/: `view` is there once one was published. */
export const homeOpenedPayload = z.object({
  team_id: id,
  enterprise_id: id.nullish(),
  authorizations: z.array(z.object({ is_enterprise_install: z.boolean().default(false) })).default([]),
  event: z.object({ user: id, tab: z.string().optional(), view: z.object({ hash: z.string() }).optional() }),
});

/**
 * Whose data a payload is about: the enterprise's when the app is installed for the whole organisation, else the team's.
 * Every key begins with it.
 */
export function tenantOf(payload: {
  enterprise?: string | undefined;
  team?: string | undefined;
  orgWide: boolean;
}): string {
  const tenant = payload.orgWide ? payload.enterprise : payload.team;
  if (tenant === undefined) throw new Error('A payload without a tenant');
  return tenant;
}

export function commandAuthor(payload: z.infer<typeof commandPayload>): PersonId {
  const { enterprise_id: enterprise, team_id: team, is_enterprise_install: orgWide } = payload;
  return { tenant: tenantOf({ enterprise, team, orgWide }), user: payload.user_id };
}

type EventPayload = Pick<z.infer<typeof userChangePayload>, 'authorizations' | 'enterprise_id' | 'team_id'>;

function tenantOfEvent({ authorizations, enterprise_id: enterprise, team_id: team }: EventPayload): string {
  const orgWide = authorizations[0]?.is_enterprise_install ?? false;
  return tenantOf({ enterprise: enterprise ?? undefined, team, orgWide });
}

export function changedUser(payload: z.infer<typeof userChangePayload>): PersonId {
  return { tenant: tenantOfEvent(payload), user: payload.event.user.id };
}

export function homeOwner(payload: z.infer<typeof homeOpenedPayload>): PersonId {
  return { tenant: tenantOfEvent(payload), user: payload.event.user };
}

export function sharedChannel(payload: z.infer<typeof channelSharedPayload>): GroupId {
  return { tenant: tenantOfEvent(payload), channel: payload.event.channel };
}

export function actor(payload: z.infer<typeof installed> & { user: { id: string } }): PersonId {
  const { enterprise, team, is_enterprise_install: orgWide } = payload;
  return { tenant: tenantOf({ enterprise: enterprise?.id, team: team?.id, orgWide }), user: payload.user.id };
}
