import { clock, dayAndMonth, inDays, longDate, span } from './dates.ts';
import type { Facts } from './facts.ts';
import type { groupDa } from './group-da.ts';

const rhythm = { 1: 'every week', 2: 'every two weeks', 4: 'every four weeks' };

/** `Tuesday 8 December at 09:00` */
const moment = ({ date, time }: Facts['moment']) => `${longDate('en', date)} at ${clock('en', time)}`;

export const groupEn: typeof groupDa = {
  and: 'and',
  others: (count) => (count === 1 ? 'one other' : `${count} others`),
  nobody: 'nobody just now',
  vacant: 'nobody has it just now',
  writeAboutConditions:
    "Write about conditions and actions, not illness or others' health. The app does not watch what you write.",

  themes: {
    frames: 'Shared frames',
    'group-sparring': 'Sparring',
    sharing: 'Sharing resources',
    joint: 'Joint responsibility',
    'open-talk': 'Open talk',
    disagreement: 'Disagreement',
    decisions: 'Decisions',
    meetings: 'Meeting time',
    learning: 'Learning',
    room: 'Room for us',
    trust: 'Trust',
    'us-and-leader': 'Our leader and us',
  },

  errors: {
    sayOneThing: 'Write or choose at least one thing.',
    newDate: 'Choose a new day.',
    whyDropped: 'Write a line on why.',
    tooLong: 'With a round every week, a round can be open for 72 hours at most.',
  },

  who: {
    title: 'Our group agreement',
    intro:
      'You choose two things to make leading better for you all. At regular times I open a round in the channel, where each of you briefly says how it is going.',
    members: 'Who is in the group?',
    membersHint: 'From two to twenty in all.',
    alsoRead: 'The channel is also read by',
    onlyYou: 'Only you read this channel.',
    channelReads: 'Everyone in the channel can read the agreement and what you write in the rounds.',
  },

  points: {
    title: 'Our two points',
    intro: 'What would make the biggest difference to you over the next three months?',
    headings: ['First point', 'Second point'],
    submit: 'Save agreement',
  },

  point: {
    what: 'What matters to you?',
    whatPlaceholder: 'E.g. we name problems while we are together',
    result: 'What should it lead to?',
    resultPlaceholder: 'E.g. we meet the budget without overtime',
    responsible: 'Who is responsible for it?',
    responsibleHint: 'Choose someone in the group.',
    theme: 'Theme',
    themePlaceholder: 'Choose a theme',
    editTitle: 'Edit the point',
    replaceTitle: 'Replace the point',
    replaceIntro: 'There are never more than two points. For a new one, another gives way.',
    why: (point) => `Why are you letting go of "${point}"?`,
  },

  rhythm: {
    title: 'Rounds and time',
    rhythm: 'How often do you want a round?',
    weekday: 'Which day?',
    time: 'What time of day?',
    hoursOpen: 'How long should a round be open?',
    hours: { 24: '24 hours', 48: 'Two days', 72: 'Three days', 120: 'Five days' },
    hoursHint: 'When the round closes, I sum it up in the channel.',
    fromNext: 'This applies from the next round.',
  },

  members: {
    title: 'Who is in the group?',
    leader: 'Who looks after the agreement?',
    leaderHint: 'They can change the agreement and stop it early. Choose someone who is in the group.',
    note: 'If you take someone out, another member can take on what they looked after.',
  },

  pause: {
    title: 'Pause',
    intro: 'There are no rounds during the pause. An open round goes on until it closes.',
    until: 'When do you want to begin again?',
    submit: 'Pause',
  },

  closing: {
    title: 'Three months on',
    intro: 'Look back together. What happens to your two points now?',
    outcomes: { done: 'We are there', keep: 'We are keeping it', change: 'We will change it' },
    said: (tally) => `In the round: ${tally.map(({ label, count }) => `${label} (${count})`).join(', ')}`,
    learned: 'What have you learned?',
    lost: (weeks) =>
      `Pauses and days off took ${weeks === 1 ? 'one week' : `${weeks} weeks`}. Do you want ${weeks === 1 ? 'it' : 'them'} added?`,
    extend: (weeks) => (weeks === 1 ? 'Add one week' : `Add ${weeks} weeks`),
    submit: 'Finish',
    channelReads: 'The channel hears how it went and what you learned.',
  },

  view: {
    title: 'Our group agreement',
    nothing: 'You have no agreement yet. Two points are enough to begin.',
    period: (starts, ends, weeks) => `${span('en', starts, ends)}, a round ${rhythm[weeks]}`,
    closed: (on) => `The agreement ended on ${dayAndMonth('en', on)}.`,
    stopped: (on) => `The agreement was stopped early on ${dayAndMonth('en', on)}.`,
    open: (until) => `The round is open until ${moment(until)}.`,
    next: (next) => `Next round: ${moment(next)}.`,
    nextClosing: (next) => `Last round: ${moment(next)}.`,
    paused: (until) => `Rounds are paused until ${longDate('en', until)}.`,
    resting: 'Rounds are resting. Begin again when it suits you.',
    lastDone: 'No more rounds are planned in this agreement.',
    timeToEnd: 'Now you can look back and finish the agreement.',
    blocked:
      "I can't write in the channel just now. If I have been removed from it, type /invite @trivsel there.",
    result: 'Should lead to',
    responsible: 'Responsible',
    theme: 'Theme',
    progress: 'Progress',
    noProgress: 'No answers yet',
    outcome: 'How it went',
    outcomes: { done: 'Done', keep: 'Continues', change: 'To be changed' },
    learned: 'What we learned',
    retired: (on) => `Replaced on ${dayAndMonth('en', on)}`,
    commitments: 'What we agreed',
    by: (due) => `by ${longDate('en', due)}`,
    leader: 'Looks after it',
    members: 'In the group',
    facilitator: 'Facilitator',
    contribute: 'Contribute to the round',
    change: 'Change your contribution',
    openRound: 'Open a round now',
    handOver: 'Hand over as facilitator',
    closeRound: 'Close the round',
    closeConfirm: {
      title: 'Close the round now?',
      text: 'Then I sum it up in the channel at once, even if not everyone has contributed.',
      yes: 'Close the round',
      no: 'Leave it open',
    },
    commit: 'Agree on an action',
    edit: 'Edit the point',
    replace: 'Replace it',
    takePoint: 'Take responsibility',
    answer: 'Say how it is going',
    take: 'Take it on',
    changeMembers: 'Choose who is in it',
    changeRhythm: 'Change rhythm or time',
    pause: 'Pause',
    resume: 'Begin again',
    end: 'Look back and finish',
    makeNew: 'Make a new agreement',
    make: 'Make agreement',
    takeOver: 'Take over the agreement',
    leave: 'Leave the group',
    leaveConfirm: {
      title: 'Leave the group?',
      text: "You don't need to give a reason. What you wrote stays with the group.",
      yes: 'Leave the group',
      no: 'Stay',
    },
    stop: 'Stop the agreement',
    stopConfirm: {
      title: 'Stop the group agreement now?',
      text: (days) =>
        `Then there are no more rounds. You can still read the agreement for ${inDays('en', days)}.`,
      yes: 'Stop the agreement',
      no: 'Keep it',
    },
  },

  contribute: {
    title: 'Your contribution',
    noRound: 'No round is open just now.',
    intro: (until) =>
      `When the round closes on ${moment(until)}, everyone in the channel can read your contribution, with your name on it. Write only what you want to.`,
    corrects: 'You have already contributed to this round. Saving again replaces that contribution.',
    worked: 'What worked, however small?',
    tried: "What have we tried that didn't work?",
    adjust: 'What should we do differently?',
    need: 'I need',
    needs: { time: 'Time', people: 'People', tasks: 'Help with a task' },
    needText: 'What do you need?',
    lend: 'I can help with',
    lends: { time: 'Time', people: 'People', tasks: 'Taking on a task' },
    lendText: 'What can you help with?',
    halfWay: 'You are halfway.',
    stillRight: 'Are these still our two most important points?',
    stillYes: 'Yes, we are keeping them',
    stillNo: 'No, something should change',
    closing: 'This is the last round of the agreement.',
    outcome: (point) => `What should become of "${point}"?`,
  },

  lines: {
    title: 'What we wrote',
    noRound: 'You have not had a round yet.',
    nothing: 'Nobody wrote anything in this round.',
    nothingYet: 'Nothing is left over from earlier rounds. New contributions show when the round closes.',
    agreed: (due) => `Agreed for ${longDate('en', due)}`,
    discussed: (part, of) =>
      of === 1 ? 'What have you talked about?' : `What have you talked about? (${part} of ${of})`,
    discussedHint: "I carry over what you didn't get to.",
    notAll: (left) =>
      left === 1
        ? 'There is one more than there is room for here.'
        : `There are ${left} more than there is room for here.`,
  },

  commitment: {
    title: 'What do we agree on?',
    text: 'What should happen?',
    owner: 'Who does it?',
    ownerHint: 'Choose someone in the group.',
    due: 'By when?',
    followUp: 'It is listed in the channel, and I ask how it is going when the day comes.',
  },

  answer: {
    title: 'Agreed action',
    answer: 'How is it going?',
    answers: { done: 'It is done', later: 'It will be later', dropped: 'We are dropping it' },
    newDue: 'A new day, if it is later',
    said: 'Write a line, if you like',
    saidHint: 'If you drop it, do say why. The channel can read this.',
  },

  handOver: {
    title: 'Hand over the role',
    intro: 'The facilitator gets everyone involved and closes the round.',
    to: 'Who takes over in this round?',
    submit: 'Hand over',
  },

  mine: {
    title: 'My groups',
    commitments: 'What you are down for',
    noCommitments: 'You are not down for anything just now.',
    groups: 'Your groups',
    nothing: 'You are not in a group yet. Type `/trivsel group` in your channel to begin.',
    notAll: 'There is more. Open the group to see it all.',
    see: 'See the group',
  },
};
