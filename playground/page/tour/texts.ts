import type { StepId } from './steps.ts';

/** The guide's words. Two minutes is all a newcomer has: what to do now in one sentence, why in another. */

export type Language = 'da' | 'en';
export const languageOf = (locale: string): Language => (locale.startsWith('da') ? 'da' : 'en');

/** What a step may speak of. First names, but for `me`. */
export type Setting = {
  me: string;
  /** What to type: the acting person's Slack decides its language. */
  command: string;
  /** Somebody whose Slack is in the visitor's language, where the acting person's is not. */
  other: string | undefined;
  manager: string;
  leader: string;
  channel: string;
  /** What the group's channel shows. */
  group: 'open' | 'closed' | 'none';
  isModalOpen: boolean;
};
type Words = { now: (setting: Setting) => string; why: (setting: Setting) => string };

const da = {
  name: 'Rundvisning',
  what: 'Trivsel hjælper ledere med at holde fast i to ting, der gør lederlivet bedre. En kort besked i Slack spørger til dem, til de er på plads.',
  offer: 'Vil du prøve det på to minutter? Virksomheden er opdigtet, så du kan ikke ødelægge noget.',
  begin: 'Vis mig det',
  later: 'Ikke nu',
  leave: 'Forlad rundvisningen',
  fold: 'Fold sammen',
  unfold: 'Fold ud',
  step: (at: number, of: number) => `Trin ${at} af ${of}`,
  skip: 'Spring over',
  goOn: 'Videre',
  language: 'Sprog',
  endTitle: 'Det var det hele',
  end: 'Spol tiden frem, og se, hvad der sker, eller begynd forfra. Rundvisningen ligger i menuen, hvis du vil se den igen.',
  finish: 'Luk',
  steps: {
    who: {
      now: ({ me, other }) =>
        other ? `Skift til ${other}.` : `Du er ${me}. Vælg en anden, eller gå videre.`,
      why: () => 'Alle her har deres egen Slack, og du kan skifte mellem dem, når du vil.',
    },
    command: {
      now: ({ command }) => `Skriv "${command}" i feltet nederst, og tryk Send.`,
      why: () => 'En lederaftale er to ting, der vil gøre den største forskel for dig.',
    },
    points: {
      now: () => 'Skriv dit første punkt, tryk Næste, og skriv så det andet.',
      why: () => 'Kun to, så der er tid til dem. Ingen andre ser dem, medmindre du vælger det.',
    },
    rhythm: {
      now: () => 'Vælg, hvor tit Trivsel skal spørge, og tryk "Gem aftalen".',
      why: () => 'Du bestemmer selv dagen, og du må altid springe over.',
    },
    time: {
      now: ({ isModalOpen }): string =>
        isModalOpen
          ? 'Luk vinduet, så vi kan spole tiden frem.'
          : 'Åbn "Næste" øverst, og tryk på din opfølgning.',
      why: () => 'Så går uret frem til den. Du får også at se, hvad de andre fik imens.',
    },
    answer: {
      now: () => 'Tryk "Svar nu" i beskeden fra Trivsel, og gem dit svar.',
      why: () => 'Mere er det ikke: to minutter, så punkterne ikke glider i baggrunden.',
    },
    manager: {
      now: ({ manager }) => `Skift til ${manager}.`,
      why: ({ leader }) => `Hvad kan en chef se af det, ${leader} skrev?`,
    },
    sees: {
      now: ({ manager }) => `Se dig omkring som ${manager}. Prøv også at skrive "/trivsel".`,
      why: ({ leader }) =>
        `Her står intet om, hvad ${leader} skrev eller svarede. En chef ser kun det, man selv deler eller beder chefen om.`,
    },
    group: {
      now: ({ channel }) => `Åbn kanalen ${channel}.`,
      why: () => 'En ledergruppe kan lave sin egen aftale. Den ligger i kanalen, hvor alle kan læse med.',
    },
    round: {
      now: ({ group }) =>
        ({
          open: 'Tryk "Giv dit bidrag", skriv lidt, og gem.',
          closed: 'Læs opsamlingen på den seneste runde.',
          none: 'Her er ingen gruppe endnu. Skriv "/trivsel gruppe" for at begynde, eller gå videre.',
        })[group],
      why: () => 'Når runden lukker, samler Trivsel op, så alle kan se, hvor de kan hjælpe hinanden.',
    },
  } satisfies Record<StepId, Words>,
};

const en: typeof da = {
  name: 'Guided tour',
  what: 'Trivsel helps leaders hold on to two things that make leading better. A short message in Slack asks about them until they are true.',
  offer: 'Would you like to try it in two minutes? The company is made up, so you can’t break anything.',
  begin: 'Show me',
  later: 'Not now',
  leave: 'Leave the tour',
  fold: 'Fold',
  unfold: 'Unfold',
  step: (at, of) => `Step ${at} of ${of}`,
  skip: 'Skip',
  goOn: 'Continue',
  language: 'Language',
  endTitle: 'That is all of it',
  end: 'Wind the time forward and see what happens, or start over. The tour is in the menu, if you want to see it again.',
  finish: 'Close',
  steps: {
    who: {
      now: ({ me, other }) =>
        other
          ? `Switch to ${other}, whose Slack is in English.`
          : `You are ${me}. Choose somebody else, or continue.`,
      why: () =>
        'Everybody here has a Slack of their own, and you can switch between them whenever you like.',
    },
    command: {
      now: ({ command }) => `Write “${command}” in the field at the bottom, and press Send.`,
      why: () => 'A leader agreement is two things that would make the biggest difference for you.',
    },
    points: {
      now: () => 'Write your first point, press Next, then write the second.',
      why: () => 'Only two, so that there is time for them. Nobody else sees them unless you choose so.',
    },
    rhythm: {
      now: () => 'Choose how often Trivsel should ask, and press “Save agreement”.',
      why: () => 'The day is yours to choose, and you may always skip.',
    },
    time: {
      now: ({ isModalOpen }) =>
        isModalOpen
          ? 'Close the window, so that we can wind the time forward.'
          : 'Open “Next” at the top, and press your follow-up.',
      why: () => 'The clock then goes there. You are also told what the others got meanwhile.',
    },
    answer: {
      now: () => 'Press “Answer now” in the message from Trivsel, and save your answer.',
      why: () => 'That is all: two minutes, so that the points don’t slip out of sight.',
    },
    manager: {
      now: ({ manager }) => `Switch to ${manager}.`,
      why: ({ leader }) => `What can a manager see of what ${leader} wrote?`,
    },
    sees: {
      now: ({ manager }) =>
        `Look around as ${manager}, whose Slack is in Danish. Try writing “/trivsel” too.`,
      why: ({ leader }) =>
        `Nothing of what ${leader} wrote or answered is there. A manager sees only what a leader shares with them or asks of them.`,
    },
    group: {
      now: ({ channel }) => `Open the channel ${channel}.`,
      why: () =>
        'A management group can have an agreement of its own. It is in the channel, where everyone can read along.',
    },
    round: {
      now: ({ group }) =>
        ({
          open: 'Press “Giv dit bidrag” (contribute), write a little, and save.',
          closed: 'Read the summary of the latest round.',
          none: 'There is no group here yet. Write “/trivsel gruppe” to begin one, or continue.',
        })[group],
      why: () =>
        'When the round closes, Trivsel sums it up, so that everyone can see where they can help one another.',
    },
  },
};

export type TourTexts = typeof da;

export const tourTextsFor = (language: Language): TourTexts => (language === 'da' ? da : en);
