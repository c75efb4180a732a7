import { bool, byType, type Schema, string, typed } from './schema.ts';

const page = 'block-kit/composition-objects/text-object';

/** What any text object may hold. Lengths are in Unicode code points, which is how Ajv counts. */
const LONGEST = 3000;

export const plainText = (max = LONGEST): Schema =>
  typed('plain_text', page, { text: string(max) }, { emoji: bool });

const mrkdwn = (max: number): Schema => typed('mrkdwn', page, { text: string(max) }, { verbatim: bool });

/** The schemas themselves, for those who offer other types too. */
export const texts = (max = LONGEST): Schema[] => [plainText(max), mrkdwn(max)];

export const anyText = (max = LONGEST): Schema => byType(texts(max));
