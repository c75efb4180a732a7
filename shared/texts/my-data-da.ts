import type { retentionDays } from '../domain/retention.ts';
import { clock, fullDate, inDays } from './dates.ts';
import type { Facts, Sentence } from './facts.ts';

const days = (count: number) => inDays('da', count);
const counted = (one: string, more: string) => (count: number) => `${count} ${count === 1 ? one : more}`;

/** Mine data: what is stored, why, how long, who sees it; the page to take along, and the goodbye. */
export const myDataDa = {
  title: 'Mine data',
  open: 'Mine data',
  intro: 'Her er alt, hvad Trivsel gemmer om dig. Du kan hente det og slette det, når du vil.',
  nothing: 'Trivsel gemmer ikke noget om dig lige nu.',

  what: 'Det gemmer Trivsel',
  kinds: {
    profile: 'Dit navn, sprog og tidszone fra Slack',
    settings: 'Dine indstillinger: arbejdstid, beskeder og sprog',
    draft: 'En kladde til en aftale',
    agreement: 'Din lederaftale',
    past: counted('tidligere aftale', 'tidligere aftaler'),
    checkIns: counted('opfølgning, du har svaret på', 'opfølgninger, du har svaret på'),
    asksMade: counted('ting, du har bedt andre om', 'ting, du har bedt andre om'),
    asksReceived: counted('ting, andre har bedt dig om', 'ting, andre har bedt dig om'),
    people: counted('person med i din aftale', 'personer med i din aftale'),
    supports: counted('leder, du er sparringspartner for', 'ledere, du er sparringspartner for'),
    sparring: counted('spørgsmål om sparring', 'spørgsmål om sparring'),
    assessment: 'Dine svar på testen',
    groupAnswers: counted('svar i en gruppes test', 'svar i gruppers test'),
    groups: counted('gruppe, du er med i', 'grupper, du er med i'),
    contributions: counted('bidrag til en runde', 'bidrag til runder'),
    commitments: counted('aftalt handling, du står for', 'aftalte handlinger, du står for'),
    messages: 'Beskeder, du har fået: slags og dag, ikke indhold',
  },

  why: 'Hvorfor',
  whyText:
    'Så du kan holde fast i dine to punkter og få hjælp af dem, du selv vælger. Det bruges ikke til andet, og ingen bliver vurderet ud fra det.',

  howLong: 'Hvor længe',
  kept: {
    draft: (count) => `Kladden: ${days(count)} efter din seneste rettelse`,
    agreement: (count) => `Aftalen med svar, små sejre og det, du har bedt om: ${days(count)} efter udløb`,
    assessment: (count) =>
      count === 0 ? 'Testen: til aftalen løber ud' : `Testen: ${days(count)} efter aftalens udløb`,
    assessmentAlone: (count) => `En test uden aftale: ${days(count)} efter dit seneste svar`,
    answered: (count) => `At du har svaret på en gruppes test: ${days(count)}`,
    group: (count) => `Gruppeaftaler, runder og aftalte handlinger: ${days(count)} efter aftalens udløb`,
    left: (count) => `At du er gået ud af en gruppe: ${days(count)}`,
    sparring: (count) => `Spørgsmål om sparring: ${days(count)}`,
    message: (count) => `Hvem din seneste besked handlede om: ${days(count)}`,
    link: (count) => `At nogen har bedt dig om noget: ${days(count)} efter, at det er slut`,
    told: (count) => `Hvilke slags beskeder du har fået: ${days(count)}`,
    gone: (count) => `Alt om dig, hvis du forlader jeres Slack: ${days(count)}`,
    idle: (count) => `Navn, sprog og tidszone: ${days(count)} efter, at alt andet er væk`,
  } satisfies Record<keyof typeof retentionDays, (count: number) => string>,
  keptGroupAnswers: 'Dine svar i en gruppes test: til testen lukker, højst fem dage',
  keptSettings: 'Indstillinger: til du sletter dem eller forlader jeres Slack',
  keptBackups: 'Sikkerhedskopier: 7 dage. Driftens log, som kun rummer id-numre: 30 dage',

  whoSees: 'Hvem ser det',
  whoSeesText: [
    'Du ser alt, der er dit. Den, du beder om noget, ser det, du beder om. Din sparringspartner ser det, du deler.',
    'Gruppen og dens kanal ser gruppens aftale og det, I skriver i runderne.',
    'HR, ledelsen og jeres Slack-administratorer kan ikke læse det i Trivsel.',
    'De, der driver Trivsel hos jer, kan teknisk set nå databasen.',
  ].join(' '),

  responsible: 'Hvem er ansvarlig',
  noController:
    'Det har jeres administrator ikke skrevet endnu. Spørg den, der har taget Trivsel ind hos jer.',
  legalBasis: 'Retsgrundlag',

  fetch: 'Hent mine data',
  correct: 'Ret noget',
  remove: 'Slet mine data',
  removeConfirm: {
    title: 'Vil du slette alt om dig?',
    text: 'Din aftale, dine svar og det, andre ser af dig, bliver slettet nu. Du går ud af dine grupper. Det kan ikke fortrydes. Beskeder, der allerede er sendt i Slack, bliver i Slack.',
    yes: 'Slet alt',
    no: 'Behold det',
  },

  linkTitle: 'Hent mine data',
  link: (until: Facts['moment']) =>
    `Linket virker kun én gang og kun til kl. ${clock('da', until.time)}. Giv det ikke til andre.`,
  openLink: 'Åbn siden',

  correctTitle: 'Ret dine data',
  correctText: [
    'Navn og tidszone kommer fra Slack. Ret dem i din Slack-profil, så følger Trivsel med.',
    'Punkter, personer og svar retter du i din aftale. Arbejdstid, sprog og beskeder retter du i indstillingerne.',
    'Det, du har skrevet i en gruppe, retter du i gruppens kanal: Skriv `/trivsel gruppe` eller `/trivsel runde`.',
  ],

  removed: [
    'Alt om dig er slettet. Om et par minutter er det også væk hos dem, du har delt noget med, og i dine grupper.',
    'Det, der allerede er skrevet i Slack, bliver i Slack. Du er velkommen tilbage, når du vil: Skriv `/trivsel`.',
  ],

  /** In the place of a name. */
  somebody: 'En, der var med',
  noLonger: ['', ' har ikke længere data i Trivsel. Du kan vælge en anden.'] as Sentence,
  noLongerWith: ' har ikke længere data i Trivsel',

  page: {
    title: 'Mine data i Trivsel',
    ready: 'Dine data er klar. Siden kan kun hentes én gang, så gem den, hvis du vil beholde den.',
    fetch: 'Hent',
    made: (on: Facts['date']) => `Hentet den ${fullDate('da', on)}.`,
    about: 'Her er det, Trivsel har gemt om dig. Det, andre har skrevet til sig selv, er ikke med.',
    download: 'Gem det som JSON',
    profile: 'Profil',
    name: 'Navn',
    language: 'Sprog',
    zone: 'Tidszone',
    slot: 'Dag og tid for beskeder',
    workdays: 'Arbejdsdage',
    hours: 'Arbejdstid',
    reminders: 'Påmindelser',
    noReminders: 'Nej',
    pauses: 'Pauser',
    draft: 'Kladde',
    agreement: 'Lederaftale',
    past: 'Tidligere aftale',
    period: 'Periode',
    point: 'Punkt',
    people: 'Personer',
    checkIn: 'Opfølgning',
    note: 'Note',
    win: 'Lille sejr',
    winSeenBy: 'Delt med',
    asked: 'Du bad om',
    sparring: 'Sparring',
    assessment: 'Test',
    helps: 'Det ville hjælpe',
    groupTest: 'Gruppens test: dine svar, til den lukker',
    answeredOn: 'Gruppens test, du har svaret på, lukkede',
    named: 'Tema, du har nævnt',
    chosen: 'Valgt',
    received: 'Andre har bedt dig om noget',
    from: 'Fra',
    supports: 'Du er sparringspartner for',
    since: 'Siden',
    group: 'Gruppe i kanalen',
    leads: 'Du står for aftalen',
    contribution: 'Dit bidrag til runden',
    commitment: 'Aftalt handling',
    what: 'Hvad',
    due: 'Senest',
    madeOn: 'Skrevet',
    lostTitle: 'Siden findes ikke',
    lost: 'Linket virker ikke. Det kan være brugt, eller tiden er gået. Skriv /trivsel mine-data i Slack for at få et nyt.',
  },
};
