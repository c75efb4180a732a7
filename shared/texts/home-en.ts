import { clock, dayAndMonth, longDate } from './dates.ts';
import type { homeDa } from './home-da.ts';

/** What stands on the Home tab and nowhere else. */
export const homeEn: typeof homeDa = {
  why: 'Leaders who thrive lead better.',
  stored: 'Slack stores this page, so it holds only names, dates, numbers and the titles of your own points.',
  latest: 'Latest answer',
  more: (count) => `and ${count} more`,

  around: 'Those with you',
  asked: {
    waits: 'has been asked and has not answered yet',
    answered: 'has answered you',
    dated: (on) => `has answered you, and you follow up on ${dayAndMonth('en', on)}`,
  },
  sparring: { waits: 'has been asked for sparring', answered: 'has answered you about sparring' },

  waiting: (count) => (count === 1 ? 'One thing is waiting for you' : `${count} things are waiting for you`),
  partnerOf: 'You are a sparring partner for',
  youAnswered: 'You have answered',
  on: (on) => `you follow up on ${dayAndMonth('en', on)}`,
  wins: (count) =>
    count === 1 ? 'A small win has been shared with you' : `${count} small wins have been shared with you`,
  seeAll: 'See it all',

  roles: { leader: 'You look after the agreement.', member: 'You are a member.' },
  testOpen: ({ date, time }) =>
    `The group's test is open until everyone has answered, and until ${longDate('en', date)} at ${clock('en', time)} at the latest.`,
  roundOpen: ({ date, time }) => `The round is open until ${longDate('en', date)} at ${clock('en', time)}.`,
  needs: 'There is something for you to look at.',

  commitments: (count) => (count === 1 ? 'One agreed action' : `${count} agreed actions`),
  due: (dates) => dates.map((date) => dayAndMonth('en', date)).join(', '),
};
