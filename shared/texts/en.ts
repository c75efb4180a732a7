import type { Texts } from './da.ts';
import { clock, dayAndMonth, fullDate, longDate, span } from './dates.ts';
import type { Facts } from './facts.ts';

const rhythm = { 1: 'every week', 2: 'every two weeks', 4: 'every four weeks' };

/** `Tuesday 8 December at 09:00` */
const moment = ({ date, time }: Facts['moment']) => `${longDate('en', date)} at ${clock('en', time)}`;

const hello = (name: string) => `${['Hi', name].filter(Boolean).join(' ')}.`;

export const en: Texts = {
  app: 'Trivsel',
  privateNote: 'Trivsel is voluntary, and nobody else can see your agreement here.',
  writeAboutConditions:
    "Write about conditions and actions, not illness or others' health. Nobody watches what you write.",
  close: 'Close',
  back: 'Back',
  next: 'Next',
  save: 'Save',

  help: {
    text: [
      'Trivsel helps you hold on to two things that make leading better. Type `/trivsel` and choose.',
      'Or go straight to what you need:',
      '• `/trivsel agreement` – make your leader agreement, or see it',
      '• `/trivsel followup` – answer now, without waiting for the message',
      '• `/trivsel pause 10/8` – rest until 10 August; `/trivsel resume` – begin again early',
      '• `/trivsel help` – show this help',
    ].join('\n'),
    unknownWord: "I don't know that word.",
  },

  start: {
    title: 'Trivsel',
    nothing: 'You have no agreement just now. Two points are enough to begin.',
    draft: (date) => `A draft of an agreement is ready, from ${dayAndMonth('en', date)}.`,
    running: (ends) => `Your leader agreement runs until ${fullDate('en', ends)}.`,
    ended: (ends, kept) =>
      `Your leader agreement ended on ${dayAndMonth('en', ends)}. You can see it until ${dayAndMonth('en', kept)}.`,
    next: (next) => `Next follow-up: ${moment(next)}.`,
    paused: (until) => `Your follow-ups are paused until ${longDate('en', until)}.`,
    resting: 'Your follow-ups are resting. Begin again when it suits you.',
    lastDone: 'There are no more follow-ups in this agreement.',
    make: 'Make agreement',
    makeNew: 'Make a new agreement',
    goOn: 'Continue writing',
    see: 'See the agreement',
    answer: 'Answer now',
    resume: 'Begin again',
    lookBack: 'Look back and finish',
    help: 'Help',
  },

  point: {
    titles: ['First point', 'Second point'],
    intros: [
      'What would make the biggest difference to you as a leader over the next three months? Choose two things. Start with one.',
      'And now the second. Two are few enough to hold on to.',
    ],
    title: 'What matters to you?',
    titlePlaceholder: 'E.g. one morning a week without meetings',
    firstStep: 'A small first step',
    firstStepPlaceholder: 'E.g. block Thursday morning',
    theme: 'Theme',
    themePlaceholder: 'Choose a theme',
    difference: 'What should be different?',
    sign: 'How will you notice that it is going the right way?',
  },

  themes: {
    meaning: 'Meaning',
    valued: 'Being valued',
    time: 'Time and pace',
    'cross-pressure': 'Cross-pressure',
    mandate: 'Mandate',
    direction: 'Direction',
    manager: 'My manager',
    sparring: 'Sparring',
    'time-off': 'Time off',
    carrying: 'What I carry',
    climate: 'Team climate',
    growing: 'Growing in the role',
  },

  rhythm: {
    title: 'Rhythm and time',
    rhythm: 'How often shall I ask how it is going?',
    choices: { 1: 'Every week', 2: 'Every two weeks', 4: 'Every four weeks' },
    weekday: 'Which day suits you best?',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    time: 'What time of day?',
    otherTimes: 'I work other hours',
    workdays: 'Which days do you work?',
    from: 'The working day begins',
    to: 'The working day ends',
    toHint: 'After midnight is fine.',
    hoursNote: (hours) =>
      `I only write Monday–Friday ${clock('en', hours.from)}–${clock('en', hours.to)}, never on Danish public holidays.`,
    periodNote: (ends, zone) =>
      `The agreement runs for three months, until ${fullDate('en', ends)}. Times follow your Slack time zone (${zone}).`,
    zoneNote: (zone) => `Times follow your Slack time zone (${zone}).`,
    save: 'Save agreement',
  },

  saved: {
    title: 'Agreement saved',
    lines: (next) => [
      next
        ? `A good start. The first follow-up comes on ${moment(next)} as a short message here in Slack.`
        : 'A good start. Your agreement is saved.',
      'Type `/trivsel agreement` when you want to see it.',
    ],
  },

  agreement: {
    title: 'My leader agreement',
    period: (starts, ends, weeks) => `${span('en', starts, ends)}, follow-up ${rhythm[weeks]}`,
    firstStep: 'First step',
    theme: 'Theme',
    difference: 'What should be different',
    sign: 'How I will notice',
    progress: 'Progress',
    noProgress: 'No answers yet',
    latestNote: 'Latest note',
    wins: 'Small wins',
    edit: 'Edit the point',
    replace: 'Replace it',
    changeRhythm: 'Change rhythm or time',
    pause: 'Pause',
    stop: 'End the agreement',
    stopConfirm: {
      title: 'End the agreement now?',
      text: 'Then I stop asking. You can still read it for 30 days.',
      yes: 'End the agreement',
      no: 'Keep it',
    },
    history: 'See earlier agreements',
    outcome: 'How it went',
    outcomes: { done: 'Done', keep: 'Continues', change: 'To be changed' },
    stopped: (on) => `Ended early on ${dayAndMonth('en', on)}.`,
    learned: 'What I learned',
    retired: (on) => `Replaced on ${dayAndMonth('en', on)}`,
  },

  edit: {
    title: 'Edit the point',
    replaceTitle: 'Replace the point',
    replaceIntro: 'There are never more than two points. For a new one, another gives way.',
    why: (point) => `Why are you letting go of "${point}"?`,
  },

  pause: {
    title: 'Pause',
    intro: "I won't write to you during the pause. Only you know about it.",
    until: 'When do you want to begin again?',
    submit: 'Pause',
    paused: (until) => `That's fine. I will not write before ${longDate('en', until)}.`,
    resumed: (next) => (next ? `Welcome back. Next follow-up: ${moment(next)}.` : 'Welcome back.'),
    notPaused: 'Nothing is paused just now.',
  },

  halfWay: {
    intro: 'You are halfway.',
    question: 'Are these still the two most important points?',
    yes: 'Yes, I am keeping them',
    no: 'No, something should change',
    changeNow: 'Edit or replace the points in your agreement whenever you like.',
  },

  closing: {
    title: 'Three months on',
    intro: 'Look back for a moment. What happens to your two points now?',
    outcomes: { done: 'It is done', keep: 'I am keeping it', change: 'I will change it' },
    learned: 'What have you learned?',
    lost: (weeks) =>
      `Pauses and days off took ${weeks === 1 ? 'one week' : `${weeks} weeks`}. Do you want ${weeks === 1 ? 'it' : 'them'} added?`,
    extend: (weeks) => (weeks === 1 ? 'Add one week' : `Add ${weeks} weeks`),
    extended: (ends) => `The agreement now runs until ${fullDate('en', ends)}.`,
    submit: 'Finish',
    doneTitle: 'Well done',
    done: 'The agreement has ended. Good that you took the time to look back.',
    goesOn: 'The points you are taking further are ready for a new agreement.',
    readUntil: (until) => `You can read the agreement until ${dayAndMonth('en', until)}.`,
    stoppedTitle: 'The agreement has ended',
    stopped: "It's fine to stop here. What you learned on the way is still yours.",
    newAny: 'You can always make a new one.',
  },

  history: {
    title: 'Earlier agreements',
    nothing: 'You have no earlier agreements.',
    kept: 'An agreement is deleted 30 days after its period ends.',
  },

  checkIn: {
    title: 'How is it going?',
    progress: {
      1: 'Slipped back',
      2: 'Standing still',
      3: 'Getting going',
      4: 'Well on the way',
      5: 'There',
    },
    note: (point) => `A note on "${point}"`,
    win: 'A small win',
    winPlaceholder: 'What worked, however small?',
    corrects: 'You have already answered this week. Saving again replaces that answer.',
    thanks: 'Thanks',
    saved: (next) =>
      next ? `Saved. Next time: ${moment(next)}.` : 'Saved. That was the last follow-up in the agreement.',
    winSaved: 'Well done! Your small win is written down.',
  },

  prompt: {
    ask: (name) => `${hello(name)} Do you have two minutes for your follow-up?`,
    askHalfWay: (name) => `${hello(name)} You are halfway through your agreement. Do you have two minutes?`,
    askClosing: (name) =>
      `${hello(name)} Your agreement has come to its end. Do you have three minutes to look back?`,
    remind: (next) =>
      next
        ? `Your follow-up is still here. If now is bad, the next comes on ${longDate('en', next.date)}.`
        : 'Your follow-up is still here, if you feel like it.',
    askedAgain: 'Your follow-up is further down now.',
    answer: 'Answer now',
    lookBack: 'Look back',
    tomorrow: 'Ask me tomorrow',
    skip: 'Skip this one',
    pause: 'Pause',
    answered: (next) =>
      next
        ? `Thanks, saved. Next time: ${moment(next)}.`
        : 'Thanks, saved. That was the last follow-up in the agreement.',
    skipped: (next) =>
      next
        ? `That's fine. Next time: ${moment(next)}.`
        : "That's fine. To look back later, type /trivsel followup.",
    moved: (to) => `Fine. I will ask again on ${moment(to)}.`,
    paused: (until) => `That's fine. I will not write before ${longDate('en', until)}.`,
    closed: 'Thanks. Your agreement has ended.',
    over: 'That follow-up is closed.',
  },

  errors: {
    title: "That didn't work",
    empty: 'Write a few words here.',
    tooLong: (most) => `There is room for ${most} characters here. Shorten it a little.`,
    choose: 'Choose one.',
    time: 'Choose a time.',
    date: 'Choose a day.',
    unsaved: (reference) =>
      `It wasn't saved. Your text is still here; try again shortly. (Reference: ${reference})`,
    failed: (reference) => `Something went wrong. Try again shortly. (Reference: ${reference})`,
  },

  refusals: {
    'agreement-running': 'You already have a leader agreement. Type /trivsel agreement to see it.',
    'no-agreement': 'You have no agreement running. Type /trivsel agreement to make one.',
    'draft-elsewhere':
      'You went on with the agreement somewhere else. Close this and type /trivsel agreement again.',
    'slot-outside-workdays': 'Choose one of the days you work.',
    'slot-outside-hours': 'That is outside your working hours. Choose another time, or change the hours.',
    'prompt-over': 'That follow-up is closed.',
    'no-day-left': 'There are no working days left this week. Answer now, or skip this one.',
    'pause-not-ahead': 'A pause can end tomorrow at the earliest.',
    'pause-too-long': 'A pause can last a year at most.',
    'point-gone':
      'That point has been replaced already. Type /trivsel agreement to see the agreement as it is now.',
    'not-yours': "You can't open that from here.",
  },
};
