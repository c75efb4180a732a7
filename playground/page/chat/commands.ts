import type { Locale } from '../texts.ts';

/** What can be typed after `/trivsel`, and what comes of it; the app's own list is in `functions/slack/command.ts`. */
export type Command = { words: string; about: string };

const da: Command[] = [
  { words: '/trivsel', about: 'Begynd her, og vælg derfra' },
  { words: '/trivsel aftale', about: 'Lav din lederaftale, eller se den' },
  { words: '/trivsel test', about: 'Find ud af, hvad der er vigtigst lige nu' },
  { words: '/trivsel opfølgning', about: 'Svar nu uden at vente på beskeden' },
  { words: '/trivsel pause', about: 'Hold pause, så længe du vil' },
  { words: '/trivsel genoptag', about: 'Begynd igen før tid' },
  { words: '/trivsel gruppe', about: 'Lav gruppens aftale, eller se den, i gruppens kanal' },
  { words: '/trivsel runde', about: 'Åbn gruppens runde, eller bidrag til den, i kanalen' },
  { words: '/trivsel sparring @', about: 'Spørg en kollega om sparring' },
  { words: '/trivsel indstillinger', about: 'Sprog, dag og tid' },
  { words: '/trivsel mine-data', about: 'Se, hent og slet det, der er gemt om dig' },
  { words: '/trivsel hjælp', about: 'Vis hjælpen' },
];

const en: Command[] = [
  { words: '/trivsel', about: 'Begin here, and choose' },
  { words: '/trivsel agreement', about: 'Make your leader agreement, or see it' },
  { words: '/trivsel test', about: 'Find out what matters most right now' },
  { words: '/trivsel followup', about: 'Answer now, without waiting for the message' },
  { words: '/trivsel pause', about: 'Rest for as long as you like' },
  { words: '/trivsel resume', about: 'Begin again early' },
  { words: '/trivsel group', about: "Make the group's agreement, or see it, in its channel" },
  { words: '/trivsel retro', about: "Open the group's round, or contribute to it, in the channel" },
  { words: '/trivsel sparring @', about: 'Ask a colleague to be your sparring partner' },
  { words: '/trivsel settings', about: 'Language, day and time' },
  { words: '/trivsel my-data', about: 'See, take away and delete what is kept about you' },
  { words: '/trivsel help', about: 'Show the help' },
];

export const commandsFor = (locale: Locale): Command[] => (locale === 'en-GB' ? en : da);
