import type { Outcome } from '../domain/agreement.ts';
import type { HoursOpen } from '../domain/group.ts';
import type { Rhythm } from '../domain/rhythm.ts';
import type { LineKind, Resource } from '../domain/round.ts';
import type { Slot } from '../domain/slots.ts';
import { clock, dayAndMonth, longDate, span } from './dates.ts';
import type { Facts } from './facts.ts';
import { groupDa } from './group-da.ts';

const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const months = 'jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.'.split(' ');
const every = { 1: 'Hver', 2: 'Hver anden', 4: 'Hver fjerde' };
const days = { 24: 'et døgn', 48: 'to døgn', 72: 'tre døgn', 120: 'fem døgn' };

/** `tirsdag den 8. december kl. 9.00` */
const moment = ({ date, time }: Facts['moment']) => `${longDate('da', date)} kl. ${clock('da', time)}`;

/** `tid, folk og hjælp` */
const listed = (words: string[]) => words.join(', ').replace(/, ([^,]*)$/, ' og $1');

const decimal = (mean: number) => String(mean).replace('.', ',');
const many = (count: number) => (count === 0 ? 'ingen' : String(count));

const lacks: Record<Resource, string> = { time: 'tid', people: 'folk', tasks: 'hjælp til en opgave' };
const gives: Record<Resource, string> = {
  time: 'sætte tid af',
  people: 'låne folk ud',
  tasks: 'tage en opgave',
};

/** What the bot writes in a group's channel. */
export const channelDa = {
  see: 'Se aftalen',
  more: (count: number) => `Og ${count} mere.`,

  card: {
    heading: 'Vores gruppeaftale',
    responsible: 'Ansvarlig',
    noResponsible: 'Mangler en ansvarlig',
    result: 'Skal føre til',
    period: 'Periode',
    span: (starts: Facts['date'], ends: Facts['date']) => span('da', starts, ends),
    rounds: 'Runder',
    rhythm: (weeks: Rhythm, { weekday, time }: Slot, hours: HoursOpen) =>
      `${every[weeks]} ${weekdays[weekday - 1]} kl. ${clock('da', time)}. En runde er åben i ${days[hours]}.`,
    next: 'Næste runde',
    on: (date: Facts['date']) => longDate('da', date),
    noMore: 'Der er ikke planlagt flere runder i denne aftale.',
    members: 'Med i aftalen',
    leader: 'Står for aftalen',
    noLeader: 'Ingen lige nu. En fra gruppen kan tage over: Tryk på Se aftalen.',
    paused: (until: Facts['date']) => `Runderne holder pause frem til ${longDate('da', until)}.`,
    resting: 'Runderne hviler, til vi begynder igen.',
    periodOver: 'Perioden er slut. Nu kan vi se tilbage og afslutte.',
    ended: 'Aftalen er slut.',
    everybodyReads: 'Alle i kanalen kan læse det, der står her.',
    resume: 'Begynd igen',
    lookBack: 'Se tilbage og afslut',
  },

  promises: {
    open: 'Det lovede vi hinanden',
    due: (date: Facts['date']) => `senest ${longDate('da', date)}`,
    overdue: (date: Facts['date']) => `aftalt til den ${dayAndMonth('da', date)}`,
    nobody: 'ingen står for det lige nu',
    done: 'Godt gået siden sidst',
    dropped: 'Det gav vi slip på',
  },

  opening: {
    open: (until: Facts['moment']) =>
      `Runden er åben til ${moment(until)}. Vi begynder med det, vi lovede hinanden.`,
    points: 'Vores to punkter',
    responsible: 'ansvarlig',
    noResponsible: 'mangler en ansvarlig',
    first: 'Det er første runde. De to punkter er det, vi har lovet hinanden indtil nu.',
    nothingOpen: 'Vi har ikke lovet hinanden andet lige nu.',
    notes: 'Det nåede vi ikke at tale om sidst',
    moreNotes: (count: number) => `Og ${count} mere. Tryk på Gennemgå bidragene for at læse resten.`,
    facilitator: 'Tovholder denne gang',
    noFacilitator: 'Ingen lige nu',
    halfWay: 'Vi er halvvejs. Denne gang svarer vi også på, om det stadig er vores to vigtigste punkter.',
    closing:
      'Det er den sidste runde i aftalen. Denne gang svarer vi også på, hvad der skal ske med vores to punkter.',
    contributed: (count: number, of: number) =>
      count === 0 ? 'Ingen har bidraget endnu.' : `${count} af ${of} har bidraget.`,
    contribute: 'Giv dit bidrag',
    close: 'Luk runden',
    handOver: 'Giv rollen videre',
    closed: (count: number, of: number) =>
      `Runden er lukket.${count === 0 ? '' : ` ${count} af ${of} bidrog denne gang.`} Opsamlingen står længere nede.`,
    over: 'Runden er lukket.',
  },
  closeConfirm: {
    title: 'Vil du lukke runden nu?',
    text: 'Så bliver bidragene lagt frem her i kanalen, og der kan ikke komme flere.',
    yes: 'Luk runden',
    no: 'Lad den være åben',
  },

  summary: {
    heading: (on: Facts['date']) => `Opsamling på runden den ${dayAndMonth('da', on)}`,
    tookPart: (count: number, of: number) => `${count} af ${of} bidrog.`,
    nobody: 'Ingen har bidraget denne gang. Det er helt i orden. Nogle uger er fyldt i forvejen.',
    stillPromised: 'Det, vi lovede hinanden, gælder stadig.',
    howItGoes: 'Sådan går det',
    chart: 'Fremdrift fra runde til runde',
    chartOnce: 'Fremdrift i denne runde',
    round: 'Runde',
    progress: 'Fremdrift (1–5)',
    shortDate: (date: Facts['date']) => `${Number(date.slice(8))}. ${months[Number(date.slice(5, 7)) - 1]}`,
    mean: (step: string, mean: number, before: number | undefined) =>
      `${step}, ${decimal(mean)} af 5${before === undefined ? '' : ` (sidst ${decimal(before)})`}`,
    noProgress: (before: number | undefined) =>
      before === undefined ? 'Ingen svar denne gang' : `Ingen svar denne gang (sidst ${decimal(before)})`,
    stillRight: (yes: number, no: number) =>
      `Er det stadig vores to vigtigste punkter? ${yes === 0 ? 'Ingen' : yes} siger ja, og ${many(no)} siger nej.`,
    changeThem: 'Punkterne kan rettes eller byttes ud i aftalen.',
    outcomes: 'Hvad skal der ske med punkterne?',
    verdict: (outcome: Outcome, count: number) => `${groupDa.closing.outcomes[outcome]} (${count})`,
    noVerdict: 'Ingen har sagt noget om det',
    lines: {
      worked: 'Det lykkedes',
      tried: 'Det prøvede vi, men det virkede ikke',
      adjust: 'Det kan vi gøre anderledes',
      need: 'Det mangler vi',
      lend: 'Det kan vi give hinanden',
      notes: 'Fra tidligere runder',
    } satisfies Record<LineKind | 'notes', string>,
    columns: { need: 'Behov', lend: 'Hjælp at hente' },
    matches: 'Her kan vi hjælpe hinanden',
    match: (needs: string, lends: string, kind: Resource) =>
      `${needs} mangler ${lacks[kind]}, og ${lends} kan ${gives[kind]}.`,
    commit: 'Aftal det',
    discussed: (line: string) => `${line} (har vi talt om)`,
    agreed: (owner: string, due: Facts['date']) => `Aftalt: ${owner}, senest den ${dayAndMonth('da', due)}`,
    agreedByNobody: (due: Facts['date']) =>
      `Aftalt til den ${dayAndMonth('da', due)}, men ingen står for det lige nu`,
    done: 'Aftalt og gjort',
    dropped: 'Aftalt, men droppet siden',
    moreLines: (count: number) => `Og ${count} mere. Tryk på Gennemgå bidragene for at læse resten.`,
    review: 'Gennemgå bidragene',
    end: 'Se tilbage og afslut',
  },

  line: {
    needs: (kinds: Resource[]) => `mangler ${listed(kinds.map((kind) => lacks[kind]))}`,
    lends: (kinds: Resource[]) => `kan ${listed(kinds.map((kind) => gives[kind]))}`,
    kinds: {
      worked: 'Lykkedes',
      tried: 'Virkede ikke',
      adjust: 'Forslag',
      need: 'Behov',
      lend: 'Hjælp at hente',
    } satisfies Record<LineKind, string>,
  },

  ended: {
    closed: 'Vores gruppeaftale er slut. Godt, at vi tog os tid til at se tilbage.',
    stopped: (on: Facts['date']) =>
      `Vores gruppeaftale blev stoppet før tid den ${dayAndMonth('da', on)}. Det er helt i orden at stoppe her.`,
    outcomes: 'Sådan gik det med punkterne',
    points: 'De to punkter',
    learned: 'Det har vi lært',
    goesOn: 'Det følger vi stadig op på',
    make: 'Lav ny gruppeaftale',
  },
};
