import { assessmentEn } from './assessment-en.ts';
import { channelEn } from './channel-en.ts';
import type { Texts } from './da.ts';
import { clock, dayAndMonth, fullDate, longDate, span } from './dates.ts';
import type { Facts } from './facts.ts';
import { groupEn } from './group-en.ts';
import { groupTestEn } from './group-test-en.ts';
import { homeEn } from './home-en.ts';
import { myDataEn } from './my-data-en.ts';
import { settingsEn } from './settings-en.ts';

const rhythm = { 1: 'every week', 2: 'every two weeks', 4: 'every four weeks' };

/** `Tuesday 8 December at 09:00` */
const moment = ({ date, time }: Facts['moment']) => `${longDate('en', date)} at ${clock('en', time)}`;

const hello = (name: string) => `${['Hi', name].filter(Boolean).join(' ')}.`;

export const en: Texts = {
  app: 'Trivsel',
  privateNote: 'Trivsel is voluntary. Others see only what you share.',
  writeAboutConditions:
    "Write about conditions and actions, not illness or others' health. Nobody watches what you write.",
  close: 'Close',
  back: 'Back',
  next: 'Next',
  save: 'Save',

  channel: channelEn,
  group: groupEn,
  groupTest: groupTestEn,
  assessment: assessmentEn,
  settings: settingsEn,
  myData: myDataEn,
  home: homeEn,

  help: {
    text: [
      'Leaders who thrive lead better. Trivsel helps you hold on to two things that make leading better. Type `/trivsel` and choose.',
      'Or go straight to what you need:',
      '• `/trivsel agreement` – make your leader agreement, or see it',
      '• `/trivsel test` – find out what matters most right now',
      '• `/trivsel followup` – answer now, without waiting for the message',
      '• `/trivsel pause 10/8` – rest until 10 August; `/trivsel resume` – begin again early',
      "• `/trivsel group` – make the group's agreement, or see it; type it in the group's channel",
      "• `/trivsel retro` – open the group's round, or contribute to it; also in the channel",
      '• `/trivsel sparring @name` – ask a colleague for sparring',
      '• `/trivsel settings` – language, day and time; `/trivsel my-data` – see, download and delete what is stored about you',
      '• `/trivsel help` – show this help',
      'Your manager sees only what you share, and HR never your words. Read what other leaders say (in Danish) at <https://lederestrivsel.dk|lederestrivsel.dk>.',
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
    inbox: (count) => `Waiting for you (${count})`,
    sparring: 'Ask for sparring',
    mine: (due: number) => (due > 0 ? `Groups and actions (${due})` : 'Groups and actions'),
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
    titleNew: 'Rhythm and sharing',
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
    expectations: "Do your and your manager's expectations of each other still fit?",
    expectationsYes: 'Yes, it fits',
    expectationsNo: 'No, we need to talk about it',
    talkAboutIt: 'Ask your manager for a talk: open the agreement and choose Ask someone.',
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
    kept: 'An agreement is deleted 30 days after it runs out.',
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

  people: {
    title: 'Who is with you?',
    change: 'Choose who is with you',
    bring: 'Bring someone along',
    manager: 'My manager',
    managerHint: 'Only if you want. Your manager hears nothing until you ask for something.',
    partners: 'My sparring partners',
    partnersHint: 'Up to three whom you trust. They are asked, and may say no.',
    external: 'Sparring partners outside Slack',
    externalHint: 'Just names, one a line. I will remind you to have a talk and write to nobody but you.',
    seePoints: 'Who may see your two points?',
    seePointsHint: 'Choose among those above. If you choose nobody, the points are yours alone.',
    whoSees: 'Who sees what?',
    onlyYou: 'Only you see your agreement.',
    sees: {
      managerNothing: ': nothing until you ask for something. Then only what you ask for.',
      managerPoints:
        ': nothing until you ask for something. Then what you ask for, and the title and first step of your two points.',
      partnerNothing: ': that you would like sparring, and when you last talked. Not your points.',
      partnerPoints:
        ': that you would like sparring, when you last talked, and the title and first step of your two points.',
      external: ': nothing.',
    },
    withMe: 'With me',
    maySee: ', may see your two points',
    asManager: ', manager',
    states: {
      invited: 'has been asked',
      accepted: 'sparring partner',
      declined: 'said no thanks',
      left: 'is no longer with you',
      gone: 'is no longer in Slack',
    },
    outside: 'sparring partner outside Slack',
  },

  ask: {
    make: 'Ask someone',
    title: 'What I ask for',
    intro: "Some things you can't solve alone. Write one sentence to the person who can act on it.",
    kind: 'What do you need?',
    kinds: {
      decide: 'A decision',
      limit: 'Something dropped',
      'give-time': 'Time',
      listen: 'To be listened to',
    },
    text: 'Put it in one sentence',
    placeholder: 'E.g. decide whether we can drop the Monday meeting',
    to: 'Who can act on it?',
    seesIt: ' sees only your sentence and what you need.',
    seesPointsToo: ' sees your sentence, what you need, and the title and first step of your two points.',
    seesNobody: 'Choose whom to ask, and this shows what they see.',
    send: 'Send',
    sentTitle: 'Sent',
    sent: 'I will tell you when there is an answer. You can withdraw it at any time.',
    line: 'What I ask for',
    waits: 'not yet',
    open: 'See what you asked for',
    from: 'Asked',
    madeOn: (on) => `Sent on ${dayAndMonth('en', on)}`,
    late: 'No answer yet. Raise it when you next meet, ask someone else, or withdraw it.',
    mayTakeAWhile: 'The answer may take a while.',
    answer: 'Answer',
    comment: 'Comment',
    date: 'Date',
    need: 'I need',
    redirect: 'Ask someone else',
    withdraw: 'Withdraw it',
    withdrawConfirm: {
      title: 'Do you want to withdraw it?',
      text: 'Then the other person can no longer see it.',
      yes: 'Withdraw it',
      no: 'Let it stand',
    },
    closed: {
      withdrawn: 'It is withdrawn. Only you can see it now.',
      gone: 'The person you asked is no longer in Slack. Ask someone else when it suits you.',
    },
  },

  answer: {
    title: 'Your answer',
    needs: ' needs',
    points: 'One of two points',
    reply: 'What is your answer?',
    replies: { yes: 'Yes', partly: 'Partly', 'not-now': 'Not now', talk: "Let's talk" },
    date: 'When?',
    dateHint: 'On that day I ask you both whether it happened.',
    comment: 'A few words, if you like',
    commentHint: 'If the answer is partly or not now: what is possible instead?',
    onlyShared: 'You see only what is shared with you, never the rest of the agreement.',
    send: 'Answer',
    thanks: 'Thanks for your answer',
    told: 'The answer is on its way.',
    agenda: 'When you talk',
    agendaLines: [
      '1. What matters most in what was asked for?',
      '2. What stands in the way, and what can each of you do?',
      '3. What do you agree on, and when do you follow up?',
    ],
    happened: 'Did it happen?',
    happenings: { yes: 'Yes, it happened', 'not-yet': 'Not yet', no: 'No' },
    happenedSaved: 'Thanks, that is written down.',
    saidAsker: 'You say',
    saidRecipient: 'The other says',
  },

  inbox: {
    title: 'Waiting for you',
    titleNothing: 'Sparring and answers',
    wins: 'Small wins shared with you',
    seeWin: 'See it',
    nothing: 'Nothing is waiting for you just now.',
    waiting: 'Waiting for your answer',
    promised: 'What you have answered',
    answerNow: 'Open and answer',
    change: 'See your answer',
    withOthers: 'You are a sparring partner for',
    since: (on) => `since ${dayAndMonth('en', on)}`,
    talkedOn: (on) => `you last talked on ${dayAndMonth('en', on)}`,
    by: (on) => dayAndMonth('en', on),
    talked: 'We have talked',
    whatIsShared: 'See what is shared',
    leave: 'Stop being a partner',
    leaveConfirm: {
      title: 'Stop being a partner?',
      text: "You don't need to give a reason.",
      yes: 'Stop',
      no: 'Stay',
    },
    left: "That's fine. You are no longer a sparring partner.",
    talkedSaved: 'Good. That is written down.',
  },

  partner: {
    title: 'Sparring partner',
    asks: ' would like you to be their sparring partner.',
    what: "A sparring partner listens and asks about what was agreed, so that it doesn't fade away. I remind you once a month. You may say no, and you can stop at any time without giving a reason.",
    yes: 'Yes, gladly',
    no: 'No thanks',
    accepted: 'Agreed. I will remind you to have a talk once a month.',
    declined: "That's fine. I pass it on, and you need not give a reason.",
    willSee:
      'If you say yes, you can see the title and first step of two points. You never see the rest of the agreement.',
    willSeeNothing: 'There is nothing for you to read. You talk when it suits you both.',
    shared: 'Shared with you',
    nothingShared: 'Nothing is shared with you in writing. Ask when you talk.',
    outsideText: 'A text you can send',
    outsideLines: (name) =>
      `Hi ${name}. I am working on two things to make leading better. Do you have time for a talk this week?`,
    seeText: 'See a text to send',
  },

  sparring: {
    title: 'Sparring',
    who: 'With whom?',
    intro: 'They only learn that you would like sparring, not about what.',
    send: 'Ask',
    sent: 'I will tell you when there is an answer.',
    asks: ' would like sparring with you.',
    what: "It is a talk between the two of you. I don't know what it is about.",
    reply: 'What do you say?',
    replies: { yes: 'Yes, gladly', 'another-time': 'Another time', no: 'Not now' },
    when: 'When suits you?',
    whenPlaceholder: 'E.g. Thursday after lunch',
    said: 'Answer',
    sentForYou: 'I will ask for sparring for you and tell you when there is an answer.',
    suggests: 'Suggests',
    told: 'The answer is on its way.',
    wanted: 'I want sparring with',
  },

  wins: {
    share: 'Who may see it?',
    shareHint: 'If you choose nobody, it is yours alone.',
    title: 'A small win',
  },

  news: {
    hello: (name) => hello(name),
    first:
      'Trivsel helps leaders hold on to two things that make leading better. You see only what others choose to share with you, and never the rest of their agreement.',
    ask: ['', ' would like your answer to something. It is shared only with you.'],
    invitation: ['', ' would like you to be their sparring partner. You may say no.'],
    sparring: ['', ' would like sparring with you.'],
    win: ['', ' would like to share a small win with you.'],
    answered: ['', ' has answered you.'],
    accepted: ['', ' is glad to be your sparring partner.'],
    declined: ['', " can't be your sparring partner just now. You can ask someone else."],
    left: ['', ' is no longer your sparring partner. You can ask someone else.'],
    'sparring-said': ['', ' has answered you about sparring.'],
    gone: ['', ' is no longer in Slack. You can choose someone else.'],
    'ask-waits': ['', ' is waiting for your answer. "Let\'s talk" is an answer too.'],
    'ask-overdue': [
      '',
      " hasn't answered yet. Raise it when you next meet, ask someone else, or withdraw it.",
    ],
    'ask-date': ['You and ', ' agreed on something. Did it happen?'],
    talk: ['Have you talked with ', ' lately? A short call is enough.'],
    'round-waits': ['The round in ', ' is open. Do you have two minutes?'],
    commitment: ['You are down for something agreed in ', '.'],
    'commitment-due': ['You are down for something agreed in ', '. How is it going?'],
    'channel-blocked': [
      "I can't write in ",
      " just now. I'll try again the next time you are due a round. If I have been removed from the channel, type /invite @trivsel there.",
    ],
    'member-left': [
      'Someone has left the group in ',
      '. See whether someone else should take anything over.',
    ],
    'leader-left': ['Nobody is looking after the group agreement in ', ' just now. Will you take over?'],
    overInGroup: ['', ': this is done or no longer relevant.'],
    over: ['', ': this no longer applies.'],
    answeredByYou: ['', ' has your answer.'],
    open: 'Open and answer',
    see: 'See more',
    contribute: 'Contribute',
    tell: 'Answer',
    chooseOther: 'Choose someone else',
  },

  groupSaid: {
    title: 'Our group agreement',
    made: (next: Facts['moment'] | undefined) =>
      next
        ? `A good start. The agreement will be in the channel in a moment, and the first round opens on ${moment(next)}.`
        : 'A good start. The agreement will be in the channel in a moment.',
    saved: 'Saved. The agreement in the channel will be updated in a moment.',
    paused: (until: Facts['date']) => `That's fine. No rounds until ${longDate('en', until)}.`,
    resumed: (next: Facts['moment'] | undefined) =>
      next ? `You're going again. The next round opens on ${moment(next)}.` : "You're going again.",
    left: 'You are no longer in the group. Whoever looks after the agreement will be told.',
    tookOver: 'Thank you for taking over. You look after the agreement now.',
    stopped: 'The group agreement has ended. I still ask about what you agreed.',
    closed: 'The group agreement has ended. You can make a new one whenever you like.',
    extended: (ends: Facts['date']) => `The group agreement now runs until ${fullDate('en', ends)}.`,
    roundTitle: 'The round',
    roundOpens: 'The round opens in the channel in a moment.',
    roundNext: (next: Facts['moment'] | undefined) =>
      next ? `There is no open round. The next one opens on ${moment(next)}.` : 'There is no open round.',
    roundCloses: 'The round is closed. The summary will be in the channel in a moment.',
    openNow: 'Open a round now',
    handedOver: 'The role is handed over.',
    contributed: (closes: Facts['moment']) =>
      `Thank you for contributing. You can change it until the round closes on ${moment(closes)}. Then everyone in the channel can read it.`,
    contributedLate:
      'Thank you for contributing. The round has just closed, but the summary has what you wrote.',
    committed: "That's agreed.",
    discussed: 'Saved. The rest is carried over into the next round.',
    commitmentDone: 'Well done. It is written down.',
    commitmentLater: (due: Facts['date']) => `That's fine. I'll ask again around ${longDate('en', due)}.`,
    commitmentDropped: "That's fine. I won't ask about it again.",
    taken: 'Thank you for taking it.',
  },

  errors: {
    title: "That didn't work",
    empty: 'Write a few words here.',
    tooLong: (most) => `There is room for ${most} characters here. Shorten it a little.`,
    choose: 'Choose one.',
    time: 'Choose a time.',
    date: 'Choose a day.',
    notWithYou: 'Choose among those who are with you in the agreement.',
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
    'named-self': 'Choose someone other than yourself.',
    'named-twice': "The same person can't be both manager and sparring partner.",
    'too-many-partners': 'Choose three sparring partners at most.',
    'not-a-person': 'Choose a person. This is an app.',
    'not-a-colleague': 'Choose a colleague in your own Slack, not a guest.',
    'person-gone': 'That person is no longer in Slack. Choose someone else.',
    'ask-waits': 'You are already waiting for an answer about that point. Withdraw it first to ask again.',
    'ask-answered': 'An answer has come meanwhile. Read it before you ask someone else.',
    'date-not-ahead': 'Choose a day that lies ahead.',
    'not-admin': 'Only your Slack admins, and those they have chosen, can change these settings.',
    'no-group': "There is no group agreement here. Type /trivsel group in the group's channel to make one.",
    'group-running': 'This channel already has a group agreement. Type /trivsel group to see it.',
    'not-in-channel': 'Choose only people who are in the channel. Invite the others to it first.',
    'not-in-group':
      'This channel has a group agreement, but you are not part of it. Ask whoever looks after it.',
    'not-a-member': 'Choose someone who is in the group.',
    'too-few-members': 'It takes at least two. Choose one more.',
    'too-many-members': 'A group can have twenty members at most.',
    'leader-leaves':
      'You look after the group agreement. First choose someone else under Choose who is in it.',
    'agreement-goes-on': 'The agreement still runs. Whoever looks after it can stop it early.',
    'round-closed': 'The round is closed. Write it in the channel, or bring it up in the next round.',
    'round-over': "That round is over. What you didn't get to is carried over to the next one.",
    'assessment-running':
      'A test is already under way in the channel. Answer it, or wait until it is closed.',
    'assessment-closed': 'The test is closed. See in the channel what it points to.',
    'not-in-assessment': 'A test is under way in the channel, but you are not part of it.',
    'round-summing-up': 'I am just summing up the round. Try again in a moment.',
    'too-many-commitments': 'You already have twenty agreed actions. Finish or drop some of them first.',
    'not-a-channel': "Type it in the group's channel. A group agreement belongs in a channel.",
    'channel-needs-invitation': 'I am not in this channel. Type /invite @trivsel here, and try again.',
    'channel-archived': 'The channel is archived. Reopen it, or choose another one.',
    'channel-shared':
      'The channel is shared with another company. Use one that only your own people can be in.',
  },
};
