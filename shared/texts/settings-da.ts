/** Settings, the first words, and whom to talk to. */
export const settingsDa = {
  open: 'Indstillinger',

  mine: {
    title: 'Mine indstillinger',
    language: 'Hvilket sprog skal jeg skrive på?',
    languages: { slack: 'Som i min Slack, eller som virksomheden har valgt', da: 'Dansk', en: 'English' },
    reminders: 'Påmindelser',
    remind: 'Mind mig én gang, når der er gået to arbejdsdage uden svar',
    slot: 'Jeg skriver højst én gang om ugen på det tidspunkt, du vælger. Ellers kun, når en kollega vil dig noget, og for at minde dig om et svar.',
    saved: 'Det er gemt og gælder med det samme.',
    workspace: 'Virksomhedens indstillinger',
  },

  workspace: {
    title: 'For hele virksomheden',
    intro: 'Det her gælder for alle. Det kan ændres af jeres Slack-administratorer og dem, I vælger nederst.',
    contacts: 'Hvem kan jeres ledere tale med?',
    contactsHint:
      'Én på hver linje, f.eks. Arbejdsmiljørepræsentant: Ida, 12 34 56 78. Opfølgningen begynder, når der står mindst én.',
    language: 'Hvilket sprog skal jeg skrive på i kanalerne?',
    languages: { da: 'Dansk', en: 'English' },
    sameForAll: 'Sprog til den enkelte',
    sameForAllChoice: 'Skriv til alle på det samme sprog, medmindre de selv vælger et andet',
    closed: 'Lukkedage og sommerferie',
    closedHint: 'Én periode på hver linje, f.eks. 2027-07-12 til 2027-07-25. Helligdagene kender jeg.',
    controller: 'Hvem har dataansvaret?',
    controllerHint: 'Virksomhedens navn, som det skal stå, når folk læser om deres data.',
    legalBasis: 'Hvad er retsgrundlaget?',
    legalBasisHint: 'Med jeres egne ord, f.eks. fra jeres privatlivspolitik.',
    threshold: 'Hvor mange skal mindst svare, før en gruppes test viser noget?',
    keptDays: 'Hvor længe skal en aftale gemmes, når den er løbet ud?',
    days: (count: number) => (count === 1 ? '1 dag' : `${count} dage`),
    admins: 'Hvem må ellers ændre det her?',
    adminsHint: 'Ud over jeres Slack-administratorer.',
    saved: 'Det er gemt og gælder for alle inden for et kvarter.',
  },

  errors: {
    contact: (line: string) => `Skriv det sådan: HR: Ida, 12 34 56 78. Det går ikke med: ${line}`,
    period: (line: string) => `Skriv det sådan: 2027-07-12 til 2027-07-25. Det går ikke med: ${line}`,
    tooMany: (most: number) => `Her er plads til ${most} linjer.`,
  },

  talk: {
    button: 'Tal med nogen',
    title: 'Tal med nogen',
    intro:
      'Du behøver ikke have styr på det hele først. Tag fat i en af dem her eller en anden, du stoler på.',
    nobody: 'Din virksomhed har ikke skrevet nogen på endnu.',
    doctor: 'Din egen læge kan også hjælpe.',
    acute: 'Er nogen i fare, så ring 112.',
    trace: 'Ingen kan se, at du har åbnet det her.',
    offer:
      'Begge punkter er gået tilbage to gange i træk. Det kan ske for alle. Vil du tale med nogen om det eller holde pause?',
  },

  /** The first message to whoever brought Trivsel here. */
  introduction: {
    lines: (name: string) => [
      `Hej ${name}. Trivsel er klar i jeres Slack og hjælper ledere med at holde fast i to ting, der gør lederlivet bedre.`,
      'Begynd med at skrive, hvem lederne kan tale med, når noget er svært. Indtil da sender jeg ingen opfølgninger.',
      'Sig så til lederne, at de kan skrive /trivsel. Ingen hører fra mig, før en leder selv går i gang.',
    ],
    open: 'Skriv, hvem de kan tale med',
  },

  first: {
    lines: [
      'Her vælger du to punkter, der skal gøre det bedre at være leder, og får hjælp til at holde fast i dem.',
      'Det er frivilligt: Din leder ser kun det, du deler, og HR ser kun samlede tal, aldrig dine ord.',
    ],
    responsible: (controller: string) =>
      `${controller} har dataansvaret. Nogle få i driften kan teknisk set nå databasen. Under Mine data kan du se, hente og slette det, der er dit.`,
    someController: 'Din virksomhed',
    /** Follow-ups wait until the workspace has said whom one can talk to. */
    waits: 'Opfølgningen begynder, så snart din virksomhed har skrevet, hvem du kan tale med.',
  },
};
