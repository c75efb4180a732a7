import type { Outcome } from '../domain/agreement.ts';
import type { CommitmentAnswer } from '../domain/commitment.ts';
import type { HoursOpen } from '../domain/group.ts';
import type { Resource } from '../domain/round.ts';
import type { GroupTheme } from '../domain/themes.ts';
import { clock, dayAndMonth, inDays, longDate, span } from './dates.ts';
import type { Facts } from './facts.ts';

const rhythm = { 1: 'hver uge', 2: 'hver anden uge', 4: 'hver fjerde uge' };

/** `tirsdag den 8. december kl. 9.00` */
const moment = ({ date, time }: Facts['moment']) => `${longDate('da', date)} kl. ${clock('da', time)}`;

/** What a group reads in its modals. */
export const groupDa = {
  and: 'og',
  others: (count: number) => (count === 1 ? 'én til' : `${count} til`),
  nobody: 'ingen lige nu',
  vacant: 'ingen står for det lige nu',
  writeAboutConditions:
    'Skriv om rammer og handlinger, ikke om sygdom eller andres helbred. Appen holder ikke øje med det, du skriver.',

  themes: {
    frames: 'Fælles rammer',
    'group-sparring': 'Sparring',
    sharing: 'Dele kræfter',
    joint: 'Fælles ansvar',
    'open-talk': 'Åben snak',
    disagreement: 'Uenighed',
    decisions: 'Beslutninger',
    meetings: 'Mødetid',
    learning: 'Læring',
    room: 'Plads til os',
    trust: 'Tillid',
    'us-and-leader': 'Os og vores leder',
  } satisfies Record<GroupTheme, string>,

  errors: {
    sayOneThing: 'Skriv eller vælg mindst én ting.',
    newDate: 'Vælg en ny dag.',
    whyDropped: 'Skriv en linje om hvorfor.',
    tooLong: 'Holder I runde hver uge, kan en runde højst være åben i tre døgn.',
  },

  who: {
    title: 'Vores gruppeaftale',
    intro:
      'I vælger to ting, der skal gøre det bedre at være leder hos jer. Med faste mellemrum åbner jeg en runde i kanalen, hvor hver af jer kort skriver, hvordan det går.',
    members: 'Hvem er med i gruppen?',
    membersHint: 'Fra to til tyve i alt.',
    alsoRead: 'Kanalen læses også af',
    onlyYou: 'Kun I læser med i kanalen.',
    channelReads: 'Alle i kanalen kan læse aftalen og det, I skriver i runderne.',
  },

  points: {
    title: 'Vores to punkter',
    intro: 'Hvad vil gøre den største forskel for jer de næste tre måneder?',
    headings: ['Første punkt', 'Andet punkt'],
    submit: 'Gem aftalen',
  },

  point: {
    what: 'Hvad er vigtigt for jer?',
    whatPlaceholder: 'F.eks. at vi siger problemerne højt, mens vi er samlet',
    result: 'Hvad skal det føre til?',
    resultPlaceholder: 'F.eks. at vi når budgettet uden overarbejde',
    responsible: 'Hvem har ansvaret for det?',
    responsibleHint: 'Vælg en fra gruppen.',
    theme: 'Tema',
    themePlaceholder: 'Vælg et tema',
    editTitle: 'Ret punktet',
    replaceTitle: 'Byt punktet ud',
    replaceIntro: 'Der er altid kun to punkter. Kommer der et nyt, må et andet vige.',
    why: (point: string) => `Hvorfor giver I slip på "${point}"?`,
  },

  rhythm: {
    title: 'Runder og tidspunkt',
    rhythm: 'Hvor tit vil I holde en runde?',
    weekday: 'Hvilken dag?',
    time: 'Hvornår på dagen?',
    hoursOpen: 'Hvor længe skal en runde være åben?',
    hours: { 24: 'Et døgn', 48: 'To døgn', 72: 'Tre døgn', 120: 'Fem døgn' } satisfies Record<
      HoursOpen,
      string
    >,
    hoursHint: 'Når runden lukker, samler jeg det hele op i kanalen.',
    fromNext: 'Det gælder fra næste runde.',
  },

  members: {
    title: 'Hvem er med?',
    leader: 'Hvem står for aftalen?',
    leaderHint: 'Kan ændre aftalen og stoppe den før tid. Vælg en, der selv er med.',
    note: 'Tager du en ud, kan en anden overtage det, vedkommende stod for.',
  },

  pause: {
    title: 'Hold pause',
    intro: 'Der kommer ingen runder i pausen. En åben runde fortsætter, til den lukker.',
    until: 'Hvornår vil I begynde igen?',
    submit: 'Hold pause',
  },

  closing: {
    title: 'Tre måneder senere',
    intro: 'Se tilbage sammen. Hvad skal der nu ske med jeres to punkter?',
    outcomes: {
      done: 'Vi er i mål',
      keep: 'Vi holder fast i det',
      change: 'Vi laver det om',
    } satisfies Record<Outcome, string>,
    said: (tally: { label: string; count: number }[]) =>
      `I runden: ${tally.map(({ label, count }) => `${label} (${count})`).join(', ')}`,
    learned: 'Hvad har I lært?',
    lost: (weeks: number) =>
      `Pauser og fridage tog ${weeks === 1 ? 'en uge' : `${weeks} uger`}. Vil I have ${weeks === 1 ? 'den' : 'dem'} lagt til?`,
    extend: (weeks: number) => (weeks === 1 ? 'Læg en uge til' : `Læg ${weeks} uger til`),
    submit: 'Afslut',
    channelReads: 'Kanalen får at vide, hvordan det gik, og hvad I har lært.',
  },

  view: {
    title: 'Vores gruppeaftale',
    nothing: 'I har ingen aftale endnu. To punkter er nok til at komme i gang.',
    period: (starts: Facts['date'], ends: Facts['date'], weeks: 1 | 2 | 4) =>
      `${span('da', starts, ends)}, runde ${rhythm[weeks]}`,
    closed: (on: Facts['date']) => `Aftalen sluttede den ${dayAndMonth('da', on)}.`,
    stopped: (on: Facts['date']) => `Aftalen blev stoppet før tid den ${dayAndMonth('da', on)}.`,
    open: (until: Facts['moment']) => `Runden er åben til ${moment(until)}.`,
    next: (next: Facts['moment']) => `Næste runde: ${moment(next)}.`,
    nextClosing: (next: Facts['moment']) => `Sidste runde: ${moment(next)}.`,
    paused: (until: Facts['date']) => `I holder pause frem til ${longDate('da', until)}.`,
    resting: 'Runderne hviler. Begynd igen, når det passer jer.',
    lastDone: 'Der er ikke planlagt flere runder i denne aftale.',
    timeToEnd: 'Nu kan I se tilbage og afslutte aftalen.',
    blocked:
      'Jeg kan ikke skrive i kanalen lige nu. Er jeg fjernet fra kanalen, så skriv /invite @trivsel i den.',
    result: 'Skal føre til',
    responsible: 'Ansvarlig',
    theme: 'Tema',
    progress: 'Fremdrift',
    noProgress: 'Ingen svar endnu',
    outcome: 'Sådan gik det',
    outcomes: { done: 'I mål', keep: 'Fortsætter', change: 'Laves om' } satisfies Record<Outcome, string>,
    learned: 'Det har vi lært',
    retired: (on: Facts['date']) => `Byttet ud den ${dayAndMonth('da', on)}`,
    commitments: 'Det har vi aftalt',
    by: (due: Facts['date']) => `senest ${longDate('da', due)}`,
    leader: 'Står for aftalen',
    members: 'Med i gruppen',
    facilitator: 'Tovholder',
    contribute: 'Giv dit bidrag',
    change: 'Ret dit bidrag',
    openRound: 'Åbn en runde nu',
    handOver: 'Giv tovholderrollen videre',
    closeRound: 'Luk runden',
    closeConfirm: {
      title: 'Vil du lukke runden nu?',
      text: 'Så samler jeg det hele op i kanalen med det samme, også selv om ikke alle har bidraget.',
      yes: 'Luk runden',
      no: 'Lad den være åben',
    },
    commit: 'Aftal en handling',
    edit: 'Ret punktet',
    replace: 'Byt det ud',
    takePoint: 'Tag ansvaret for det',
    answer: 'Sig, hvordan det går',
    take: 'Tag den',
    changeMembers: 'Vælg, hvem der er med',
    changeRhythm: 'Skift rytme eller tid',
    pause: 'Hold pause',
    resume: 'Begynd igen',
    end: 'Se tilbage og afslut',
    makeNew: 'Lav ny aftale',
    make: 'Lav aftale',
    takeOver: 'Overtag gruppeaftalen',
    leave: 'Forlad gruppen',
    leaveConfirm: {
      title: 'Vil du forlade gruppen?',
      text: 'Du behøver ikke give en grund. Det, du har skrevet, bliver i gruppen.',
      yes: 'Forlad gruppen',
      no: 'Bliv',
    },
    stop: 'Stop aftalen',
    stopConfirm: {
      title: 'Vil du stoppe gruppeaftalen nu?',
      text: (days: number) =>
        `Så kommer der ikke flere runder. I kan stadig læse aftalen i ${inDays('da', days)}.`,
      yes: 'Stop aftalen',
      no: 'Behold den',
    },
  },

  contribute: {
    title: 'Dit bidrag',
    noRound: 'Der er ingen åben runde lige nu.',
    intro: (until: Facts['moment']) =>
      `Når runden lukker ${moment(until)}, kan alle i kanalen læse dit bidrag med dit navn på. Skriv kun det, du har lyst til.`,
    corrects: 'Du har allerede bidraget til denne runde. Gemmer du igen, erstatter det dit bidrag.',
    worked: 'Hvad lykkedes, også selv om det er småt?',
    tried: 'Hvad har vi prøvet, som ikke virkede?',
    adjust: 'Hvad skal vi gøre anderledes?',
    need: 'Jeg mangler',
    needs: {
      time: 'Tid',
      people: 'Folk',
      tasks: 'Hjælp til en opgave',
    } satisfies Record<Resource, string>,
    needText: 'Hvad mangler du?',
    lend: 'Jeg kan hjælpe med',
    lends: { time: 'Tid', people: 'Folk', tasks: 'At tage en opgave' } satisfies Record<Resource, string>,
    lendText: 'Hvad kan du hjælpe med?',
    halfWay: 'I er halvvejs.',
    stillRight: 'Er det stadig vores to vigtigste punkter?',
    stillYes: 'Ja, dem holder vi fast i',
    stillNo: 'Nej, noget skal laves om',
    closing: 'Det er den sidste runde i aftalen.',
    outcome: (point: string) => `Hvad skal der ske med "${point}"?`,
  },

  lines: {
    title: 'Det skrev vi',
    noRound: 'I har ikke haft nogen runde endnu.',
    nothing: 'Ingen skrev noget i denne runde.',
    nothingYet: 'Der ligger ikke noget fra tidligere runder. Det nye kan læses, når runden lukker.',
    agreed: (due: Facts['date']) => `Aftalt til ${longDate('da', due)}`,
    discussed: (part: number, of: number) =>
      of === 1 ? 'Hvad har I talt om?' : `Hvad har I talt om? (${part} af ${of})`,
    discussedHint: 'Det, I ikke nåede, tager jeg med til næste runde.',
    notAll: (left: number) => `Der er ${left} mere, end der er plads til her.`,
  },

  commitment: {
    title: 'Hvad aftaler vi?',
    text: 'Hvad skal der ske?',
    owner: 'Hvem gør det?',
    ownerHint: 'Vælg en fra gruppen.',
    due: 'Hvornår senest?',
    followUp: 'Det står i kanalen, og jeg spørger, hvordan det går, når dagen kommer.',
  },

  answer: {
    title: 'Aftalt handling',
    answer: 'Hvordan går det?',
    answers: {
      done: 'Det er gjort',
      later: 'Det bliver senere',
      dropped: 'Vi dropper det',
    } satisfies Record<CommitmentAnswer, string>,
    newDue: 'Ny dag, hvis det bliver senere',
    said: 'Skriv en linje, hvis du vil',
    saidHint: 'Dropper I det, så skriv gerne hvorfor. Kanalen kan læse det.',
  },

  handOver: {
    title: 'Giv rollen videre',
    intro: 'Tovholderen får alle med og lukker runden.',
    to: 'Hvem tager over i denne runde?',
    submit: 'Giv videre',
  },

  mine: {
    title: 'Mine grupper',
    commitments: 'Det står du for',
    noCommitments: 'Der er ikke noget, du står for lige nu.',
    groups: 'Dine grupper',
    nothing: 'Du er ikke med i nogen gruppe endnu. Skriv `/trivsel gruppe` i jeres kanal for at begynde.',
    notAll: 'Der er flere. Åbn gruppen for at se dem alle.',
    see: 'Se gruppen',
  },
};
