import type { channelDa } from './channel-da.ts';
import { clock, dayAndMonth, longDate, span } from './dates.ts';
import type { Facts } from './facts.ts';
import { groupEn } from './group-en.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const every = { 1: 'Every', 2: 'Every other', 4: 'Every fourth' };
const days = { 24: '24 hours', 48: 'two days', 72: 'three days', 120: 'five days' };

/** `Tuesday 8 December at 09:00` */
const moment = ({ date, time }: Facts['moment']) => `${longDate('en', date)} at ${clock('en', time)}`;

/** `time, people and help` */
const listed = (words: string[]) => words.join(', ').replace(/, ([^,]*)$/, ' and $1');

const lacks = { time: 'time', people: 'people', tasks: 'help with a task' };
const gives = { time: 'give time', people: 'lend people', tasks: 'take on a task' };

/** `1 says`, `3 say`, `nobody says` */
const say = (count: number) => (count === 0 ? 'nobody says' : count === 1 ? '1 says' : `${count} say`);

export const channelEn: typeof channelDa = {
  see: 'See the agreement',
  more: (count) => `And ${count} more.`,

  card: {
    heading: 'Our group agreement',
    responsible: 'Responsible',
    noResponsible: 'Needs someone responsible',
    result: 'Should lead to',
    period: 'Period',
    span: (starts, ends) => span('en', starts, ends),
    rounds: 'Rounds',
    rhythm: (weeks, { weekday, time }, hours) =>
      `${every[weeks]} ${weekdays[weekday - 1]} at ${clock('en', time)}. A round is open for ${days[hours]}.`,
    next: 'Next round',
    on: (date) => longDate('en', date),
    noMore: 'No more rounds are planned in this agreement.',
    members: 'In the group',
    leader: 'Looks after it',
    noLeader: 'Nobody just now. Anyone in the group can take over: press See the agreement.',
    paused: (until) => `The rounds are paused until ${longDate('en', until)}.`,
    resting: 'The rounds are resting until we begin again.',
    periodOver: 'The period is over. Now we can look back and finish.',
    ended: 'The agreement has ended.',
    everybodyReads: 'Everybody in the channel can read what is written here.',
    resume: 'Begin again',
    lookBack: 'Look back and finish',
  },

  promises: {
    open: 'What we promised each other',
    due: (date) => `by ${longDate('en', date)}`,
    overdue: (date) => `agreed for ${dayAndMonth('en', date)}`,
    nobody: 'nobody has it just now',
    done: 'Well done since last time',
    dropped: 'What we let go of',
  },

  opening: {
    open: (until) => `The round is open until ${moment(until)}. We begin with what we promised each other.`,
    points: 'Our two points',
    responsible: 'responsible',
    noResponsible: 'needs someone responsible',
    first: 'This is the first round. So far the two points are what we have promised each other.',
    nothingOpen: 'Just now we have promised each other nothing else.',
    notes: "What we didn't get to talk about last time",
    moreNotes: (count) => `And ${count} more. Press Go through the contributions to read the rest.`,
    facilitator: 'Facilitator this time',
    noFacilitator: 'Nobody just now',
    halfWay: 'We are halfway. This time we also say whether these are still our two most important points.',
    closing:
      'It is the last round in the agreement. This time we also say what should become of our two points.',
    contributed: (count, of) =>
      count === 0
        ? 'Nobody has contributed yet.'
        : `${count} of ${of} ${count === 1 ? 'has' : 'have'} contributed.`,
    contribute: 'Contribute',
    close: 'Close the round',
    handOver: 'Hand over the role',
    closed: (count, of) =>
      `The round is closed.${count === 0 ? '' : ` ${count} of ${of} contributed this time.`} The summary is further down.`,
    over: 'The round is closed.',
  },
  closeConfirm: {
    title: 'Close the round now?',
    text: 'Then the contributions are shown here in the channel, and no more can be added.',
    yes: 'Close the round',
    no: 'Leave it open',
  },

  summary: {
    heading: (on) => `Summary of the round on ${dayAndMonth('en', on)}`,
    tookPart: (count, of) => `${count} of ${of} contributed.`,
    nobody: "Nobody contributed this time. That's fine. Some weeks are full already.",
    stillPromised: 'What we promised each other still stands.',
    howItGoes: 'How it is going',
    chart: 'Progress from round to round',
    chartOnce: 'Progress in this round',
    round: 'Round',
    progress: 'Progress (1–5)',
    shortDate: (date) => `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`,
    mean: (step, mean, before) =>
      `${step}, ${mean} of 5${before === undefined ? '' : ` (last time ${before})`}`,
    noProgress: (before) =>
      before === undefined ? 'No answers this time' : `No answers this time (last time ${before})`,
    stillRight: (yes, no) =>
      `Are these still our two most important points? ${yes === 0 ? 'Nobody says' : say(yes)} yes, and ${say(no)} no.`,
    changeThem: 'The points can be edited or replaced in the agreement.',
    outcomes: 'What becomes of the points?',
    verdict: (outcome, count) => `${groupEn.closing.outcomes[outcome]} (${count})`,
    noVerdict: 'Nobody has said anything about it',
    lines: {
      worked: 'What worked',
      tried: "What we tried that didn't work",
      adjust: 'What we could do differently',
      need: 'What we need',
      lend: 'What we can give each other',
      notes: 'From earlier rounds',
    },
    columns: { need: 'Needs', lend: 'Offers' },
    matches: 'Here we can help each other',
    match: (needs, lends, kind) => `${needs} needs ${lacks[kind]}, and ${lends} can ${gives[kind]}.`,
    commit: 'Agree on it',
    discussed: (line) => `${line} (discussed)`,
    agreed: (owner, due) => `Agreed: ${owner}, by ${dayAndMonth('en', due)}`,
    agreedByNobody: (due) => `Agreed for ${dayAndMonth('en', due)}, but nobody has it just now`,
    done: 'Agreed and done',
    dropped: 'Agreed and later dropped',
    moreLines: (count) => `And ${count} more. Press Go through the contributions to read the rest.`,
    review: 'Go through the contributions',
    end: 'Look back and finish',
  },

  line: {
    needs: (kinds) => `needs ${listed(kinds.map((kind) => lacks[kind]))}`,
    lends: (kinds) => `can ${listed(kinds.map((kind) => gives[kind]))}`,
    kinds: { worked: 'Worked', tried: "Didn't work", adjust: 'Suggestion', need: 'Need', lend: 'Offer' },
  },

  ended: {
    closed: 'Our group agreement has ended. We did well to take time to look back.',
    stopped: (on) =>
      `Our group agreement was stopped early on ${dayAndMonth('en', on)}. It's fine to stop here.`,
    outcomes: 'How it went with the points',
    points: 'The two points',
    learned: 'What we learned',
    goesOn: 'What we still follow up on',
    make: 'Make a new group agreement',
  },
};
