import type { GroupStatement } from '../domain/themes.ts';
import { clock, longDate } from './dates.ts';
import type { Facts } from './facts.ts';

const numbers = [
  'nul',
  'en',
  'to',
  'tre',
  'fire',
  'fem',
  'seks',
  'syv',
  'otte',
  'ni',
  'ti',
  'elleve',
  'tolv',
];
const inWords = (count: number) => numbers[count] ?? String(count);

/** `tirsdag den 8. december kl. 9.00` */
const moment = ({ date, time }: Facts['moment']) => `${longDate('da', date)} kl. ${clock('da', time)}`;

/** A group's prioritisation test: statements are WORDING.md's. Each answers privately; only an order comes of it. */
export const groupTestDa = {
  title: 'Hvad er vigtigst for os?',
  take: 'Tag gruppens test',
  see: 'Se, hvad testen peger på',
  own: 'Tag min egen test',
  together: 'Gælder det jer som gruppe? I kan også tage en test sammen.',
  unsure: 'Er I i tvivl? En kort test kan pege på, hvor I kan begynde.',

  begin: {
    intro:
      'Ti korte udsagn hjælper jer med at vælge, hvad I vil tage fat på sammen. Hver svarer for sig, og ingen ser de andres svar.',
    /** `least`: what an order needs behind it. */
    how: (least: number) =>
      `Svarer mindst ${inWords(least)}, viser jeg de tre vigtigste temaer i kanalen: kun rækkefølgen, ingen tal. Er I færre, nævner I i stedet hver ét tema, med navn på.`,
    members: 'Hvem skal være med?',
    membersHint: 'Fra to til tyve i alt.',
    takingPart: 'Med er:',
    hours: 'Hvor længe skal testen være åben?',
    submit: 'Begynd',
    begun: 'Testen kommer i kanalen om et øjeblik.',
  },

  intro:
    'Ti korte udsagn om jer som gruppe. Dine svar lægges sammen med de andres og bliver slettet, når testen lukker. Ingen ser, hvad du svarer.',
  ask: 'Hvor godt passer det på jer lige nu? Dit første indfald er godt nok.',
  askHelps:
    'Det her passer dårligst lige nu. Hvor meget ville det hjælpe jer de næste tre måneder, hvis det passede bedre?',
  submit: 'Send mine svar',
  onlyYou: 'Kun du kan se dine svar, og de bliver slettet, når testen lukker.',
  answered: (until: Facts['moment']) =>
    `Tak, dine svar er gemt. Testen lukker ${moment(until)}, eller når alle har svaret. Så kommer resultatet i kanalen.`,
  answeredLast: 'Tak, dine svar er gemt. Nu har alle svaret, og resultatet kommer i kanalen.',
  correct: 'Ret dine svar',
  answerNow: 'Svar på testen',
  close: 'Luk testen nu',
  closeConfirm: {
    title: 'Vil du lukke testen nu?',
    text: 'Så tæller kun de svar, der er kommet, og ingen kan svare længere.',
    yes: 'Luk testen',
    no: 'Lad den være åben',
  },
  closes: 'Testen lukker nu, og resultatet kommer i kanalen.',

  /** In the channel. */
  post: {
    open: (until: Facts['moment']) =>
      `Ti korte udsagn, to minutter. Testen er åben til ${moment(until)}, eller til alle har svaret.`,
    how: (least: number) =>
      `Hver svarer for sig, og ingen ser de andres svar. Svarer mindst ${inWords(least)}, kommer de tre vigtigste temaer her i kanalen: kun rækkefølgen, ingen tal.`,
    takingPart: 'Med er',
    begunBy: 'Sat i gang af',
    closed: 'Testen er lukket. Alle svar er slettet.',
    top: 'Det peger jeres svar på',
    nothing:
      'Lige nu er der ikke noget, som flere af jer peger på. Vælg det, I helst vil passe på eller tage fat på.',
    order: 'De står i rækkefølge. Mere har jeg ikke regnet ud, og svarene er slettet.',
    gone: 'Svarene er slettet.',
    choose: 'Vælg to af dem, eller noget helt andet. I bestemmer.',
    naming: 'Hvad er vigtigst for os?',
    tooFew: (least: number) =>
      `I er færre end ${inWords(least)}, så jeg lægger ikke svar sammen. Nævn i stedet hver ét tema, I gerne vil tage fat på.`,
    tooAlike:
      'I er næsten de samme som sidst, I tog testen. Et nyt resultat kunne vise, hvad en enkelt af jer mener, så jeg regner ikke noget ud. Nævn i stedet hver ét tema, I gerne vil tage fat på.',
    /** `again`: the channel was shown an order before, and a new one may not tell of who has come since. */
    notEnough: (again: boolean) =>
      `Der kom ikke svar nok${again ? ', eller ikke nok nye siden sidst,' : ''} til at lægge dem sammen, uden at man kunne regne ud, hvem der mente hvad. Svarene er slettet. Nævn i stedet hver ét tema, I gerne vil tage fat på.`,
    named: 'Det vil vi gerne tage fat på',
    name: 'Nævn et tema',
  },

  name: {
    title: 'Nævn et tema',
    intro: (isFew: boolean, least: number) =>
      isFew
        ? `I er færre end ${inWords(least)}, så der står navn på det, I nævner. Alle i kanalen kan se det.`
        : 'Der står navn på det, I nævner. Alle i kanalen kan se det.',
    theme: 'Hvad vil du helst have, at I tager fat på?',
    said: 'Tak. Dit tema står i kanalen om et øjeblik.',
    named: 'Nævnt indtil nu',
  },

  toAgreement: 'Lav gruppeaftale',
  again: 'Tag testen igen',
  /** Nobody was asked in this one. */
  others: 'Begynd en test med andre',
  /** Over the points of an agreement that follows a test. */
  begins: 'Testen pegede på',
  begunWithNames: 'I nævnte',

  statements: {
    frames: 'Vi ved, hvilke opgaver der er fælles, og hvilke der er mine.',
    'group-sparring': 'Vi bruger hinanden, når ledelse er svært.',
    sharing: 'Er én presset, flytter vi tid, folk eller opgaver.',
    joint: 'Alle tager fat, ikke kun lederen af gruppen.',
    'open-talk': 'Vi siger problemerne højt, mens vi er samlet.',
    disagreement: 'Vi kan være uenige og stå sammen bagefter.',
    decisions: 'Efter møderne ved vi, hvem der gør hvad.',
    meetings: 'Vi bruger møderne på det, vi kun kan løse sammen.',
    learning: 'Det, der ikke virkede, lærer vi af sammen.',
    room: 'Vi spørger til hinanden, før det brænder på.',
  } satisfies Record<GroupStatement, string>,

  /** Why it matters. */
  why: {
    frames: 'Når det er klart, hvad der er fælles, falder færre opgaver mellem to stole.',
    'group-sparring': 'De andre ledere kender jeres hverdag. Ingen er nærmere at spørge.',
    sharing: 'Er én presset længe, mærker alle det. Kræfterne kan flyttes, før det sker.',
    joint: 'Når alle tager ansvar, hænger det fælles ikke på én person.',
    'open-talk': 'Det, der kun bliver sagt på gangen, kan I ikke gøre noget ved sammen.',
    disagreement: 'Når uenighed må komme frem, bliver beslutninger bedre og lettere at stå ved.',
    decisions: 'En klar aftale sparer jer for at tage den samme snak igen.',
    meetings: 'Fælles tid er dyr. Bruger I den rigtigt, får I den igen som ro i hverdagen.',
    learning: 'Ser I på fejlene sammen, skal hver især ikke lave dem om igen.',
    room: 'Det er lettere at hjælpe, mens det er småt.',
  } satisfies Record<GroupStatement, string>,

  /** Something to think on. */
  question: {
    frames: 'Hvilken opgave ved I ikke, hvem der har?',
    'group-sparring': 'Hvad ville I gerne spørge hinanden om, hvis der var tid?',
    sharing: 'Hvem har brug for en hånd den næste måned, og hvad kan flyttes?',
    joint: 'Hvad lægger I i dag hos lederen af gruppen, som I selv kunne tage?',
    'open-talk': 'Hvad taler I om efter mødet, som skulle have været sagt på det?',
    disagreement: 'Hvornår var I sidst uenige på en måde, der hjalp jer?',
    decisions: 'Hvilken beslutning har I taget mere end én gang?',
    meetings: 'Hvilket punkt på dagsordenen kunne I undvære i morgen?',
    learning: 'Hvad gik galt, uden at I har talt om det endnu?',
    room: 'Hvordan ville I opdage, at en af jer har det svært?',
  } satisfies Record<GroupStatement, string>,
};
