/** Settings, the first words, and whom to talk to. */
export const settingsDa = {
  open: 'Indstillinger',

  mine: {
    title: 'Mine indstillinger',
    language: 'Hvilket sprog skal jeg skrive på?',
    languages: { slack: 'Som virksomheden har valgt', da: 'Dansk', en: 'English' },
    reminders: 'Påmindelser',
    remind: 'Mind mig én gang, hvis jeg ikke har svaret efter to arbejdsdage',
    slot: 'Jeg skriver højst én gang om ugen, på den tid du vælger her.',
    saved: 'Det er gemt og gælder med det samme.',
    workspace: 'Virksomhedens indstillinger',
  },

  workspace: {
    title: 'For hele virksomheden',
    intro: 'De gælder for alle og kan ændres af jeres Slack-administratorer og dem, de vælger her.',
    contacts: 'Hvem kan man tale med?',
    contactsHint:
      'En på hver linje: navn eller rolle, kolon, og hvordan man får fat i dem. F.eks. Arbejdsmiljørepræsentant: Ida, 12 34 56 78. Opfølgningen begynder, når der er mindst én.',
    language: 'Sprog i kanaler, og når Slack ikke siger andet',
    languages: { da: 'Dansk', en: 'English' },
    sameForAll: 'Sprog for den enkelte',
    sameForAllChoice: 'Skriv til alle på det sprog, medmindre de selv vælger et andet',
    closed: 'Lukkedage og sommerferie',
    closedHint: 'En periode på hver linje. F.eks. 2027-07-12 til 2027-07-25. Helligdage er fri i forvejen.',
    controller: 'Hvem har dataansvaret?',
    controllerHint: 'Virksomhedens navn, som det skal stå i teksten om data.',
    legalBasis: 'På hvilket grundlag?',
    legalBasisHint: 'Med jeres egne ord, f.eks. fra jeres privatlivspolitik.',
    threshold: 'Hvor mange skal der mindst være bag en gruppes tal?',
    keptDays: 'Hvor længe gemmes en aftale efter periodens udløb?',
    days: (count: number) => `${count} dage`,
    admins: 'Hvem må også ændre her?',
    adminsHint: 'Ud over jeres Slack-administratorer.',
    saved: 'Det er gemt. Det gælder for alle i løbet af et kvarter.',
  },

  errors: {
    contact: (line: string) => `Skriv et navn, et kolon, og hvordan man får fat i dem: ${line}`,
    period: (line: string) => `Skriv to datoer med "til" imellem: ${line}`,
    tooMany: (most: number) => `Her er plads til ${most} linjer.`,
  },

  talk: {
    button: 'Tal med nogen',
    title: 'Tal med nogen',
    intro: 'Du behøver ikke have styr på det hele først. Tag fat i en af dem her, eller i en, du stoler på.',
    nobody: 'Virksomheden har ikke skrevet nogen på endnu.',
    doctor: 'Din egen læge kan også hjælpe.',
    acute: 'Er der fare på færde, så ring 112.',
    trace: 'Ingen kan se, at du har åbnet det her.',
    offer:
      'Det går den forkerte vej med begge punkter for anden gang. Det kan ske for alle. Vil du tale med nogen om det, eller holde en pause?',
  },

  /** The first message to whoever brought Trivsel here. */
  introduction: {
    lines: (name: string) => [
      `Hej ${name}. Nu er Trivsel i jeres Slack.`,
      'Begynd med at skrive, hvem jeres ledere kan tale med, når de har brug for det. Før det sender jeg ingen opfølgning.',
      'Når det er på plads, kan du fortælle lederne om /trivsel. Jeg skriver ikke til nogen, før de selv er gået i gang.',
    ],
    open: 'Vælg, hvem man kan tale med',
  },

  first: {
    lines: (controller: string) => [
      'Her vælger du to punkter, der skal gøre det bedre at være leder, og får hjælp til at holde fast i dem.',
      'Det er frivilligt: Din leder ser kun det, du deler, og HR ser kun tal for mange, aldrig dine ord.',
      `${controller} har dataansvaret, få driftsfolk kan teknisk nå databasen, og under Mine data kan du se, hente og slette dit eget.`,
    ],
    someController: 'Din virksomhed',
    /** Follow-ups wait until the workspace has said whom one can talk to. */
    waits: 'Opfølgningen begynder, så snart din virksomhed har skrevet, hvem du kan tale med.',
  },
};
