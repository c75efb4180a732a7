/** The factors behind leaders' wellbeing that a point may be about (PRODUCT.md, "Tests"; WORDING.md, "Themes"). */
export const leaderThemes = [
  'meaning',
  'valued',
  'time',
  'cross-pressure',
  'mandate',
  'direction',
  'manager',
  'sparring',
  'time-off',
  'carrying',
  'climate',
  'growing',
] as const;

export type LeaderTheme = (typeof leaderThemes)[number];

/** The same for a group: those of which its test makes a statement, then the others. */
export const groupStatementThemes = [
  'frames',
  'group-sparring',
  'sharing',
  'joint',
  'open-talk',
  'disagreement',
  'decisions',
  'meetings',
  'learning',
  'room',
] as const;

export const groupThemes = [...groupStatementThemes, 'trust', 'us-and-leader'] as const;

export type GroupStatement = (typeof groupStatementThemes)[number];
export type GroupTheme = (typeof groupThemes)[number];
