import type { settingsDa } from './settings-da.ts';

export const settingsEn: typeof settingsDa = {
  open: 'Settings',

  mine: {
    title: 'My settings',
    language: 'Which language should I write in?',
    languages: { slack: 'As in my Slack, or as the company has chosen', da: 'Dansk', en: 'English' },
    reminders: 'Reminders',
    remind: 'Remind me once, after two working days without an answer',
    slot: 'I write once a week at most, at the time you choose. Otherwise only when a colleague wants something of you, and to remind you of an answer.',
    saved: 'Saved. It applies from now on.',
    workspace: "The company's settings",
  },

  workspace: {
    title: 'For the whole company',
    intro:
      'This applies to everyone. It can be changed by your Slack admins and those you choose at the bottom.',
    contacts: 'Who can your leaders talk to?',
    contactsHint:
      'One on each line, e.g. Working environment representative: Ida, 12 34 56 78. Follow-ups begin when there is at least one.',
    language: 'Which language should I write in the channels?',
    languages: { da: 'Dansk', en: 'English' },
    sameForAll: 'Language for each person',
    sameForAllChoice: 'Write to everyone in the same language unless they choose another',
    closed: 'Closing days and summer holidays',
    closedHint: 'One period on each line, e.g. 2027-07-12 to 2027-07-25. I know the public holidays.',
    controller: 'Who is the data controller?',
    controllerHint: "The company's name, as people should see it when they read about their data.",
    legalBasis: 'What is the legal basis?',
    legalBasisHint: 'In your own words, e.g. from your privacy policy.',
    threshold: "How many must answer before a group's test shows anything?",
    keptDays: 'How long should an agreement be kept once it has run out?',
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    admins: 'Who else may change this?',
    adminsHint: 'Besides your Slack admins.',
    saved: 'Saved. It applies to everyone within a quarter of an hour.',
  },

  errors: {
    contact: (line) => `Write it like this: HR: Ida, 12 34 56 78. This won't do: ${line}`,
    period: (line) => `Write it like this: 2027-07-12 to 2027-07-25. This won't do: ${line}`,
    tooMany: (most) => `There is room for ${most} lines here.`,
  },

  talk: {
    button: 'Talk to someone',
    title: 'Talk to someone',
    intro:
      "You don't have to have it all figured out first. Reach out to one of these, or to someone you trust.",
    nobody: 'Your company has not named anyone yet.',
    doctor: 'Your own doctor can help, too.',
    acute: 'If someone is in danger, call 112.',
    trace: 'Nobody can see that you opened this.',
    offer:
      'Both points have slipped back twice in a row. It can happen to anyone. Would you like to talk to someone about it, or take a pause?',
  },

  introduction: {
    lines: (name) => [
      `Hi ${name}. Trivsel is ready in your Slack, and helps leaders hold on to two things that make leading better.`,
      'Begin by saying whom the leaders can talk to when something is hard. Until then I send no follow-ups.',
      'Then tell the leaders that they can type /trivsel. Nobody hears from me until a leader begins.',
    ],
    open: 'Say whom they can talk to',
  },

  first: {
    lines: [
      'Here you choose two points to make leading better, and get help holding on to them.',
      'It is voluntary: your manager sees only what you share, and HR only combined figures, never your words.',
    ],
    responsible: (controller) =>
      `${controller} is the data controller. A few people who run the app can technically reach the database. Under My data you can see, download and delete what is yours.`,
    someController: 'Your company',
    waits: 'Follow-ups begin as soon as your company has said whom you can talk to.',
  },
};
