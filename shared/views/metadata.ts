import * as z from 'zod';

/** The message whose button opened a view. */
export const openedFrom = z.object({ channel: z.string(), ts: z.string() }).optional();

/** What Slack keeps beside a view for us: ids only, never text. */
const metadata = z.object({
  agreement: z.string(),
  /** The point that an edit is about. */
  point: z.string().optional(),
  /** The ask that another one takes the place of. */
  instead: z.string().optional(),
  dm: openedFrom,
});
export type Metadata = z.infer<typeof metadata>;

/** Throws for a view that is not ours: its submission is then answered with a sentence. */
export function readMetadata(privateMetadata: string): Metadata {
  return metadata.parse(JSON.parse(privateMetadata));
}

/** A thing of somebody's that a view is about, for a listener to ask for. */
const thing = z.object({ owner: z.string(), id: z.string(), dm: openedFrom });
export type ThingMetadata = z.infer<typeof thing>;

export function readThing(privateMetadata: string): ThingMetadata {
  return thing.parse(JSON.parse(privateMetadata));
}

/** The same as a button's value: neither id has a blank in it. */
export const thingValue = (owner: string, id: string): string => `${owner} ${id}`;

export function thingOf(value: string): { owner: string; id: string } {
  const [owner = '', id = ''] = value.split(' ');
  return { owner, id };
}
