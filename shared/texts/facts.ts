import type { Hours } from '../domain/slots.ts';
import type { PlainDate, Time } from '../domain/time.ts';

/** What the texts are told: facts, never wording. */
export type Facts = {
  date: PlainDate;
  moment: { date: PlainDate; time: Time };
  hours: Hours;
};

/** A sentence about somebody: what stands before and after their name. */
export type Sentence = [before: string, after: string];
