import { clock, dayAndMonth, longDate } from './dates.ts';
import type { Facts } from './facts.ts';

/** What stands on the Home tab and nowhere else. */
export const homeDa = {
  why: 'Ledere, der trives, leder bedre.',
  stored: 'Slack gemmer denne side. Derfor står her kun navne, datoer, tal og titlerne på dine egne punkter.',
  latest: 'Seneste svar',
  more: (count: number) => `og ${count} mere`,

  around: 'Dem, du har med dig',
  asked: {
    waits: 'er spurgt og har ikke svaret endnu',
    answered: 'har svaret dig',
    dated: (on: Facts['date']) => `har svaret dig, og I følger op den ${dayAndMonth('da', on)}`,
  },
  sparring: { waits: 'er spurgt om sparring', answered: 'har svaret dig om sparring' },

  waiting: (count: number) => (count === 1 ? 'Én ting venter på dig' : `${count} ting venter på dig`),
  partnerOf: 'Du er sparringspartner for',
  youAnswered: 'Du har svaret',
  on: (on: Facts['date']) => `I følger op den ${dayAndMonth('da', on)}`,
  wins: (count: number) =>
    count === 1 ? 'En lille sejr er delt med dig' : `${count} små sejre er delt med dig`,
  seeAll: 'Se det hele',

  roles: { leader: 'Du står for aftalen.', member: 'Du er med.' },
  testOpen: ({ date, time }: Facts['moment']) =>
    `Gruppens test er åben, til alle har svaret, og senest til ${longDate('da', date)} kl. ${clock('da', time)}.`,
  roundOpen: ({ date, time }: Facts['moment']) =>
    `Runden er åben til ${longDate('da', date)} kl. ${clock('da', time)}.`,
  needs: 'Der er noget, du skal se på.',

  commitments: (count: number) => (count === 1 ? 'En aftalt handling' : `${count} aftalte handlinger`),
  due: (dates: Facts['date'][]) => dates.map((date) => `den ${dayAndMonth('da', date)}`).join(', '),
};
