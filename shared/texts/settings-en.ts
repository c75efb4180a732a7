import type { settingsDa } from './settings-da.ts';

export const settingsEn: typeof settingsDa = {
  open: 'Settings',

  mine: {
    title: 'My settings',
    language: 'Which language should I write in?',
    languages: { slack: 'As the company has chosen', da: 'Dansk', en: 'English' },
    reminders: 'Reminders',
    remind: 'Remind me once if I have not answered after two working days',
    slot: 'I write once a week at most, at the time you choose here.',
    saved: 'Saved. It counts from now on.',
    workspace: "The company's settings",
  },

  workspace: {
    title: 'For the whole company',
    intro: 'They count for everyone, and can be changed by your Slack admins and those they choose here.',
    contacts: 'Who can people talk to?',
    contactsHint:
      'One on each line: name or role, a colon, and how to reach them. E.g. Working environment representative: Ida, 12 34 56 78. Follow-ups begin when there is at least one.',
    language: 'Language in channels, and where Slack says nothing else',
    languages: { da: 'Dansk', en: 'English' },
    sameForAll: 'Language for each person',
    sameForAllChoice: 'Write to everyone in that language unless they choose another themselves',
    closed: 'Closing days and summer holidays',
    closedHint: 'One period on each line. E.g. 2027-07-12 to 2027-07-25. Public holidays are free already.',
    controller: 'Who is the data controller?',
    controllerHint: "The company's name, as it should stand in the text about data.",
    legalBasis: 'On what legal basis?',
    legalBasisHint: 'In your own words, e.g. from your privacy policy.',
    threshold: "How many must there be behind a group's figures?",
    keptDays: "How long is an agreement kept after its period's end?",
    days: (count) => `${count} days`,
    admins: 'Who else may change this?',
    adminsHint: 'Besides your Slack admins.',
    saved: 'Saved. It counts for everyone within a quarter of an hour.',
  },

  errors: {
    contact: (line) => `Write a name, a colon, and how to reach them: ${line}`,
    period: (line) => `Write two dates with "to" between them: ${line}`,
    tooMany: (most) => `There is room for ${most} lines here.`,
  },

  talk: {
    button: 'Talk to someone',
    title: 'Talk to someone',
    intro:
      "You don't have to have it all figured out first. Reach out to one of these, or to someone you trust.",
    nobody: 'The company has not named anyone yet.',
    doctor: 'Your own doctor can help, too.',
    acute: 'If someone is in danger, call 112.',
    trace: 'Nobody can see that you opened this.',
    offer:
      'Both points are slipping back for the second time. It can happen to anyone. Would you like to talk to someone about it, or take a pause?',
  },

  introduction: {
    lines: (name) => [
      `Hi ${name}. Trivsel is in your Slack now.`,
      'Begin by writing whom your leaders can talk to if they need it. Until then I send no follow-ups.',
      'Once that is in place, you can tell the leaders about /trivsel. I write to nobody before they have begun themselves.',
    ],
    open: 'Choose whom one can talk to',
  },

  first: {
    lines: (controller) => [
      'Here you choose two points to make leading better, and get help holding on to them.',
      'It is voluntary: your manager sees only what you share, and HR only figures across many, never your words.',
      `${controller} is the controller, a few operators can technically reach the database, and under My data you can see, download and delete what is yours.`,
    ],
    someController: 'Your company',
    waits: 'Follow-ups begin as soon as your company has said whom you can talk to.',
  },
};
