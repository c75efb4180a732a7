import * as z from 'zod';

/** The message whose button opened a view. */
export const openedFrom = z.object({ channel: z.string(), ts: z.string() }).optional();

/** What Slack keeps beside a view for us: ids only, never text. */
const metadata = z.object({
  agreement: z.string(),
  /** The point that an edit is about. */
  point: z.string().optional(),
  dm: openedFrom,
});
export type Metadata = z.infer<typeof metadata>;

/** Throws for a view that is not ours: its submission is then answered with a sentence. */
export function readMetadata(privateMetadata: string): Metadata {
  return metadata.parse(JSON.parse(privateMetadata));
}
