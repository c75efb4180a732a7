import type { PlainDate } from './time.ts';

/** The people around a leader: the nearest manager, who is optional, and up to three sparring partners. */

export const mostPartners = 3;

/** - `gone`: deactivated, or no longer in the workspace */
export const partnerStates = ['invited', 'accepted', 'declined', 'left', 'gone'] as const;
export type PartnerState = (typeof partnerStates)[number];

export type Partner = {
  /** The user's id; for somebody outside Slack the id of the form that named them. */
  id: string;
  /** Of somebody outside Slack only: those inside are known to Slack by their id. */
  name?: string | undefined;
  /** Somebody outside has always accepted, as far as we know. */
  state: PartnerState;
  /** The submission they were asked in: asked again, it is another. */
  invitation?: string | undefined;
  /** When that state began, in the leader's calendar or, for an answer, in the partner's. */
  since: PlainDate;
  /** Whether they may see the two points. Nothing is shared by default. */
  seesPoints: boolean;
  /** The last time one of the two said that they have talked. */
  talkedOn?: PlainDate | undefined;
};

export type Manager = {
  id: string;
  seesPoints: boolean;
  gone?: boolean | undefined;
  /** When Slack last said that they are there: nobody else tells of a manager who was never asked anything. */
  seenOn?: PlainDate | undefined;
};

/** Asked to be with the leader, or said yes. */
export function isWith({ state }: Partner): boolean {
  return state === 'invited' || state === 'accepted';
}

export function isExternal({ name }: Partner): boolean {
  return name !== undefined;
}
