import { clock, fullDate, inDays } from './dates.ts';
import type { Facts } from './facts.ts';
import type { myDataDa } from './my-data-da.ts';

const days = (count: number) => inDays('en', count);
const counted = (one: string, more: string) => (count: number) => `${count} ${count === 1 ? one : more}`;

export const myDataEn: typeof myDataDa = {
  title: 'My data',
  open: 'My data',
  intro: 'This is everything Trivsel stores about you. You can download it and delete it whenever you like.',
  nothing: 'Trivsel stores nothing about you right now.',

  what: 'What Trivsel stores',
  kinds: {
    profile: 'Your name, language and time zone from Slack',
    settings: 'Your settings: working hours, messages and language',
    draft: 'A draft of an agreement',
    agreement: 'Your leader agreement',
    past: counted('earlier agreement', 'earlier agreements'),
    checkIns: counted('follow-up that you answered', 'follow-ups that you answered'),
    asksMade: counted('thing you asked others for', 'things you asked others for'),
    asksReceived: counted('thing others asked you for', 'things others asked you for'),
    people: counted('person in your agreement', 'people in your agreement'),
    supports: counted('leader you are a sparring partner for', 'leaders you are a sparring partner for'),
    sparring: counted('request for sparring', 'requests for sparring'),
    assessment: 'Your answers to the test',
    groupAnswers: counted("answer in a group's test", "answers in groups' tests"),
    groups: counted('group you are in', 'groups you are in'),
    contributions: counted('contribution to a round', 'contributions to rounds'),
    commitments: counted('commitment of yours', 'commitments of yours'),
    messages: 'Messages you were sent: kind and day, not content',
  },

  why: 'Why',
  whyText:
    'So that you can hold on to your two points, with help from those you choose. It is used for nothing else, and nobody is judged by it.',

  howLong: 'How long',
  kept: {
    draft: (count) => `The draft: ${days(count)} after you last wrote in it`,
    agreement: (count) =>
      `The agreement with answers, small wins and what you asked for: ${days(count)} after its period ends`,
    assessment: (count) =>
      count === 0
        ? "The test: until the agreement's period ends"
        : `The test: ${days(count)} after the agreement's period ends`,
    assessmentAlone: (count) => `A test without an agreement: ${days(count)} after your latest answer`,
    answered: (count) => `That you answered a group's test: ${days(count)}`,
    group: (count) => `Group agreements, rounds and commitments: ${days(count)} after the period ends`,
    left: (count) => `That you left a group: ${days(count)}`,
    sparring: (count) => `Requests for sparring: ${days(count)}`,
    message: (count) => `Who your latest message was about: ${days(count)}`,
    link: (count) => `That someone asked you for something: ${days(count)} after it is over`,
    told: (count) => `Which kinds of messages you were sent: ${days(count)}`,
    gone: (count) => `If you leave Slack: everything about you for ${days(count)}`,
    idle: (count) => `Name, language and time zone: ${days(count)} after everything else is gone`,
  },
  keptGroupAnswers: "Your answers in a group's test: until it closes, five days at most",
  keptSettings: 'Settings: until you delete them or leave Slack',
  keptBackups: 'Backups: 7 days. The operating log, which holds only id numbers: 30 days',

  whoSees: 'Who sees it',
  whoSeesText: [
    'You see everything that is yours. Whoever you ask for something sees what you ask for. Your sparring partner sees what you share.',
    'The group and its channel see the group agreement and what you all write in the rounds.',
    'HR, management and your Slack admins cannot read it in Trivsel.',
    'Those who run Trivsel for you can technically reach the database.',
  ].join(' '),

  responsible: 'Who is responsible',
  noController: 'Your admin has not filled that in yet. Ask whoever brought Trivsel to your company.',
  legalBasis: 'Legal basis',

  fetch: 'Download my data',
  correct: 'Correct something',
  remove: 'Delete my data',
  removeConfirm: {
    title: 'Delete everything about you?',
    text: 'Your agreement, your answers and what others see of you are deleted now. You leave your groups. This cannot be undone. Messages already sent in Slack stay in Slack.',
    yes: 'Delete all',
    no: 'Keep it',
  },

  linkTitle: 'Download my data',
  link: (until: Facts['moment']) =>
    `The link works once, and only until ${clock('en', until.time)}. Share it with nobody.`,
  openLink: 'Open the page',

  correctTitle: 'Correct your data',
  correctText: [
    'Name and time zone come from Slack. Correct them in your Slack profile, and Trivsel follows.',
    'Correct points, people and answers in your agreement; working hours, language and messages in the settings.',
    "Correct what you wrote in a group in the group's channel: type `/trivsel group` or `/trivsel retro`.",
  ],

  removed: [
    'Everything about you is deleted. In a few minutes it is also gone from those you shared something with, and from your groups.',
    'What has already been written in Slack stays in Slack. You are welcome back whenever you like: type `/trivsel`.',
  ],

  somebody: 'Someone who took part',
  noLonger: ['', ' no longer has data in Trivsel. You can choose someone else.'],
  noLongerWith: ' no longer has data in Trivsel',

  page: {
    title: 'My data in Trivsel',
    ready: 'Your data is ready. The page can be fetched only once, so save it if you want to keep it.',
    fetch: 'Get it',
    made: (on: Facts['date']) => `Fetched on ${fullDate('en', on)}.`,
    about: 'This is what Trivsel has stored about you. What others wrote for themselves is not included.',
    download: 'Save as JSON',
    profile: 'Profile',
    name: 'Name',
    language: 'Language',
    zone: 'Time zone',
    slot: 'Day and time for messages',
    workdays: 'Working days',
    hours: 'Working hours',
    reminders: 'Reminders',
    noReminders: 'No',
    pauses: 'Pauses',
    draft: 'Draft',
    agreement: 'Leader agreement',
    past: 'Earlier agreement',
    period: 'Period',
    point: 'Point',
    people: 'People',
    checkIn: 'Follow-up',
    note: 'Note',
    win: 'Small win',
    winSeenBy: 'Shared with',
    asked: 'You asked for',
    sparring: 'Sparring',
    assessment: 'Test',
    helps: 'It would help',
    groupTest: "The group's test: your answers, until it closes",
    answeredOn: "The group's test that you answered closed on",
    named: 'Theme you named',
    chosen: 'Chosen',
    received: 'Others asked you for something',
    from: 'From',
    supports: 'You are a sparring partner for',
    since: 'Since',
    group: 'Group in the channel',
    leads: 'You look after the agreement',
    contribution: 'Your contribution to the round',
    commitment: 'Commitment',
    what: 'What',
    due: 'By',
    madeOn: 'Written',
    lostTitle: 'There is no such page',
    lost: 'The link does not work. It may have been used, or its time has passed. Type /trivsel my-data in Slack for a new one.',
  },
};
