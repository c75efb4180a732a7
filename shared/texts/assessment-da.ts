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
    'Her er tolv korte udsagn om det at være leder. Dine svar peger på, hvad du kan begynde med. Testen prioriterer, den måler dig ikke. Kun du ser svarene.',
  ask: 'Hvor godt passer det lige nu? Dit første indfald er godt nok.',
  askHelps:
    'Her er det, der passer dårligst lige nu. Hvor meget ville det hjælpe dig, hvis det passede bedre de næste tre måneder?',
  drawn: 'Flere af dine svar lå lige. Derfor er det tilfældigt, hvilke af dem du ser her.',
  place: (page: number, pages: number) => `Side ${page} af ${pages}.`,
  saved: 'Når du går videre, er siden gemt, og du kan fortsætte en anden gang.',
  onlyYou: (days: number) =>
    `Kun du kan se dine svar. De bliver slettet, når din aftales periode slutter, eller efter ${days} dage, hvis du ikke laver en aftale.`,
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
    text: 'Så bliver dine svar i testen slettet med det samme.',
    yes: 'Begynd forfra',
    no: 'Behold dem',
  },

  result: 'Det peger dine svar på lige nu:',
  nothingLow: 'Dine svar peger ikke på noget, der trænger sig på. Vælg det, du helst vil passe på.',
  choose: 'Hvilke to vil du tage fat på? Du bestemmer, og det behøver ikke være det, testen peger på.',
  first: 'Første punkt',
  second: 'Andet punkt',
  differ: 'Vælg to forskellige temaer.',
  correct: 'Ret dine svar',
  running: 'Du har allerede en aftale. Vil du lave om på dine to punkter, så gør det i aftalen.',
  deletedOn: (day: Facts['date']) =>
    `Kun du kan se det her. Det bliver slettet efter den ${fullDate('da', day)}.`,
  deletedOnOrWith: (day: Facts['date']) =>
    `Kun du kan se det her. Det bliver slettet efter den ${fullDate('da', day)}. Laver du en aftale inden da, bliver det slettet, når aftalens periode slutter.`,

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
    meaning: 'Når du kan se, hvad dit arbejde gør godt for, er det lettere at holde ved i de travle uger.',
    valued: 'Når nogen siger, hvad din indsats betød, ved du, hvad der er værd at gøre igen.',
    time: 'Uden plads i kalenderen bliver god ledelse skubbet til side af det, der haster.',
    'cross-pressure':
      'Modsatte krav er lettere at stå i, når du ved, hvem der kan afgøre dem sammen med dig.',
    mandate: 'Når ansvar og beslutningsret følges ad, kan du handle i stedet for at vente.',
    direction: 'Når det er klart, hvad der kommer først, kan du sige nej til resten med god samvittighed.',
    manager: 'Et svar fra din leder gør det muligt at komme videre, også når svaret er nej.',
    sparring: 'Svære beslutninger bliver både bedre og lettere, når du ikke er alene om dem.',
    'time-off': 'Når du slipper arbejdet helt, kommer du tilbage med overblik og tålmodighed.',
    carrying: 'Andres tunge sager fylder mindre, når du har et sted at gå hen med dem.',
    climate: 'Kan fejl siges højt, bliver de rettet, mens de er små.',
    growing: 'Ledelse er et fag. Det bliver lettere med øvelse og med et ærligt ord om, hvordan det går.',
  } satisfies Record<LeaderTheme, string>,

  /** Something to think on. */
  question: {
    meaning: 'Hvad vil du gerne bruge mere tid på, og hvad kan vige for det?',
    valued: 'Hvis ord om dit arbejde ville betyde mest for dig, og ved vedkommende det?',
    time: 'Havde du to timer mere om ugen til ledelse, hvad ville du så bruge dem på?',
    'cross-pressure': 'Hvilke to krav trækker mest i hver sin retning, og hvem kan vælge mellem dem?',
    mandate: 'Hvilken beslutning venter du på andre med, som du hellere selv måtte tage?',
    direction: 'Hvad ville du lægge fra dig i morgen, hvis nogen sagde, at det var i orden?',
    manager: 'Hvad har du mest brug for, at din leder tager stilling til?',
    sparring: 'Hvem ville du spørge, hvis du vidste, at vedkommende gerne ville?',
    'time-off': 'Hvad tager du oftest med hjem i tankerne, og hvor kunne du lægge det fra dig først?',
    carrying: 'Hvor går du hen med det, du ikke kan dele med dem, du leder?',
    climate: 'Hvad kunne du selv fortælle om, som ikke gik, så andre også tør?',
    growing: 'Hvad vil du helst blive bedre til, og hvem kan se, om det lykkes?',
  } satisfies Record<LeaderTheme, string>,
};
