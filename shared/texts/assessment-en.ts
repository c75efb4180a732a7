import type { assessmentDa } from './assessment-da.ts';
import { fullDate } from './dates.ts';

export const assessmentEn: typeof assessmentDa = {
  title: 'What matters most now?',
  take: 'Find out what matters most',
  goOn: 'Continue the test',
  see: 'See what matters most',
  unsure: 'Not sure? A short test can point to where you could begin.',

  intro:
    "Twelve short statements about being a leader. Your answers point to where you could begin. The test doesn't measure you, and only you see the answers.",
  ask: 'How true is it right now? Your first thought is good enough.',
  askHelps:
    'This is what is least true right now. How much would it help you over the next three months if it were truer?',
  drawn: 'Several of your answers are level, so I drew lots for which of them you see here.',
  place: (page, pages) => `Page ${page} of ${pages}.`,
  saved: 'The page is saved when you press Next. You can always continue another time.',
  onlyYou: (days) =>
    `Only you can see your answers. They are deleted when your agreement runs out, or after ${days} days if you don't make one.`,
  skip: "Skip it if you don't have one.",
  now: {
    1: 'Not at all true',
    2: 'Mostly not true',
    3: 'Partly true',
    4: 'Mostly true',
    5: 'Fully true',
  },
  helps: { 1: 'No difference', 2: 'A little', 3: 'Some', 4: 'A lot', 5: 'Decisive' },
  submit: 'Show priorities',
  again: 'Start over',
  againConfirm: {
    title: 'Do you want to start over?',
    text: 'Your answers are then deleted at once.',
    yes: 'Start over',
    no: 'Keep them',
  },

  result: 'This is what your answers point to right now:',
  nothingLow: 'Going by your answers, nothing is pressing. Choose what you would most like to take care of.',
  choose: 'Which two will you take up? You decide, whatever the test points to.',
  first: 'First point',
  second: 'Second point',
  differ: 'Choose two different themes.',
  correct: 'Change your answers',
  running: 'You already have an agreement. You can change your two points there.',
  deletedOn: (day) => `Only you can see this. It is deleted after ${fullDate('en', day)}.`,
  deletedOnOrWith: (day) =>
    `Only you can see this. It is deleted after ${fullDate('en', day)}. If you make an agreement before then, it is kept until the agreement runs out.`,

  statements: {
    meaning: 'Most of my time goes to things that mean something.',
    valued: 'People notice what I do, and say so.',
    time: 'In an ordinary week I have time for the leading that matters most.',
    'cross-pressure': 'When demands pull apart, I know who can help.',
    mandate: 'I may decide the things I answer for.',
    direction: 'I know what I may leave undone.',
    manager: 'My manager listens and gets back to me.',
    sparring: 'I have someone to talk hard decisions through with.',
    'time-off': 'When I am off, my mind is off too.',
    carrying: 'I can unload the heavy things others bring me.',
    climate: 'We can discuss mistakes without hunting for a culprit.',
    growing: 'I get training and feedback that make me better.',
  },

  why: {
    meaning: 'When you can see whom your work makes a difference to, busy weeks are easier to get through.',
    valued: 'When someone says what your effort meant, you know what is worth doing again.',
    time: 'Good leadership needs room in the calendar. Otherwise whatever is urgent wins.',
    'cross-pressure':
      'Conflicting demands are easier to live with when you know who can settle them with you.',
    mandate: 'When responsibility and the right to decide go together, you can act instead of waiting.',
    direction: 'When it is clear what comes first, you can say no to the rest with a good conscience.',
    manager: 'An answer from your manager lets you move on, even when the answer is no.',
    sparring: 'Hard decisions are both better and easier when you are not alone with them.',
    'time-off': 'When you let go of work completely, you come back with perspective and patience.',
    carrying: "Other people's troubles weigh less when you have somewhere to take them.",
    climate: 'When mistakes can be spoken of, they are put right while they are small.',
    growing: 'Leading is a craft. It gets easier with practice and honest feedback.',
  },

  question: {
    meaning: 'What would you like to spend more time on, and what can make way for it?',
    valued: 'From whom would you most like to hear a good word, and do they know?',
    time: 'With two more hours a week for leading, what would you use them for?',
    'cross-pressure': 'Which two demands pull hardest against each other, and who can choose between them?',
    mandate: 'Which decision are you waiting for that you would rather make yourself?',
    direction: 'What would you put down tomorrow if someone said it was all right?',
    manager: 'What do you most need your manager to take a stand on?',
    sparring: 'Whom would you ask if you knew the answer was yes?',
    'time-off': 'What do you most often take home in your head, and where could you put it down on the way?',
    carrying: 'Where do you take what you cannot share with those you lead?',
    climate: 'Which mistake of your own could you tell others about, so that they dare to as well?',
    growing: 'What would you most like to get better at, and who can see whether it works?',
  },
};
