/** Why something can't be done, as a value; each has a sentence in `texts`. */
export type RefusalReason =
  | 'agreement-running'
  | 'no-agreement'
  | 'draft-elsewhere'
  | 'slot-outside-workdays'
  | 'slot-outside-hours'
  | 'prompt-over'
  | 'no-day-left'
  | 'pause-not-ahead'
  | 'pause-too-long'
  | 'point-gone'
  | 'not-yours'
  | 'named-self'
  | 'named-twice'
  | 'too-many-partners'
  | 'not-a-person'
  | 'not-a-colleague'
  | 'person-gone'
  | 'ask-waits'
  | 'ask-answered'
  | 'date-not-ahead'
  | 'not-admin'
  | 'no-group'
  | 'group-running'
  | 'not-a-member'
  | 'not-in-group'
  | 'not-in-channel'
  | 'too-few-members'
  | 'too-many-members'
  | 'leader-leaves'
  | 'agreement-goes-on'
  | 'round-closed'
  | 'round-over'
  | 'round-summing-up'
  | 'too-many-commitments'
  | 'assessment-running'
  | 'assessment-closed'
  | 'not-in-assessment'
  | 'not-a-channel'
  | 'channel-needs-invitation'
  | 'channel-archived'
  | 'channel-shared';

export type Refusal = { refusal: RefusalReason };

export function refuse(refusal: RefusalReason): Refusal {
  return { refusal };
}

export function isRefusal(decision: object): decision is Refusal {
  return 'refusal' in decision;
}
