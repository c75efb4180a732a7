import type { Reason } from '../../contract.ts';
import type { Locale } from '../texts.ts';

/** The words of the time machine: what comes and why, for somebody who has never seen Trivsel. */

type PostKind = 'card' | 'ending' | 'opening' | 'summary' | 'assessment' | 'themes';
type ItemKind = Exclude<Reason['kind'], 'follow-up' | 'reminder' | PostKind>;
/** What it is, and why it comes; either may name who it is from, or the group. */
export type Said = { what: string; why: string };
type About = { who: string; by: string; channel: string };
type FollowUp = Extract<Reason, { kind: 'follow-up' }>;
type Round = Extract<Reason, { kind: 'opening' | 'summary' }>;

const first = (name: string) => name.split(' ')[0] ?? name;

const da = {
  upcoming: 'Næste',
  nothing: 'Intet på vej',
  nothingHint: 'Der sker ikke mere af sig selv. Lav en aftale, eller begynd forfra.',
  next: 'Gå til næste hændelse',
  play: 'Afspil langsomt',
  stop: 'Stop',
  day: '+1 dag',
  week: '+1 uge',
  end: 'Til slutningen',
  list: 'Hvad sker der nu?',
  listHint: 'Sådan går det, hvis ingen gør noget imens. Tryk på en linje for at spole frem til den.',
  close: 'Luk listen',
  own: 'Din næste opfølgning',
  all: 'Det næste til alle',
  loading: 'Henter …',
  you: 'dig',
  nobody: (when: string) => `Nu er det ${when}. Der kom ikke noget.`,
  came: (who: string, text: string) => `${who} fik: "${text}"`,
  youGot: (text: string) => `Du fik: "${text}"`,
  inChannel: (channel: string, text: string) => `I ${channel}: "${text}"`,
  more: (count: number) => `Der kom ${count} beskeder. Den seneste:`,
  ended: 'Nu venter der ikke mere.',
  show: 'Vis det',
  showAs: (who: string) => `Se det som ${first(who)}`,

  followUp: ({ which, rhythm, isMoved, isSlow }: FollowUp, who: string): Said => {
    const often = { 1: 'hver uge', 2: 'hver anden uge', 4: 'hver fjerde uge' }[rhythm];
    if (which === 'closing')
      return { what: 'Sidste opfølgning', why: 'Aftalen er ved vejs ende. Tid til at se tilbage.' };
    if (which === 'half-way')
      return { what: 'Opfølgning midtvejs', why: 'Er det stadig de to rigtige punkter?' };
    if (isMoved) return { what: 'Opfølgning på aftalen', why: `${first(who)} bad om at vente.` };
    if (isSlow)
      return {
        what: 'Opfølgning på aftalen',
        why: `Sjældnere nu, for ${first(who)} har ikke svaret et stykke tid.`,
      };
    return { what: 'Opfølgning på aftalen', why: `${first(who)} har valgt ${often}.` };
  },
  reminder: (who: string): Said => ({
    what: 'Påmindelse om opfølgningen',
    why: `${first(who)} har ikke svaret i to arbejdsdage. Den kommer kun én gang.`,
  }),
  card: { what: 'Gruppens aftale', why: 'Den er lige lavet og bliver fastgjort i kanalen.' },
  ending: { what: 'Gruppeaftalen er slut', why: 'Den er afsluttet, og kanalen får besked.' },
  opening: ({ which, rhythm, by }: Round): Said => {
    const what = {
      ordinary: 'Runden åbner',
      'half-way': 'Runden midtvejs åbner',
      closing: 'Den sidste runde åbner',
    }[which];
    const often = { 1: 'hver uge', 2: 'hver anden uge', 4: 'hver fjerde uge' }[rhythm];
    return { what, why: by ? `${first(by)} har åbnet den.` : `Gruppen har valgt ${often}.` };
  },
  summary: ({ hoursOpen, by }: Round): Said => ({
    what: 'Runden lukker, og opsamlingen kommer',
    why: by ? `${first(by)} har lukket den.` : `Den har været åben i ${hoursOpen} timer.`,
  }),
  assessment: (by: string): Said => ({ what: 'Gruppens test', why: `${first(by)} har sat den i gang.` }),
  themes: { what: 'Gruppens test lukker', why: 'Tiden er gået, eller alle har svaret.' },
  items: {
    ask: ({ by, who }) => ({
      what: `${first(by)} beder om noget`,
      why: `${first(who)} kan gøre noget ved det.`,
    }),
    invitation: ({ by }) => ({ what: 'Vil du være sparringspartner?', why: `${first(by)} spørger.` }),
    sparring: ({ by }) => ({ what: `${first(by)} vil gerne sparre`, why: 'Om hvad, ved kun de to.' }),
    win: ({ by }) => ({ what: 'En lille sejr', why: `${first(by)} vil gerne dele den.` }),
    answered: ({ by }) => ({ what: 'Der er svar', why: `${first(by)} har svaret.` }),
    'partner-said': ({ by }) => ({ what: 'Svar om sparring', why: `${first(by)} har svaret.` }),
    'sparring-said': ({ by }) => ({ what: 'Svar om sparring', why: `${first(by)} har svaret.` }),
    gone: ({ by }) => ({ what: 'En er ikke med mere', why: `${first(by)} er ikke længere i Slack.` }),
    commitment: ({ who, channel }) => ({
      what: 'En aftalt handling',
      why: `I ${channel} er det aftalt, at ${first(who)} står for den.`,
    }),
    'channel-blocked': ({ channel }) => ({
      what: 'Kanalen kan ikke nås',
      why: `Trivsel kan ikke skrive i ${channel}.`,
    }),
    'member-left': ({ channel }) => ({
      what: 'En er ikke med i gruppen mere',
      why: `En anden kan tage over i ${channel}.`,
    }),
    'leader-left': ({ channel }) => ({
      what: 'Ingen står for gruppeaftalen',
      why: `En anden kan tage over i ${channel}.`,
    }),
    'ask-waits': ({ by, who }) => ({
      what: `Påmindelse: ${first(by)} venter på svar`,
      why: `${first(who)} har ikke svaret i tre arbejdsdage.`,
    }),
    'ask-overdue': ({ by }) => ({
      what: 'Der er ikke svar endnu',
      why: `${first(by)} har ikke svaret i fem arbejdsdage.`,
    }),
    'ask-date': ({ by }) => ({
      what: 'Blev det til noget?',
      why: `Det er den dag, der er aftalt med ${first(by)}.`,
    }),
    talk: ({ by }) => ({
      what: `Påmindelse om en snak med ${first(by)}`,
      why: 'Den kommer én gang om måneden.',
    }),
    'talk-outside': () => ({ what: 'Påmindelse om en snak', why: 'Den kommer én gang om måneden.' }),
    'round-waits': ({ channel, who }) => ({
      what: `Runden i ${channel} er åben`,
      why: `${first(who)} har ikke bidraget endnu.`,
    }),
    'commitment-due': ({ channel }) => ({
      what: 'Hvordan går det med det aftalte?',
      why: `I ${channel} er det aftalt til nu.`,
    }),
  } satisfies Record<ItemKind, (about: About) => Said>,
};

const en: typeof da = {
  upcoming: 'Next',
  nothing: 'Nothing coming up',
  nothingHint: 'Nothing more happens by itself. Make an agreement, or start over.',
  next: 'Go to next event',
  play: 'Play slowly',
  stop: 'Stop',
  day: '+1 day',
  week: '+1 week',
  end: 'To the end',
  list: 'What happens next',
  listHint: 'This is how it goes if nobody does anything meanwhile. Press a line to wind forward to it.',
  close: 'Close the list',
  own: 'Your next follow-up',
  all: 'What everybody gets next',
  loading: 'Loading …',
  you: 'you',
  nobody: (when) => `It is now ${when}. Nothing came.`,
  came: (who, text) => `${who} got: “${text}”`,
  youGot: (text) => `You got: “${text}”`,
  inChannel: (channel, text) => `In ${channel}: “${text}”`,
  more: (count) => `${count} messages came. The latest:`,
  ended: 'Nothing more is waiting.',
  show: 'Show it',
  showAs: (who) => `See it as ${first(who)}`,

  followUp: ({ which, rhythm, isMoved, isSlow }, who) => {
    const often = { 1: 'every week', 2: 'every two weeks', 4: 'every four weeks' }[rhythm];
    if (which === 'closing')
      return { what: 'The last follow-up', why: 'The agreement is coming to its end. Time to look back.' };
    if (which === 'half-way')
      return { what: 'Half-way follow-up', why: 'Are these still the right two points?' };
    if (isMoved) return { what: 'Follow-up on the agreement', why: `${first(who)} asked to wait.` };
    if (isSlow)
      return {
        what: 'Follow-up on the agreement',
        why: `Less often now, as ${first(who)} has not answered for a while.`,
      };
    return { what: 'Follow-up on the agreement', why: `${first(who)} chose ${often}.` };
  },
  reminder: (who) => ({
    what: 'Reminder of the follow-up',
    why: `${first(who)} has not answered for two working days. It comes only once.`,
  }),
  card: { what: 'The group’s agreement', why: 'It was just made, and is pinned to the channel.' },
  ending: { what: 'The group agreement is over', why: 'It was closed, and the channel is told.' },
  opening: ({ which, rhythm, by }) => {
    const what = {
      ordinary: 'The round opens',
      'half-way': 'The half-way round opens',
      closing: 'The last round opens',
    }[which];
    const often = { 1: 'every week', 2: 'every two weeks', 4: 'every four weeks' }[rhythm];
    return { what, why: by ? `${first(by)} opened it.` : `The group chose ${often}.` };
  },
  summary: ({ hoursOpen, by }) => ({
    what: 'The round closes, and is summed up',
    why: by ? `${first(by)} closed it.` : `It has been open for ${hoursOpen} hours.`,
  }),
  assessment: (by) => ({ what: 'The group’s test', why: `${first(by)} began it.` }),
  themes: { what: 'The group’s test closes', why: 'The time is up, or everybody has answered.' },
  items: {
    ask: ({ by, who }) => ({
      what: `${first(by)} asks for something`,
      why: `${first(who)} can do something about it.`,
    }),
    invitation: ({ by }) => ({ what: 'Will you be a sparring partner?', why: `${first(by)} is asking.` }),
    sparring: ({ by }) => ({
      what: `${first(by)} would like to spar`,
      why: 'Only the two of them know about what.',
    }),
    win: ({ by }) => ({ what: 'A small win', why: `${first(by)} would like to share it.` }),
    answered: ({ by }) => ({ what: 'There is an answer', why: `${first(by)} has answered.` }),
    'partner-said': ({ by }) => ({ what: 'An answer about sparring', why: `${first(by)} has answered.` }),
    'sparring-said': ({ by }) => ({ what: 'An answer about sparring', why: `${first(by)} has answered.` }),
    gone: ({ by }) => ({
      what: 'Somebody who took part is gone',
      why: `${first(by)} is no longer in Slack.`,
    }),
    commitment: ({ who, channel }) => ({
      what: 'A task from the group',
      why: `In ${channel} it was agreed that ${first(who)} does it.`,
    }),
    'channel-blocked': ({ channel }) => ({
      what: 'The channel can’t be reached',
      why: `Trivsel can’t write in ${channel}.`,
    }),
    'member-left': ({ channel }) => ({ what: 'Somebody left the group', why: `It is about ${channel}.` }),
    'leader-left': ({ channel }) => ({ what: 'The group has no leader', why: `It is about ${channel}.` }),
    'ask-waits': ({ by, who }) => ({
      what: `Reminder: ${first(by)} is waiting for an answer`,
      why: `${first(who)} has not answered for three working days.`,
    }),
    'ask-overdue': ({ by }) => ({
      what: 'No answer yet',
      why: `${first(by)} has not answered for five working days.`,
    }),
    'ask-date': ({ by }) => ({ what: 'Did it happen?', why: `Today is the day agreed with ${first(by)}.` }),
    talk: ({ by }) => ({ what: `Reminder to talk with ${first(by)}`, why: 'It comes once a month.' }),
    'talk-outside': () => ({ what: 'Reminder to talk', why: 'It comes once a month.' }),
    'round-waits': ({ channel, who }) => ({
      what: `The round in ${channel} is open`,
      why: `${first(who)} has not contributed yet.`,
    }),
    'commitment-due': ({ channel }) => ({
      what: 'How is it going with what was agreed?',
      why: `It is due now, as agreed in ${channel}.`,
    }),
  },
};

export type TimeTexts = typeof da;

export const timeTextsFor = (locale: Locale): TimeTexts => (locale === 'en-GB' ? en : da);

/** What one reason says. `who` is the name of the one who is written to. */
export function said(reason: Reason, who: string, t: TimeTexts): Said {
  switch (reason.kind) {
    case 'follow-up':
      return t.followUp(reason, who);
    case 'reminder':
      return t.reminder(who);
    case 'card':
    case 'ending':
    case 'themes':
      return t[reason.kind];
    case 'opening':
    case 'summary':
      return t[reason.kind](reason);
    case 'assessment':
      return t.assessment(reason.by ?? '');
    default:
      return t.items[reason.kind]({ who, by: reason.by ?? '', channel: reason.channel ?? '' });
  }
}
