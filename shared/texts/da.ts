import type { RefusalReason } from '../domain/refusal.ts';
import type { LeaderTheme } from '../domain/themes.ts';
import { clock, dayAndMonth, fullDate, longDate } from './dates.ts';
import type { Facts } from './facts.ts';

const rhythm = { 1: 'hver uge', 2: 'hver anden uge', 4: 'hver fjerde uge' };

/** `tirsdag den 8. december kl. 9.00` */
const moment = ({ date, time }: Facts['moment']) => `${longDate('da', date)} kl. ${clock('da', time)}`;

const hello = (name: string) => `${['Hej', name].filter(Boolean).join(' ')}.`;

export const da = {
  app: 'Trivsel',
  privateNote: 'Det er frivilligt. Ingen andre kan se din aftale i Trivsel.',
  writeAboutConditions:
    'Skriv om rammer og handlinger, ikke om sygdom eller andres helbred. Ingen holder øje med det, du skriver.',
  close: 'Luk',
  back: 'Tilbage',
  next: 'Næste',
  save: 'Gem',

  help: {
    text: [
      'Trivsel hjælper dig med at holde fast i to ting, der gør lederlivet bedre. Skriv `/trivsel`, og vælg.',
      'Du kan også skrive ordet med det samme:',
      '• `/trivsel aftale` – lav din lederaftale, eller se den',
      '• `/trivsel opfølgning` – svar nu, uden at vente på beskeden',
      '• `/trivsel pause 2026-08-10` – hold pause til den dag; `/trivsel genoptag` – begynd igen før tid',
      '• `/trivsel hjælp` – det her',
    ].join('\n'),
    unknownWord: 'Det ord kender jeg ikke.',
  },

  start: {
    title: 'Trivsel',
    nothing: 'Du har ingen aftale endnu. To punkter er nok til at komme i gang.',
    draft: (date: Facts['date']) => `Du er i gang med en aftale. Kladden er fra ${dayAndMonth('da', date)}.`,
    running: (ends: Facts['date']) => `Din lederaftale løber til ${fullDate('da', ends)}.`,
    ended: (ends: Facts['date'], kept: Facts['date']) =>
      `Din lederaftale sluttede ${dayAndMonth('da', ends)}. Du kan se den til ${dayAndMonth('da', kept)}.`,
    next: (next: Facts['moment']) => `Næste opfølgning: ${moment(next)}.`,
    paused: (until: Facts['date']) => `Du holder pause til ${longDate('da', until)}.`,
    resting: 'Opfølgningen hviler. Begynd igen, når det passer dig.',
    lastDone: 'Der kommer ikke flere opfølgninger i den her aftale.',
    make: 'Lav aftale',
    makeNew: 'Lav ny aftale',
    goOn: 'Skriv videre',
    see: 'Se aftalen',
    answer: 'Svar nu',
    resume: 'Begynd igen',
    lookBack: 'Se tilbage og slut af',
    help: 'Hjælp',
  },

  point: {
    titles: ['Første punkt', 'Andet punkt'],
    intros: [
      'Hvad vil gøre den største forskel for dig som leder de næste tre måneder? Vælg to ting. Her er den første.',
      'Og den anden. To er nok: Så kan du holde fast i dem.',
    ],
    title: 'Hvad er vigtigt for dig?',
    titlePlaceholder: 'F.eks. en formiddag om ugen uden møder',
    firstStep: 'Et lille første skridt',
    firstStepPlaceholder: 'F.eks. spærre torsdag formiddag i kalenderen i dag',
    theme: 'Tema',
    themePlaceholder: 'Vælg et tema',
    difference: 'Hvad skal være anderledes?',
    sign: 'Hvordan kan du mærke, at det går den rigtige vej?',
  },

  themes: {
    meaning: 'Mening',
    valued: 'Påskønnelse',
    time: 'Tid og tempo',
    'cross-pressure': 'Krydspres',
    mandate: 'Ansvar og mandat',
    direction: 'Retning',
    manager: 'Min nærmeste leder',
    sparring: 'Sparring',
    'time-off': 'Fri og hvile',
    carrying: 'Det, jeg bærer',
    climate: 'Klimaet i min gruppe',
    growing: 'Vokse i rollen',
  } satisfies Record<LeaderTheme, string>,

  rhythm: {
    title: 'Rytme og tidspunkt',
    rhythm: 'Hvor tit skal jeg spørge, hvordan det går?',
    choices: { 1: 'Hver uge', 2: 'Hver anden uge', 4: 'Hver fjerde uge' },
    weekday: 'Hvilken dag passer dig bedst?',
    weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
    time: 'Hvad tid på dagen?',
    otherTimes: 'Jeg arbejder på andre tider',
    workdays: 'De dage, du arbejder',
    from: 'Arbejdsdagen begynder',
    to: 'Arbejdsdagen slutter',
    toHint: 'Slutter den efter midnat, er det helt i orden.',
    hoursNote: (hours: Facts['hours']) =>
      `Jeg skriver kun mandag–fredag kl. ${clock('da', hours.from)}–${clock('da', hours.to)}, aldrig på helligdage.`,
    periodNote: (ends: Facts['date'], zone: string) =>
      `Aftalen løber i tre måneder, til ${fullDate('da', ends)}. Tiderne er i din tidszone (${zone}).`,
    zoneNote: (zone: string) => `Tiderne er i din tidszone (${zone}).`,
    save: 'Gem aftalen',
  },

  saved: {
    title: 'Aftalen er gemt',
    lines: (next: Facts['moment'] | undefined) => [
      next
        ? `Godt begyndt. Første opfølgning kommer ${moment(next)} som en kort besked her i Slack.`
        : 'Godt begyndt. Din aftale er gemt.',
      'Skriv `/trivsel aftale`, når du vil se den.',
    ],
  },

  agreement: {
    title: 'Min lederaftale',
    period: (starts: Facts['date'], ends: Facts['date'], weeks: 1 | 2 | 4) =>
      `${dayAndMonth('da', starts)} – ${fullDate('da', ends)}, opfølgning ${rhythm[weeks]}`,
    firstStep: 'Første skridt',
    theme: 'Tema',
    difference: 'Det skal være anderledes',
    sign: 'Sådan mærker jeg det',
    progress: 'Fremdrift',
    noProgress: 'Ingen svar endnu',
    latestNote: 'Seneste note',
    wins: 'Små sejre',
    edit: 'Ret punktet',
    replace: 'Byt det ud',
    changeRhythm: 'Skift rytme eller tid',
    pause: 'Hold pause',
    stop: 'Slut aftalen',
    stopConfirm: {
      title: 'Vil du slutte aftalen nu?',
      text: 'Så spørger jeg ikke mere. Du kan stadig læse den i 30 dage.',
      yes: 'Slut aftalen',
      no: 'Behold den',
    },
    history: 'Se tidligere aftaler',
    outcome: 'Sådan gik det',
    outcomes: { done: 'Nået', keep: 'Fortsætter', change: 'Laves om' },
    stopped: (on: Facts['date']) => `Sluttet før tid ${dayAndMonth('da', on)}.`,
    learned: 'Det har jeg lært',
    retired: (on: Facts['date']) => `Byttet ud ${dayAndMonth('da', on)}`,
  },

  edit: {
    title: 'Ret punktet',
    replaceTitle: 'Byt punktet ud',
    replaceIntro: 'Der er altid kun to punkter. Kommer der et nyt, må et andet vige.',
    why: (point: string) => `Hvorfor giver du slip på "${point}"?`,
  },

  pause: {
    title: 'Hold pause',
    intro: 'Så skriver jeg ikke til dig imens. Det er kun dig, der ved det.',
    until: 'Hvornår vil du begynde igen?',
    submit: 'Hold pause',
    paused: (until: Facts['date']) => `Helt i orden. Jeg skriver ikke før ${longDate('da', until)}.`,
    resumed: (next: Facts['moment'] | undefined) =>
      next ? `Velkommen tilbage. Næste opfølgning: ${moment(next)}.` : 'Velkommen tilbage.',
    notPaused: 'Du holder ikke pause lige nu.',
  },

  halfWay: {
    intro: 'Du er halvvejs.',
    question: 'Er det stadig de to vigtigste punkter?',
    yes: 'Ja, dem holder jeg fast i',
    no: 'Nej, noget skal laves om',
    changeNow: 'Ret eller byt punkterne ud i din aftale, når du har lyst.',
  },

  closing: {
    title: 'Tre måneder senere',
    intro: 'Se tilbage et øjeblik. Hvad skal der nu ske med dine to punkter?',
    outcomes: { done: 'Det er nået', keep: 'Jeg holder fast i det', change: 'Jeg laver det om' },
    learned: 'Hvad har du lært?',
    lost: (weeks: number) =>
      `Pauser og fridage tog ${weeks === 1 ? 'en uge' : `${weeks} uger`}. Vil du have ${weeks === 1 ? 'den' : 'dem'} lagt til?`,
    extend: (weeks: number) => (weeks === 1 ? 'Læg en uge til' : `Læg ${weeks} uger til`),
    extended: (ends: Facts['date']) => `Aftalen løber nu til ${fullDate('da', ends)}.`,
    submit: 'Slut af',
    doneTitle: 'Godt gået',
    done: 'Aftalen er slut. Du holdt fast i tre måneder, også når der var nok andet at se til.',
    goesOn: 'Det, du vil fortsætte med, står klar i en ny aftale, hvis du vil lave en.',
    readUntil: (until: Facts['date']) => `Du kan læse den gamle til ${dayAndMonth('da', until)}.`,
    stoppedTitle: 'Aftalen er slut',
    stopped: 'Det er helt i orden at stoppe her. Det, du har lært undervejs, er stadig dit.',
    newAny: 'Du kan altid lave en ny.',
  },

  history: {
    title: 'Tidligere aftaler',
    nothing: 'Du har ingen tidligere aftaler.',
    kept: 'En aftale bliver slettet 30 dage efter, at den er slut.',
  },

  checkIn: {
    title: 'Hvordan går det?',
    progress: { 1: 'Gået tilbage', 2: 'Står stille', 3: 'Så småt i gang', 4: 'Godt på vej', 5: 'I mål' },
    note: (point: string) => `En note om "${point}"`,
    win: 'En lille sejr',
    winPlaceholder: 'Hvad lykkedes, også selv om det er småt?',
    corrects: 'Du har allerede svaret i denne uge. Gemmer du igen, erstatter det dit svar.',
    thanks: 'Tak',
    saved: (next: Facts['moment'] | undefined) =>
      next
        ? `Det er gemt. Næste gang: ${moment(next)}.`
        : 'Det er gemt. Det var den sidste opfølgning i aftalen.',
    winSaved: 'Godt gået! Din lille sejr er skrevet ned.',
  },

  prompt: {
    ask: (name: string) => `${hello(name)} Har du to minutter til din opfølgning?`,
    askHalfWay: (name: string) => `${hello(name)} Du er halvvejs med din aftale. Har du to minutter?`,
    askClosing: (name: string) =>
      `${hello(name)} Din aftale er ved vejs ende. Har du tre minutter til at se tilbage?`,
    remind: (next: Facts['moment'] | undefined) =>
      next
        ? `Din opfølgning ligger her stadig. Passer det ikke, kommer den næste ${longDate('da', next.date)}.`
        : 'Din opfølgning ligger her stadig, hvis du vil.',
    askedAgain: 'Jeg har spurgt igen længere nede.',
    answer: 'Svar nu',
    lookBack: 'Se tilbage',
    tomorrow: 'Vent til i morgen',
    skip: 'Spring over',
    pause: 'Hold pause',
    answered: (next: Facts['moment'] | undefined) =>
      next
        ? `Tak, det er gemt. Næste gang: ${moment(next)}.`
        : 'Tak, det er gemt. Det var den sidste opfølgning i aftalen.',
    skipped: (next: Facts['moment'] | undefined) =>
      next
        ? `Helt i orden. Næste gang: ${moment(next)}.`
        : 'Helt i orden. Det var den sidste opfølgning i aftalen.',
    moved: (to: Facts['moment']) => `Fint. Jeg spørger igen ${moment(to)}.`,
    paused: (until: Facts['date']) => `Helt i orden. Jeg skriver ikke før ${longDate('da', until)}.`,
    closed: 'Tak. Din aftale er slut.',
    over: 'Den opfølgning er afsluttet.',
  },

  errors: {
    title: 'Ikke lige nu',
    empty: 'Skriv et par ord her.',
    tooLong: (most: number) => `Her er plads til ${most} tegn. Kort den lidt af.`,
    choose: 'Vælg en mulighed.',
    time: 'Vælg et klokkeslæt.',
    date: 'Vælg en dag.',
    unsaved: (reference: string) =>
      `Det blev ikke gemt. Din tekst står her endnu; prøv igen om lidt. (Reference: ${reference})`,
    failed: (reference: string) => `Det lykkedes ikke lige nu. Prøv igen om lidt. (Reference: ${reference})`,
  },

  refusals: {
    'agreement-running': 'Du har allerede en lederaftale. Skriv /trivsel aftale for at se den.',
    'no-agreement': 'Du har ingen aftale, der løber. Skriv /trivsel aftale for at lave en.',
    'draft-elsewhere':
      'Du har skrevet videre på aftalen et andet sted. Luk her, og skriv /trivsel aftale igen.',
    'slot-outside-workdays': 'Vælg en af de dage, du arbejder.',
    'slot-outside-hours': 'Vælg et tidspunkt i din arbejdstid.',
    'prompt-over': 'Den opfølgning er afsluttet.',
    'no-day-left': 'Der er ikke flere arbejdsdage i denne uge. Svar nu, eller spring over.',
    'pause-not-ahead': 'Vælg en dag efter i dag.',
    'pause-too-long': 'En pause kan højst vare et år.',
    'point-gone': 'Punktet er allerede byttet ud. Skriv /trivsel aftale for at se aftalen, som den er nu.',
    'not-yours': 'Det kan du ikke åbne herfra.',
  } satisfies Record<RefusalReason, string>,
};

/** The shape of every language: a missing key is a type error. */
export type Texts = typeof da;
