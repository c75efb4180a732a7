import type { Rating } from '../domain/assessment.ts';
import type { LeaderTheme } from '../domain/themes.ts';
import { fullDate } from './dates.ts';
import type { Facts } from './facts.ts';

/** The prioritisation test for leaders: statements and scales are WORDING.md's. It points; it doesn't measure. */
export const assessmentDa = {
  title: 'Hvad er vigtigst nu?',
  take: 'Find ud af, hvad der er vigtigst',
  goOn: 'Fortsæt testen',
  see: 'Se, hvad der er vigtigst',
  unsure: 'Er du i tvivl? En kort test kan pege på, hvor du kan begynde.',

  intro:
    'Tolv korte udsagn om at være leder. Dine svar peger på, hvor du kan begynde. Testen måler dig ikke, og kun du ser svarene.',
  ask: 'Hvor godt passer det lige nu? Dit første indfald er godt nok.',
  askHelps:
    'Det her passer dårligst lige nu. Hvor meget ville det hjælpe dig de næste tre måneder, hvis det passede bedre?',
  drawn: 'Flere af dine svar står lige, så jeg har trukket lod om, hvilke du ser her.',
  place: (page: number, pages: number) => `Side ${page} af ${pages}.`,
  saved: 'Siden bliver gemt, når du trykker Næste. Du kan altid fortsætte en anden gang.',
  onlyYou: (days: number) =>
    `Kun du kan se dine svar. De bliver slettet, når din aftale løber ud, eller efter ${days} dage, hvis du ikke laver en.`,
  skip: 'Spring det over, hvis du ikke har en.',
  now: {
    1: 'Passer slet ikke',
    2: 'Passer dårligt',
    3: 'Passer nogenlunde',
    4: 'Passer godt',
    5: 'Passer helt',
  } satisfies Record<Rating, string>,
  helps: {
    1: 'Ingen forskel',
    2: 'Lidt',
    3: 'Noget',
    4: 'Meget',
    5: 'Afgørende',
  } satisfies Record<Rating, string>,
  submit: 'Vis det vigtigste',
  again: 'Begynd forfra',
  againConfirm: {
    title: 'Vil du begynde forfra?',
    text: 'Så bliver dine svar slettet med det samme.',
    yes: 'Begynd forfra',
    no: 'Behold dem',
  },

  result: 'Det peger dine svar på lige nu:',
  nothingLow: 'Ifølge dine svar er der ikke noget, der brænder på. Vælg det, du helst vil passe på.',
  choose: 'Hvilke to vil du tage fat på? Du bestemmer, uanset hvad testen peger på.',
  first: 'Første punkt',
  second: 'Andet punkt',
  differ: 'Vælg to forskellige temaer.',
  correct: 'Ret dine svar',
  running: 'Du har allerede en aftale. Der kan du lave om på dine to punkter.',
  deletedOn: (day: Facts['date']) =>
    `Kun du kan se det her. Det bliver slettet efter den ${fullDate('da', day)}.`,
  deletedOnOrWith: (day: Facts['date']) =>
    `Kun du kan se det her. Det bliver slettet efter den ${fullDate('da', day)}. Laver du en aftale inden da, bliver det først slettet, når aftalen løber ud.`,

  statements: {
    meaning: 'Det meste af min tid går til noget, der giver mening.',
    valued: 'Nogen lægger mærke til det, jeg gør, og siger det.',
    time: 'I en almindelig uge når jeg den ledelse, der betyder mest.',
    'cross-pressure': 'Når krav trækker hver sin vej, ved jeg, hvem der kan hjælpe.',
    mandate: 'Jeg må selv beslutte det, jeg står til ansvar for.',
    direction: 'Jeg ved, hvad jeg godt må lade ligge.',
    manager: 'Min nærmeste leder lytter og vender tilbage.',
    sparring: 'Jeg har nogen at vende svære beslutninger med.',
    'time-off': 'Når jeg har fri, har jeg også fri i hovedet.',
    carrying: 'Jeg kan komme af med det tunge, andre giver mig.',
    climate: 'Vi kan tale om fejl uden at lede efter en skyldig.',
    growing: 'Jeg får træning og tilbagemeldinger, der gør mig bedre.',
  } satisfies Record<LeaderTheme, string>,

  /** Why it matters. */
  why: {
    meaning: 'Kan du se, hvem dit arbejde gør en forskel for, er de travle uger lettere at komme igennem.',
    valued: 'Når nogen siger, hvad din indsats betød, ved du, hvad der er værd at gøre igen.',
    time: 'God ledelse skal have plads i kalenderen. Ellers vinder det, der haster.',
    'cross-pressure':
      'Det er lettere at stå med modsatrettede krav, når du ved, hvem du kan afgøre dem sammen med.',
    mandate: 'Når ansvar og beslutningsret følges ad, kan du handle i stedet for at vente.',
    direction: 'Når det er klart, hvad der kommer først, kan du sige nej til resten med god samvittighed.',
    manager: 'Får du et svar fra din leder, kan du komme videre, også når svaret er nej.',
    sparring: 'Svære beslutninger bliver både bedre og lettere, når du ikke er alene om dem.',
    'time-off': 'Når du slipper arbejdet helt, kommer du tilbage med overblik og tålmodighed.',
    carrying: 'Andres tunge sager fylder mindre, når du har et sted at gå hen med dem.',
    climate: 'Kan fejl siges højt, bliver de rettet, mens de er små.',
    growing: 'Ledelse er et fag. Det bliver lettere med øvelse og ærlige tilbagemeldinger.',
  } satisfies Record<LeaderTheme, string>,

  /** Something to think on. */
  question: {
    meaning: 'Hvad vil du gerne bruge mere tid på, og hvad kan vige for det?',
    valued: 'Hvem vil du allerhelst høre et godt ord fra, og ved vedkommende det?',
    time: 'Havde du to timer mere om ugen til ledelse, hvad ville du så bruge dem på?',
    'cross-pressure': 'Hvilke to krav trækker mest i hver sin retning, og hvem kan vælge mellem dem?',
    mandate: 'Hvilken beslutning venter du på, som du hellere selv ville tage?',
    direction: 'Hvad ville du lægge fra dig i morgen, hvis nogen sagde, at det var i orden?',
    manager: 'Hvad har du mest brug for, at din leder tager stilling til?',
    sparring: 'Hvem ville du spørge, hvis du vidste, at svaret var ja?',
    'time-off': 'Hvad tager du oftest med hjem i hovedet, og hvor kunne du lægge det fra dig på vejen?',
    carrying: 'Hvor går du hen med det, du ikke kan dele med dem, du leder?',
    climate: 'Hvilken fejl kunne du selv fortælle om, så andre også tør?',
    growing: 'Hvad vil du helst blive bedre til, og hvem kan se, om det lykkes?',
  } satisfies Record<LeaderTheme, string>,
};
