import type { AskKind, Happening, Reply } from '../domain/ask.ts';
import type { PartnerState } from '../domain/partner.ts';
import type { RefusalReason } from '../domain/refusal.ts';
import type { SparringReply } from '../domain/request.ts';
import type { LeaderTheme } from '../domain/themes.ts';
import { assessmentDa } from './assessment-da.ts';
import { channelDa } from './channel-da.ts';
import { clock, dayAndMonth, fullDate, longDate, span } from './dates.ts';
import type { Facts, Sentence } from './facts.ts';
import { groupDa } from './group-da.ts';
import { groupTestDa } from './group-test-da.ts';
import { homeDa } from './home-da.ts';
import { myDataDa } from './my-data-da.ts';
import { settingsDa } from './settings-da.ts';

const rhythm = { 1: 'hver uge', 2: 'hver anden uge', 4: 'hver fjerde uge' };

/** `tirsdag den 8. december kl. 9.00` */
const moment = ({ date, time }: Facts['moment']) => `${longDate('da', date)} kl. ${clock('da', time)}`;

/** `8` or `8.30`: full hours need no minutes. */
const hour = (time: Facts['moment']['time']) => clock('da', time).replace(/\.00$/, '');

const hello = (name: string) => `${['Hej', name].filter(Boolean).join(' ')}.`;

export const da = {
  app: 'Trivsel',
  privateNote: 'Trivsel er frivilligt. Andre ser kun det, du selv deler.',
  writeAboutConditions:
    'Skriv om rammer og handlinger, ikke om sygdom eller andres helbred. Ingen holder øje med det, du skriver.',
  close: 'Luk',
  back: 'Tilbage',
  next: 'Næste',
  save: 'Gem',

  channel: channelDa,
  group: groupDa,
  groupTest: groupTestDa,
  assessment: assessmentDa,
  settings: settingsDa,
  myData: myDataDa,
  home: homeDa,

  help: {
    text: [
      'Ledere, der trives, leder bedre. Trivsel hjælper dig med at holde fast i to ting, der gør lederlivet bedre. Skriv `/trivsel`, og vælg.',
      'Eller gå direkte til det, du skal:',
      '• `/trivsel aftale` – lav din lederaftale, eller se den',
      '• `/trivsel test` – find ud af, hvad der er vigtigst lige nu',
      '• `/trivsel opfølgning` – svar nu uden at vente på beskeden',
      '• `/trivsel pause 10/8` – hold pause frem til den dag; `/trivsel genoptag` – begynd igen før tid',
      '• `/trivsel gruppe` – lav gruppens aftale, eller se den; skriv det i gruppens kanal',
      '• `/trivsel runde` – åbn gruppens runde, eller bidrag til den; også i kanalen',
      '• `/trivsel sparring @navn` – spørg en kollega om sparring',
      '• `/trivsel indstillinger` – sprog, dag og tid; `/trivsel mine-data` – se, hent og slet det, der er gemt om dig',
      '• `/trivsel hjælp` – vis den her hjælp',
      'Din leder ser kun det, du deler, og HR ser aldrig dine ord. Læs, hvad andre ledere siger, på <https://lederestrivsel.dk|lederestrivsel.dk>.',
    ].join('\n'),
    unknownWord: 'Det ord kender jeg ikke.',
  },

  start: {
    title: 'Trivsel',
    nothing: 'Du har ingen aftale lige nu. To punkter er nok til at komme i gang.',
    draft: (date: Facts['date']) => `En aftale ligger klar som kladde fra den ${dayAndMonth('da', date)}.`,
    running: (ends: Facts['date']) => `Din lederaftale løber til den ${fullDate('da', ends)}.`,
    ended: (ends: Facts['date'], kept: Facts['date']) =>
      `Din lederaftale sluttede den ${dayAndMonth('da', ends)}. Du kan se den til og med den ${dayAndMonth('da', kept)}.`,
    next: (next: Facts['moment']) => `Næste opfølgning: ${moment(next)}.`,
    paused: (until: Facts['date']) => `Du holder pause frem til ${longDate('da', until)}.`,
    resting: 'Opfølgningen hviler. Begynd igen, når det passer dig.',
    lastDone: 'Der kommer ikke flere opfølgninger i denne aftale.',
    make: 'Lav aftale',
    makeNew: 'Lav ny aftale',
    goOn: 'Skriv videre',
    see: 'Se aftalen',
    answer: 'Svar nu',
    resume: 'Begynd igen',
    lookBack: 'Se tilbage og afslut',
    inbox: (count: number) => `Det venter på dig (${count})`,
    sparring: 'Spørg om sparring',
    mine: (due: number) => (due > 0 ? `Grupper og opgaver (${due})` : 'Grupper og opgaver'),
    help: 'Hjælp',
  },

  point: {
    titles: ['Første punkt', 'Andet punkt'],
    intros: [
      'Hvad vil gøre den største forskel for dig som leder de næste tre måneder? Vælg to ting. Begynd med den ene.',
      'Og nu den anden. To er nok, så du kan holde fast i dem.',
    ],
    title: 'Hvad er vigtigt for dig?',
    titlePlaceholder: 'F.eks. en mødefri formiddag om ugen',
    firstStep: 'Et lille første skridt',
    firstStepPlaceholder: 'F.eks. at blokere torsdag formiddag',
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
    climate: 'Klimaet i mit team',
    growing: 'Vokse i rollen',
  } satisfies Record<LeaderTheme, string>,

  rhythm: {
    titleNew: 'Rytme og deling',
    title: 'Rytme og tidspunkt',
    rhythm: 'Hvor tit skal jeg spørge, hvordan det går?',
    choices: { 1: 'Hver uge', 2: 'Hver anden uge', 4: 'Hver fjerde uge' },
    weekday: 'Hvilken dag passer dig bedst?',
    weekdays: ['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lørdag', 'Søndag'],
    time: 'Hvornår på dagen?',
    otherTimes: 'Jeg har andre arbejdstider',
    workdays: 'Hvilke dage arbejder du?',
    from: 'Arbejdsdagen begynder',
    to: 'Arbejdsdagen slutter',
    toHint: 'Den må gerne slutte efter midnat.',
    hoursNote: (hours: Facts['hours']) =>
      `Jeg skriver kun mandag–fredag kl. ${hour(hours.from)}–${hour(hours.to)}, aldrig på helligdage.`,
    periodNote: (ends: Facts['date'], zone: string) =>
      `Aftalen løber i tre måneder, til den ${fullDate('da', ends)}. Tiderne følger tidszonen i din Slack (${zone}).`,
    zoneNote: (zone: string) => `Tiderne følger tidszonen i din Slack (${zone}).`,
    save: 'Gem aftalen',
  },

  saved: {
    title: 'Aftalen er gemt',
    lines: (next: Facts['moment'] | undefined) => [
      next
        ? `Godt begyndt. Den første opfølgning kommer ${moment(next)} som en kort besked her i Slack.`
        : 'Godt begyndt. Din aftale er gemt.',
      'Skriv `/trivsel aftale`, når du vil se den.',
    ],
  },

  agreement: {
    title: 'Min lederaftale',
    period: (starts: Facts['date'], ends: Facts['date'], weeks: 1 | 2 | 4) =>
      `${span('da', starts, ends)}, opfølgning ${rhythm[weeks]}`,
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
    stop: 'Afslut aftalen',
    stopConfirm: {
      title: 'Vil du afslutte aftalen nu?',
      text: 'Så spørger jeg ikke mere. Du kan stadig læse den i 30 dage.',
      yes: 'Afslut aftalen',
      no: 'Behold den',
    },
    history: 'Se tidligere aftaler',
    outcome: 'Sådan gik det',
    outcomes: { done: 'I mål', keep: 'Fortsætter', change: 'Laves om' },
    stopped: (on: Facts['date']) => `Afsluttet før tid den ${dayAndMonth('da', on)}.`,
    learned: 'Det har jeg lært',
    retired: (on: Facts['date']) => `Byttet ud den ${dayAndMonth('da', on)}`,
  },

  edit: {
    title: 'Ret punktet',
    replaceTitle: 'Byt punktet ud',
    replaceIntro: 'Der er altid kun to punkter. Kommer der et nyt, må et andet vige.',
    why: (point: string) => `Hvorfor giver du slip på "${point}"?`,
  },

  pause: {
    title: 'Hold pause',
    intro: 'Jeg skriver ikke til dig i pausen. Kun du ved det.',
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
    expectations: 'Passer det stadig, hvad du og din nærmeste leder forventer af hinanden?',
    expectationsYes: 'Ja, det passer',
    expectationsNo: 'Nej, vi trænger til at tale om det',
    talkAboutIt: 'Bed din leder om en snak: Åbn aftalen, og vælg Bed nogen om noget.',
    changeNow: 'Du kan rette punkterne eller bytte dem ud, når du har lyst.',
  },

  closing: {
    title: 'Tre måneder senere',
    intro: 'Se tilbage et øjeblik. Hvad skal der nu ske med dine to punkter?',
    outcomes: { done: 'Jeg er i mål', keep: 'Jeg holder fast i det', change: 'Jeg laver det om' },
    learned: 'Hvad har du lært?',
    lost: (weeks: number) =>
      `Pauser og fridage tog ${weeks === 1 ? 'en uge' : `${weeks} uger`}. Vil du have ${weeks === 1 ? 'den' : 'dem'} lagt til?`,
    extend: (weeks: number) => (weeks === 1 ? 'Læg en uge til' : `Læg ${weeks} uger til`),
    extended: (ends: Facts['date']) => `Aftalen løber nu til den ${fullDate('da', ends)}.`,
    submit: 'Afslut',
    doneTitle: 'Godt gået',
    done: 'Aftalen er slut. Godt, at du tog dig tid til at se tilbage.',
    goesOn: 'De punkter, du vil gå videre med, ligger klar til en ny aftale.',
    readUntil: (until: Facts['date']) => `Du kan læse aftalen til og med den ${dayAndMonth('da', until)}.`,
    stoppedTitle: 'Aftalen er slut',
    stopped: 'Det er helt i orden at stoppe her. Det, du har lært undervejs, er stadig dit.',
    newAny: 'Du kan altid lave en ny.',
  },

  history: {
    title: 'Tidligere aftaler',
    nothing: 'Du har ingen tidligere aftaler.',
    kept: 'En aftale bliver slettet 30 dage efter, at den er løbet ud.',
  },

  checkIn: {
    title: 'Hvordan går det?',
    progress: { 1: 'Gået tilbage', 2: 'Står stille', 3: 'Så småt i gang', 4: 'Godt på vej', 5: 'I mål' },
    note: (point: string) => `En note om "${point}"`,
    win: 'En lille sejr',
    winPlaceholder: 'Hvad er lykkedes, også selv om det er småt?',
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
        ? `Din opfølgning ligger her stadig. Passer det ikke nu, kommer næste opfølgning ${longDate('da', next.date)}.`
        : 'Din opfølgning ligger her stadig, hvis du får lyst.',
    askedAgain: 'Opfølgningen ligger længere nede nu.',
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
        : 'Helt i orden. Vil du se tilbage senere, så skriv /trivsel opfølgning.',
    moved: (to: Facts['moment']) => `Fint. Jeg spørger igen ${moment(to)}.`,
    paused: (until: Facts['date']) => `Helt i orden. Jeg skriver ikke før ${longDate('da', until)}.`,
    closed: 'Tak. Din aftale er slut.',
    over: 'Den opfølgning er afsluttet.',
  },

  people: {
    title: 'Hvem er med?',
    change: 'Vælg, hvem der er med',
    bring: 'Tag nogen med',
    manager: 'Min nærmeste leder',
    managerHint: 'Kun hvis du vil. Din leder hører intet, før du beder om noget.',
    partners: 'Mine sparringspartnere',
    partnersHint: 'Op til tre, du har tillid til. De bliver spurgt og må gerne sige nej.',
    external: 'Sparringspartnere uden for Slack',
    externalHint:
      'Skriv kun navne, et på hver linje. Jeg minder dig om at tage en snak og skriver ikke til andre end dig.',
    seePoints: 'Hvem må se dine to punkter?',
    seePointsHint: 'Vælg blandt dem ovenfor. Vælger du ingen, er punkterne kun dine.',
    whoSees: 'Hvem ser hvad?',
    onlyYou: 'Kun du ser din aftale.',
    sees: {
      managerNothing: ': intet, før du beder om noget. Derefter kun det, du beder om.',
      managerPoints:
        ': intet, før du beder om noget. Derefter det, du beder om, og titel og første skridt på dine to punkter.',
      partnerNothing: ': at du gerne vil sparre, og hvornår I sidst talte sammen. Ikke dine punkter.',
      partnerPoints:
        ': at du gerne vil sparre, hvornår I sidst talte sammen, og titel og første skridt på dine to punkter.',
      external: ': intet.',
    },
    withMe: 'Med i aftalen',
    maySee: ', må se dine to punkter',
    asManager: ', nærmeste leder',
    states: {
      invited: 'er spurgt',
      accepted: 'sparringspartner',
      declined: 'sagde nej tak',
      left: 'er ikke med mere',
      gone: 'er ikke længere i Slack',
    } satisfies Record<PartnerState, string>,
    outside: 'sparringspartner uden for Slack',
  },

  ask: {
    make: 'Bed nogen om noget',
    title: 'Det beder jeg om',
    intro: 'Nogle ting kan du ikke løse alene. Skriv én sætning til den, der kan gøre noget ved det.',
    kind: 'Hvad har du brug for?',
    kinds: {
      decide: 'En beslutning',
      limit: 'At få noget skåret fra',
      'give-time': 'Tid',
      listen: 'At blive lyttet til',
    } satisfies Record<AskKind, string>,
    text: 'Skriv det i én sætning',
    placeholder: 'F.eks. at afgøre, om vi kan droppe mandagsmødet',
    to: 'Hvem kan gøre noget ved det?',
    seesIt: ' ser kun din sætning, og hvad du har brug for.',
    seesPointsToo: ' ser din sætning, hvad du har brug for, og titel og første skridt på dine to punkter.',
    seesNobody: 'Vælg, hvem du spørger. Så kan du se her, hvad vedkommende ser.',
    send: 'Send',
    sentTitle: 'Sendt',
    sent: 'Jeg giver besked, når der er svar. Du kan altid trække det tilbage.',
    line: 'Det beder jeg om',
    waits: 'ikke endnu',
    open: 'Se, hvad du har bedt om',
    from: 'Spurgt',
    madeOn: (on: Facts['date']) => `Sendt den ${dayAndMonth('da', on)}`,
    late: 'Der er ikke svar endnu. Tag det op, næste gang I ses, spørg en anden, eller træk det tilbage.',
    mayTakeAWhile: 'Svaret kan tage lidt tid.',
    answer: 'Svar',
    comment: 'Kommentar',
    date: 'Dato',
    need: 'Jeg har brug for',
    redirect: 'Spørg en anden',
    withdraw: 'Træk det tilbage',
    withdrawConfirm: {
      title: 'Vil du trække det tilbage?',
      text: 'Så kan modtageren ikke længere se det.',
      yes: 'Træk det tilbage',
      no: 'Lad det stå',
    },
    closed: {
      withdrawn: 'Det er trukket tilbage. Kun du kan se det nu.',
      gone: 'Modtageren er ikke længere i Slack. Spørg en anden, når det passer dig.',
    },
  },

  answer: {
    title: 'Dit svar',
    needs: ' har brug for',
    points: 'Et af to punkter',
    reply: 'Hvad svarer du?',
    replies: {
      yes: 'Ja',
      partly: 'Delvist',
      'not-now': 'Ikke nu',
      talk: 'Lad os tale om det',
    } satisfies Record<Reply, string>,
    date: 'Hvornår?',
    dateHint: 'Den dag spørger jeg jer begge, om det skete.',
    comment: 'Skriv et par ord, hvis du vil',
    commentHint: 'Er svaret delvist eller ikke nu: Hvad kan lade sig gøre i stedet?',
    onlyShared: 'Du ser kun det, der er delt med dig – aldrig resten af aftalen.',
    send: 'Svar',
    thanks: 'Tak for dit svar',
    told: 'Svaret er på vej.',
    agenda: 'Når I taler sammen',
    agendaLines: [
      '1. Hvad er det vigtigste i det, der er bedt om?',
      '2. Hvad står i vejen, og hvad kan I hver især gøre?',
      '3. Hvad aftaler I, og hvornår følger I op?',
    ],
    happened: 'Blev det til noget?',
    happenings: { yes: 'Ja, det skete', 'not-yet': 'Ikke endnu', no: 'Nej' } satisfies Record<
      Happening,
      string
    >,
    happenedSaved: 'Tak, det er skrevet ned.',
    saidAsker: 'Du siger',
    saidRecipient: 'Den anden siger',
  },

  inbox: {
    title: 'Det venter på dig',
    titleNothing: 'Sparring og svar',
    wins: 'Små sejre, der er delt med dig',
    seeWin: 'Se den',
    nothing: 'Der venter ikke noget på dig lige nu.',
    waiting: 'Venter på dit svar',
    promised: 'Det har du svaret på',
    answerNow: 'Åbn og svar',
    change: 'Se dit svar',
    withOthers: 'Du er sparringspartner for',
    since: (on: Facts['date']) => `siden den ${dayAndMonth('da', on)}`,
    talkedOn: (on: Facts['date']) => `I talte sidst sammen den ${dayAndMonth('da', on)}`,
    by: (on: Facts['date']) => `${dayAndMonth('da', on)}`,
    talked: 'Vi har talt sammen',
    whatIsShared: 'Se, hvad der er delt',
    leave: 'Stop som partner',
    leaveConfirm: {
      title: 'Vil du stoppe som sparringspartner?',
      text: 'Du behøver ikke give en grund.',
      yes: 'Stop',
      no: 'Bliv',
    },
    left: 'Det er helt i orden. Du er ikke sparringspartner længere.',
    talkedSaved: 'Godt. Det er skrevet ned.',
  },

  partner: {
    title: 'Sparringspartner',
    asks: ' vil gerne have dig som sparringspartner.',
    what: 'En sparringspartner lytter og spørger til det, der er aftalt, så det ikke løber ud i sandet. Jeg minder dig om det en gang om måneden. Du må godt sige nej, og du kan altid stoppe uden at give en grund.',
    yes: 'Ja, det vil jeg gerne',
    no: 'Nej tak',
    accepted: 'Det er aftalt. Jeg minder dig om at tage en snak en gang om måneden.',
    declined: 'Det er helt i orden. Jeg giver besked, og du behøver ikke give en grund.',
    willSee: 'Siger du ja, kan du se titel og første skridt på to punkter. Resten af aftalen ser du aldrig.',
    willSeeNothing: 'Du får ikke noget at læse. I tales ved, når det passer jer.',
    shared: 'Delt med dig',
    nothingShared: 'Der er ikke delt noget skriftligt med dig. Spørg, når I taler sammen.',
    outsideText: 'En tekst, du kan sende',
    outsideLines: (name: string) =>
      `Hej ${name}. Jeg arbejder med to ting, der skal gøre det bedre at være leder. Har du tid til en snak i denne uge?`,
    seeText: 'Se en tekst at sende',
  },

  sparring: {
    title: 'Sparring',
    who: 'Hvem vil du sparre med?',
    intro: 'Vedkommende får at vide, at du gerne vil sparre, men ikke om hvad.',
    send: 'Spørg',
    sent: 'Jeg giver besked, når der er svar.',
    asks: ' vil gerne sparre med dig.',
    what: 'Det er en snak mellem jer to. Jeg ved ikke, hvad den handler om.',
    reply: 'Hvad siger du?',
    replies: { yes: 'Ja, gerne', 'another-time': 'Et andet tidspunkt', no: 'Ikke nu' } satisfies Record<
      SparringReply,
      string
    >,
    when: 'Hvornår passer det dig?',
    whenPlaceholder: 'F.eks. torsdag efter frokost',
    said: 'Svar',
    sentForYou: 'Jeg spørger om sparring for dig og giver besked, når der er svar.',
    suggests: 'Foreslår',
    told: 'Svaret er på vej.',
    wanted: 'Jeg vil gerne sparre med',
  },

  wins: {
    share: 'Hvem må se den?',
    shareHint: 'Vælger du ingen, er den kun din.',
    title: 'En lille sejr',
  },

  news: {
    hello: (name: string) => hello(name),
    first:
      'Trivsel hjælper ledere med at holde fast i to ting, der gør lederlivet bedre. Du ser kun det, andre selv deler med dig, og aldrig resten af deres aftale.',
    ask: ['', ' vil gerne have dit svar på noget. Det er kun delt med dig.'] as Sentence,
    invitation: ['', ' vil gerne have dig som sparringspartner. Du må godt sige nej.'] as Sentence,
    sparring: ['', ' vil gerne sparre med dig.'] as Sentence,
    win: ['', ' vil gerne dele en lille sejr med dig.'] as Sentence,
    answered: ['', ' har svaret dig.'] as Sentence,
    accepted: ['', ' vil gerne være din sparringspartner.'] as Sentence,
    declined: ['', ' kan ikke være din sparringspartner lige nu. Du kan spørge en anden.'] as Sentence,
    left: ['', ' er ikke længere din sparringspartner. Du kan spørge en anden.'] as Sentence,
    'sparring-said': ['', ' har svaret dig om sparring.'] as Sentence,
    gone: ['', ' er ikke længere i Slack. Du kan vælge en anden.'] as Sentence,
    'ask-waits': ['', ' venter på dit svar. "Lad os tale om det" er også et svar.'] as Sentence,
    'ask-overdue': [
      '',
      ' har ikke svaret endnu. Tag det op, næste gang I ses, spørg en anden, eller træk det tilbage.',
    ] as Sentence,
    'ask-date': ['Du og ', ' aftalte noget. Blev det til noget?'] as Sentence,
    talk: ['Har du talt med ', ' for nylig? Et kort opkald er nok.'] as Sentence,
    'round-waits': ['Runden i ', ' er åben. Har du to minutter?'] as Sentence,
    commitment: ['Du står for noget, der er aftalt i ', '.'] as Sentence,
    'commitment-due': ['Du står for noget, der er aftalt i ', '. Hvordan går det?'] as Sentence,
    'channel-blocked': [
      'Jeg kan ikke skrive i ',
      ' lige nu. Jeg prøver igen, næste gang I skal have en runde. Er jeg fjernet fra kanalen, så skriv /invite @trivsel i den.',
    ] as Sentence,
    'member-left': ['En af jer er ikke længere med i ', '. Se, om en anden skal overtage noget.'] as Sentence,
    'leader-left': ['Ingen står for gruppeaftalen i ', ' lige nu. Vil du tage over?'] as Sentence,
    over: ['', ': Det er ikke aktuelt længere.'] as Sentence,
    overInGroup: ['', ': Det er klaret eller ikke aktuelt længere.'] as Sentence,
    answeredByYou: ['', ' har fået dit svar.'] as Sentence,
    open: 'Åbn og svar',
    see: 'Se mere',
    tell: 'Svar',
    contribute: 'Giv dit bidrag',
    chooseOther: 'Vælg en anden',
  },

  groupSaid: {
    title: 'Vores gruppeaftale',
    made: (next: Facts['moment'] | undefined) =>
      next
        ? `Godt begyndt. Aftalen kommer i kanalen om et øjeblik, og den første runde åbner ${moment(next)}.`
        : 'Godt begyndt. Aftalen kommer i kanalen om et øjeblik.',
    saved: 'Det er gemt. Aftalen i kanalen bliver rettet om et øjeblik.',
    paused: (until: Facts['date']) => `Helt i orden. Der kommer ingen runder før ${longDate('da', until)}.`,
    resumed: (next: Facts['moment'] | undefined) =>
      next ? `Så er I i gang igen. Næste runde åbner ${moment(next)}.` : 'Så er I i gang igen.',
    left: 'Du er ikke med i gruppen længere. Den, der står for aftalen, får besked.',
    tookOver: 'Tak, fordi du tager over. Nu er det dig, der står for aftalen.',
    stopped: 'Gruppeaftalen er slut. Jeg spørger stadig til det, I har aftalt.',
    closed: 'Gruppeaftalen er slut. I kan lave en ny, når I har lyst.',
    extended: (ends: Facts['date']) => `Gruppeaftalen løber nu til den ${fullDate('da', ends)}.`,
    roundTitle: 'Runden',
    roundOpens: 'Runden åbner i kanalen om et øjeblik.',
    roundNext: (next: Facts['moment'] | undefined) =>
      next ? `Der er ingen åben runde. Den næste åbner ${moment(next)}.` : 'Der er ingen åben runde.',
    roundCloses: 'Runden er lukket. Opsamlingen kommer i kanalen om et øjeblik.',
    openNow: 'Åbn en runde nu',
    handedOver: 'Rollen er givet videre.',
    contributed: (closes: Facts['moment']) =>
      `Tak for dit bidrag. Du kan rette det, til runden lukker ${moment(closes)}. Så kan alle i kanalen læse det.`,
    contributedLate: 'Tak for dit bidrag. Runden er lige lukket, men dit bidrag kom med i opsamlingen.',
    committed: 'Det er aftalt.',
    discussed: 'Det er gemt. Resten er taget med til næste runde.',
    commitmentDone: 'Godt gået. Det er skrevet ned.',
    commitmentLater: (due: Facts['date']) => `Helt i orden. Jeg spørger igen omkring ${longDate('da', due)}.`,
    commitmentDropped: 'Helt i orden. Så spørger jeg ikke mere til det.',
    taken: 'Tak, fordi du tager det.',
  },

  errors: {
    title: 'Det gik ikke',
    empty: 'Skriv et par ord her.',
    tooLong: (most: number) => `Her er plads til ${most} tegn. Skriv det lidt kortere.`,
    choose: 'Vælg en mulighed.',
    time: 'Vælg et klokkeslæt.',
    date: 'Vælg en dag.',
    notWithYou: 'Vælg blandt dem, der er med i din aftale.',
    unsaved: (reference: string) =>
      `Det blev ikke gemt. Din tekst står her stadig. Prøv igen om lidt. (Reference: ${reference})`,
    failed: (reference: string) => `Det lykkedes ikke lige nu. Prøv igen om lidt. (Reference: ${reference})`,
  },

  refusals: {
    'agreement-running': 'Du har allerede en lederaftale. Skriv /trivsel aftale for at se den.',
    'no-agreement': 'Du har ingen aftale, der løber. Skriv /trivsel aftale for at lave en.',
    'draft-elsewhere':
      'Du har skrevet videre på aftalen et andet sted. Luk her, og skriv /trivsel aftale igen.',
    'slot-outside-workdays': 'Vælg en af de dage, du arbejder.',
    'slot-outside-hours': 'Det er uden for din arbejdstid. Vælg et andet tidspunkt, eller ret arbejdstiden.',
    'prompt-over': 'Den opfølgning er afsluttet.',
    'no-day-left': 'Der er ikke flere arbejdsdage i denne uge. Svar nu, eller spring over.',
    'pause-not-ahead': 'En pause kan tidligst slutte i morgen.',
    'pause-too-long': 'En pause kan højst vare et år.',
    'point-gone': 'Punktet er allerede byttet ud. Skriv /trivsel aftale for at se aftalen, som den er nu.',
    'not-yours': 'Det kan du ikke åbne herfra.',
    'named-self': 'Vælg en anden end dig selv.',
    'named-twice': 'Den samme kan ikke være både nærmeste leder og sparringspartner.',
    'too-many-partners': 'Vælg højst tre sparringspartnere i alt.',
    'not-a-person': 'Vælg et menneske. Det her er en app.',
    'not-a-colleague': 'Vælg en kollega i jeres eget Slack, ikke en gæst.',
    'person-gone': 'Personen er ikke længere i Slack. Vælg en anden.',
    'ask-waits': 'Du venter allerede på svar om det punkt. Træk det tilbage først, hvis du vil spørge igen.',
    'ask-answered': 'Der er kommet svar imens. Læs det, før du spørger en anden.',
    'date-not-ahead': 'Vælg en dag, der ligger forude.',
    'not-admin': 'Det kan kun jeres Slack-administratorer og dem, de har valgt til det, ændre.',
    'no-group': 'Her er ingen gruppeaftale. Skriv /trivsel gruppe i gruppens kanal for at lave en.',
    'group-running': 'Kanalen har allerede en gruppeaftale. Skriv /trivsel gruppe for at se den.',
    'not-a-member': 'Vælg en, der er med i gruppen.',
    'not-in-channel': 'Vælg kun folk, der er med i kanalen. Inviter de andre til kanalen først.',
    'not-in-group': 'Kanalen har en gruppeaftale, men du er ikke med i den. Spørg den, der står for den.',
    'too-few-members': 'Der skal mindst to til. Vælg en mere.',
    'too-many-members': 'En gruppe kan højst være på tyve.',
    'leader-leaves': 'Du står for gruppeaftalen. Vælg først en anden under Vælg, hvem der er med.',
    'agreement-goes-on': 'Aftalen løber stadig. Den, der står for den, kan stoppe den før tid.',
    'round-closed': 'Runden er lukket. Skriv det i kanalen, eller tag det med i næste runde.',
    'round-over': 'Den runde er forbi. Det, I ikke nåede, er taget med til den næste.',
    'assessment-running':
      'Der er allerede en test i gang i kanalen. Svar på den, eller vent, til den er lukket.',
    'assessment-closed': 'Testen er lukket. Se i kanalen, hvad den peger på.',
    'not-in-assessment': 'Der er en test i gang i kanalen, men du er ikke med i den.',
    'round-summing-up': 'Jeg er ved at samle op på runden. Prøv igen om lidt.',
    'too-many-commitments':
      'I har allerede tyve aftalte handlinger. Få først nogle af dem gjort, eller drop dem.',
    'not-a-channel': 'Skriv det i gruppens kanal. En gruppeaftale hører til i en kanal.',
    'channel-needs-invitation': 'Jeg er ikke med i kanalen. Skriv /invite @trivsel her, og prøv igen.',
    'channel-archived': 'Kanalen er arkiveret. Åbn den igen, eller vælg en anden.',
    'channel-shared': 'Kanalen er delt med en anden virksomhed. Brug en, hvor kun jeres egne kan være med.',
  } satisfies Record<RefusalReason, string>,
};

/** The shape of every language: a missing key is a type error. */
export type Texts = typeof da;
