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
