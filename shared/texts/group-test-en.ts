import { clock, longDate } from './dates.ts';
import type { Facts } from './facts.ts';
import type { groupTestDa } from './group-test-da.ts';

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const inWords = (count: number) => numbers[count] ?? String(count);

/** `Tuesday 8 December at 09:00` */
const moment = ({ date, time }: Facts['moment']) => `${longDate('en', date)} at ${clock('en', time)}`;

/** A group's prioritisation test. */
export const groupTestEn: typeof groupTestDa = {
  title: 'What matters most to us?',
  take: "Take the group's test",
  see: 'See what the test points to',
  own: 'Take my own test',
  together: 'Is it about you as a group? You can also take a test together.',
  unsure: 'In doubt? A short test can point to where you could begin.',

  begin: {
    intro:
      "Ten short statements help you choose what to work on together. Everyone answers alone, and nobody sees the others' answers.",
    how: (least) =>
      `If at least ${inWords(least)} answer, I show the three themes that matter most in the channel: the order only, no numbers. If you are fewer, each of you names one theme instead, with your name beside it.`,
    members: 'Who takes part?',
    membersHint: 'Two to twenty in all.',
    takingPart: 'Taking part:',
    hours: 'How long is the test open?',
    submit: 'Begin',
    begun: 'The test comes to the channel in a moment.',
  },

  intro:
    "Ten short statements about you as a group. Your answers are added to the others' and deleted when the test closes. Nobody sees what you answer.",
  ask: 'How true is it of you right now? Your first thought is good enough.',
  askHelps:
    'This is what is least true right now. How much would it help you over the next three months if it were truer?',
  submit: 'Send my answers',
  onlyYou: 'Only you can see your answers, and they are deleted when the test closes.',
  answered: (until) =>
    `Thanks, your answers are saved. The test closes on ${moment(until)}, or when everyone has answered. Then the result comes to the channel.`,
  answeredLast:
    'Thanks, your answers are saved. Now everyone has answered, and the result comes to the channel.',
  correct: 'Correct your answers',
  answerNow: 'Answer the test',
  close: 'Close the test now',
  closeConfirm: {
    title: 'Close the test now?',
    text: 'Then only the answers that have come count, and nobody can answer any more.',
    yes: 'Close the test',
    no: 'Keep it open',
  },
  closes: 'The test closes now, and the result comes to the channel.',

  post: {
    open: (until) =>
      `Ten short statements, two minutes. The test is open until ${moment(until)}, or until everyone has answered.`,
    how: (least) =>
      `Everyone answers alone, and nobody sees the others' answers. If at least ${inWords(least)} answer, the three themes that matter most come here in the channel: the order only, no numbers.`,
    takingPart: 'Taking part',
    begunBy: 'Begun by',
    closed: 'The test is closed. All answers are deleted.',
    top: 'Your answers point to this',
    nothing:
      'Right now there is nothing that several of you point to. Choose what you would most like to take care of or work on.',
    order: 'They stand in order. I have worked out nothing more, and the answers are deleted.',
    gone: 'The answers are deleted.',
    choose: 'Choose two of them, or something else altogether. You decide.',
    naming: 'What matters most to us?',
    tooFew: (least) =>
      `You are fewer than ${inWords(least)}, so I add no answers up. Instead, each of you can name one theme you would like to work on.`,
    tooAlike:
      'You are nearly the same people as last time you took the test. A new result could show what one of you thinks, so I work nothing out. Instead, each of you can name one theme you would like to work on.',
    notEnough: (again) =>
      `Too few answers came${again ? ', or too few new ones since last time,' : ''} to add them up without anybody being able to work out who meant what. The answers are deleted. Instead, each of you can name one theme you would like to work on.`,
    named: 'This is what we would like to work on',
    name: 'Name a theme',
  },

  name: {
    title: 'Name a theme',
    intro: (isFew, least) =>
      isFew
        ? `You are fewer than ${inWords(least)}, so names stand beside what you choose. Everyone in the channel can see it.`
        : 'Names stand beside what you choose. Everyone in the channel can see it.',
    theme: 'What would you most like the group to work on?',
    said: 'Thanks. Your theme will be in the channel in a moment.',
    named: 'Named so far',
  },

  toAgreement: 'Make group agreement',
  again: 'Take the test again',
  others: 'Begin a test with others',
  begins: 'The test pointed to',
  begunWithNames: 'You named',

  statements: {
    frames: 'We know which tasks are shared and which are mine.',
    'group-sparring': 'We turn to one another when leading is hard.',
    sharing: 'When one of us is stretched, we move time, people or tasks.',
    joint: "Everyone pulls their weight, not only the group's leader.",
    'open-talk': 'We name problems while we are together.',
    disagreement: 'We can disagree and stand together afterwards.',
    decisions: 'After meetings we know who does what.',
    meetings: 'We spend meetings on what only we can solve together.',
    learning: "What didn't work, we learn from together.",
    room: 'We check in on one another before it gets urgent.',
  },

  why: {
    frames: 'When it is clear what is shared, fewer tasks fall through the gaps.',
    'group-sparring': 'The other leaders know your everyday life. Nobody is closer at hand to ask.',
    sharing: 'When someone is stretched for long, the whole group feels it. Help can come before that.',
    joint: 'When everyone takes responsibility, what is shared does not hang on one person.',
    'open-talk': 'What is only said in the corridor you can do nothing about together.',
    disagreement: 'Where people may disagree, decisions are better and easier to stand by.',
    decisions: 'A clear agreement saves you from having the same talk again.',
    meetings: 'Time together is costly. Used well, it comes back as calmer days.',
    learning: 'Look at mistakes together, and each of you need not make them again.',
    room: 'It is easier to help while it is small.',
  },

  question: {
    frames: 'Which task has no clear owner right now?',
    'group-sparring': 'What would you like to ask one another, if there were time?',
    sharing: 'Who could do with a hand this month, and what can be moved?',
    joint: "What do you leave to the group's leader that you could take yourselves?",
    'open-talk': 'What do you talk about after the meeting that should have been said in it?',
    disagreement: 'When did you last disagree in a way that helped you?',
    decisions: 'Which decision have you made more than once?',
    meetings: 'Which item on the agenda could you do without tomorrow?',
    learning: 'What went wrong that you have not talked about yet?',
    room: 'How would you notice that one of you is having a hard time?',
  },
};
