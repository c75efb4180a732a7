import { limits, type Outcome, type Progress } from '../../shared/domain/agreement.ts';
import { answerCommitment, makeCommitment } from '../../shared/domain/commitments.ts';
import { type ContributionInput, contribute } from '../../shared/domain/contribute.ts';
import { withFacilitator } from '../../shared/domain/facilitator.ts';
import { type Group, type GroupAgreement, newGroup } from '../../shared/domain/group.ts';
import { leaveGroup, pauseGroup, withoutMember } from '../../shared/domain/group-edit.ts';
import { closeGroup, stopGroup } from '../../shared/domain/group-ending.ts';
import { makeGroup } from '../../shared/domain/group-make.ts';
import { linesOf } from '../../shared/domain/lines.ts';
import type { Language } from '../../shared/domain/person.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import { type LineKind, lineKinds, type RoundKind, roundLimits } from '../../shared/domain/round.ts';
import { closeRound, markDiscussed, opened } from '../../shared/domain/rounds.ts';
import { addDays, weekOf } from '../../shared/domain/time.ts';
import { textsIn } from '../../shared/texts/index.ts';
import type { Message } from '../../shared/views/blocks.ts';
import { cardMessage } from '../../shared/views/group-card.ts';
import { endedMessage } from '../../shared/views/group-ended.ts';
import { openingMessage } from '../../shared/views/round-post.ts';
import { summaryMessage } from '../../shared/views/summary.ts';

/** Groups in the states that their channel sees them in, made by the rules themselves. A Tuesday in November, rounds every other Tuesday. */

/** What somebody writes where there is so much room and they would ordinarily say that. */
export type Author = (most: number, ordinarily: string) => string;
export const asTheyAre: Author = (_, ordinarily) => ordinarily;

export const channel = 'C0LEDERE';
export const member = (index: number) => `U0M${String(index).padStart(2, '0')}`;
const names = ['Sofie Lund', 'Peter Holm', 'Karen Friis', 'James Ward', 'Amina Said', 'Jonas Bech'];
/** As long as the ids of submissions are. */
const form = (what: string) => `V0B9C8D7E6.1796112186.${what}`;

const words = {
  da: {
    titles: ['Færre fælles møder', 'Vi deler kræfter, når det brænder på'],
    results: ['Projekterne bliver færdige til tiden', 'Ingen afdeling står alene i spidsbelastning'],
    promises: ['Aflyse statusmødet om mandagen', 'Lave en fælles vagtplan', 'Spørge HR om vikarer'],
    worked: 'To timer færre i møder om ugen',
    tried: 'Stående møder: Vi satte os ned efter ti minutter',
    adjust: 'Dagsordenen skal ud dagen før',
    need: 'Vi er to nede i januar',
    lend: 'Lige indtil jul',
    learned: 'Vi kan godt undvære halvdelen af møderne, når dagsordenen er klar.',
    said: 'Det blev aldrig det rigtige tidspunkt',
  },
  en: {
    titles: ['Fewer joint meetings', 'We share the load when it gets busy'],
    results: ['Projects are finished on time', 'No department stands alone at its peak'],
    promises: ['Cancel the Monday status meeting', 'Make a joint duty roster', 'Ask HR about temps'],
    worked: 'Two hours less in meetings a week',
    tried: 'Meetings standing up: we sat down after ten minutes',
    adjust: 'The agenda must go out the day before',
    need: 'We are two short in January',
    lend: 'Just until Christmas',
    learned: 'We can do without half of the meetings when the agenda is ready.',
    said: 'It was never the right moment',
  },
} as const;

export function done<T extends object>(decision: T | Refusal): T {
  if (isRefusal(decision)) throw new Error(`Refused: ${decision.refusal}`);
  return decision;
}

const at = (date: string, time = '08:00') => `${date}T${time}:00Z`;

/** Everything that can be done to a group, in the words of one author. */
export function storyteller(language: Language, write: Author, name?: string) {
  const w = words[language];
  const said = (kind: LineKind) => write(roundLimits.line, w[kind]);

  function made(members = 6): Group {
    const point = (index: 0 | 1) => ({
      title: write(limits.title, w.titles[index]),
      result: write(roundLimits.result, w.results[index]),
      responsible: member(index),
    });
    const input = {
      view: form('g'),
      rhythm: 2 as const,
      slot: { weekday: 2 as const, time: '09:00' },
      hoursOpen: 48 as const,
      members: Array.from({ length: members }, (_, index) => ({
        id: member(index),
        name: name ?? names[index] ?? `${names[index % names.length]} ${index}`,
      })),
      points: [point(0), point(1)] as [ReturnType<typeof point>, ReturnType<typeof point>],
    };
    return done(makeGroup(newGroup({ tenant: 'T1', channel }), member(0), input, at('2026-11-24')));
  }

  const agreementOf = ({ agreement }: Group): GroupAgreement => {
    if (agreement === undefined) throw new Error('There is no agreement');
    return agreement;
  };

  function begun(group: Group, date: string, kind: RoundKind = 'ordinary'): Group {
    const facilitator = group.members[group.roundsOpened % group.members.length]?.id;
    return opened(group, agreementOf(group), { week: weekOf(date), kind, facilitator }, at(date));
  }

  type Said = Partial<Omit<ContributionInput, 'progress' | 'outcomes'>> & {
    progress?: Progress[];
    outcomes?: Outcome[];
  };

  function contributed(group: Group, index: number, { progress = [], outcomes, ...rest }: Said): Group {
    const { points } = agreementOf(group);
    const each = points.map(({ id }) => id);
    const input = {
      round: group.round?.id ?? '',
      progress: progress.map((step, place) => ({ point: each[place] ?? '', progress: step })),
      outcomes: outcomes?.map((outcome, place) => ({ point: each[place] ?? '', outcome })),
      form: form(`${group.round?.id}-${index}`),
      ...rest,
    };
    return done(contribute(group, member(index), input, at(group.round?.on ?? '', '10:00')));
  }

  function closed(group: Group): Group {
    const { id = '', closesAt = '' } = group.round ?? {};
    return done(closeRound(group, id, undefined, closesAt));
  }

  /** A promise of the group's, by when and by whom. */
  function promised(group: Group, which: 0 | 1 | 2, owner: number, due: string, line?: string): Group {
    const text = write(roundLimits.commitment, w.promises[which]);
    const input = { view: form(`p${which}-${due}`), text, owner: member(owner), due, line };
    return done(makeCommitment(group, member(0), input, at('2026-11-24')));
  }

  const answered = (group: Group, which: number, answer: 'done' | 'dropped', date: string): Group =>
    done(
      answerCommitment(
        group,
        group.commitments[which]?.id ?? '',
        { view: form(`a${which}`), answer, said: write(roundLimits.said, w.said) },
        at(date),
      ),
    );

  /** Everything a member can say. */
  const everything = (progress: Progress[]): Said => ({
    progress,
    worked: said('worked'),
    tried: said('tried'),
    adjust: said('adjust'),
    need: { kinds: ['people', 'time', 'tasks'], text: write(roundLimits.offer, w.need) },
    lend: { kinds: ['time', 'tasks', 'people'], text: write(roundLimits.offer, w.lend) },
  });

  /** A round as rounds are: four of six have something to say. */
  function ordinaryRound(group: Group, date: string, steps: Progress[], kind: RoundKind = 'ordinary'): Group {
    const [first = 3, second = 3] = steps;
    const half = kind === 'half-way';
    const closing = kind === 'closing';
    const asked = (yes: boolean, outcomes: Outcome[]) => ({
      ...(half ? { stillRight: yes } : {}),
      ...(closing ? { outcomes } : {}),
    });
    let now = begun(group, date, kind);
    now = contributed(now, 0, {
      progress: [first, second],
      worked: said('worked'),
      need: { kinds: ['people'], text: write(roundLimits.offer, w.need) },
      ...asked(true, ['done', 'keep']),
    });
    now = contributed(now, 1, {
      progress: [first, second],
      tried: said('tried'),
      lend: { kinds: ['people', 'tasks'], text: write(roundLimits.offer, w.lend) },
      ...asked(true, ['done', 'change']),
    });
    now = contributed(now, 2, {
      progress: [2, 4],
      adjust: said('adjust'),
      ...asked(false, ['keep', 'keep']),
    });
    now = contributed(now, 3, {
      progress: [4],
      need: { kinds: ['time', 'tasks'] },
      ...asked(true, ['done', 'keep']),
    });
    return now;
  }

  const discussed = (group: Group): Group => {
    const lines = group.round ? linesOf(group.round).map(({ id }) => id) : [];
    return done(markDiscussed(group, group.round?.id ?? '', lines));
  };

  const severalRounds = (kind: RoundKind = 'ordinary'): Group => {
    const one = discussed(closed(ordinaryRound(made(), '2026-12-08', [2, 3])));
    const two = closed(begun(one, '2026-12-22'));
    const three = closed(ordinaryRound(two, '2027-01-05', [3, 3]));
    return ordinaryRound(three, '2027-01-19', [4, 3], kind);
  };

  const withPromises = (group: Group): Group => {
    const all = promised(
      promised(promised(group, 0, 0, '2026-12-01'), 1, 5, '2026-12-15'),
      2,
      2,
      '2026-12-18',
    );
    return promised(promised(all, 0, 3, '2026-12-04'), 1, 4, '2026-12-10');
  };

  /** The second round, after one with open ends: overdue, of somebody who left, done and let go of, and much not talked about. */
  const second = (): Group => {
    const first = closed(ordinaryRound(made(), '2026-12-08', [2, 3]));
    const dealt = answered(
      answered(withPromises(first), 3, 'done', '2026-12-09'),
      4,
      'dropped',
      '2026-12-10',
    );
    return begun(done(leaveGroup(dealt, member(5), at('2026-12-11'))), '2026-12-22');
  };

  /** As much as the rules let in: twenty who say everything, twenty promises, twenty notes, the answers of a quarter. */
  const extreme = (kind: RoundKind): Group => {
    const all: Said = { ...everything([3, 4]), stillRight: false, outcomes: ['keep', 'change'] };
    const say = (group: Group) =>
      group.members.reduce((now, _, index) => contributed(now, index, all), group);
    const dates = Array.from({ length: 13 }, (_, index) => addDays('2026-12-08', index));
    const rounds = dates.reduce((now, date) => closed(say(begun(now, date))), made(20));
    const answers = dates.reduce((now, date, index) => {
      const made = promised(now, 0, index, addDays(date, 60));
      return answered(made, index, index % 2 ? 'done' : 'dropped', '2026-12-22');
    }, rounds);
    const open = Array.from({ length: 20 }, (_, index) => addDays('2026-12-12', index));
    const promises = open.reduce((now, due, index) => promised(now, 1, index, due), answers);
    return say(begun(promises, '2026-12-22', kind));
  };

  return {
    made,
    begun,
    contributed,
    closed,
    promised,
    answered,
    ordinaryRound,
    severalRounds,
    second,
    extreme,
    agreementOf,
  };
}

/** Everything a channel can be shown, by a name for the state that its group is in. */
export function everyPost(language: Language, write: Author, name?: string): Record<string, Message> {
  const texts = textsIn(language);
  const tell = storyteller(language, write, name);
  const { made, begun, closed, contributed } = tell;
  const now = at('2026-12-08');
  const group = made();
  const vacant = withoutMember(withoutMember(group, member(0), now), member(1), now);
  const resting = [8, 22].map((day) => `2026-12-${String(day).padStart(2, '0')}`).concat('2027-01-05');
  const outcomes = (first: Outcome, other: Outcome) => {
    const { points } = tell.agreementOf(group);
    return points.map(({ id }, index) => ({ point: id, outcome: index === 0 ? first : other }));
  };
  const ending = {
    agreement: form('g'),
    view: form('e'),
    outcomes: outcomes('done', 'change'),
    learned: write(limits.learned, words[language].learned),
  };
  const after = at('2027-02-25');
  const promised = tell.promised(tell.promised(group, 0, 0, '2027-03-02'), 1, 1, '2027-02-10');
  const ended = done(closeGroup(promised, ending, after));
  const stopped = done(stopGroup(group, form('g'), now));
  const several = tell.severalRounds();
  const dealtWith = withDealtLines(closed(several), tell);
  const nobody = closed(begun(tell.promised(group, 0, 0, '2026-12-20'), '2026-12-08'));
  const full = tell.extreme('ordinary');
  const fullEnd = tell.extreme('closing');
  return {
    'channel-card': cardMessage(group, now, texts),
    'channel-card-paused': cardMessage(done(pauseGroup(group, '2027-01-04', now)), now, texts),
    'channel-card-resting': cardMessage(
      resting.reduce((known, date) => closed(begun(known, date)), group),
      at('2027-01-08'),
      texts,
    ),
    'channel-card-vacant': cardMessage(vacant, now, texts),
    'channel-card-last-round': cardMessage(begun(group, '2027-02-23', 'closing'), at('2027-02-23'), texts),
    'channel-card-over': cardMessage(begun(group, '2027-02-23', 'closing'), after, texts),
    'channel-card-ended': cardMessage(ended, after, texts),
    'channel-card-full': cardMessage(made(20), now, texts),
    'channel-opens-first': openingMessage(begun(group, '2026-12-08'), texts),
    'channel-opens': openingMessage(contributed(tell.second(), 1, { progress: [3, 3] }), texts),
    'channel-opens-nothing-open': openingMessage(
      begun(closed(begun(group, '2026-12-08')), '2026-12-22'),
      texts,
    ),
    'channel-opens-half-way': openingMessage(begun(nobody, '2027-01-05', 'half-way'), texts),
    'channel-opens-closing': openingMessage(
      tell.ordinaryRound(nobody, '2027-02-16', [3, 4], 'closing'),
      texts,
    ),
    'channel-opens-without-facilitator': openingMessage(
      withFacilitator(begun(group, '2026-12-08'), undefined),
      texts,
    ),
    'channel-opens-full': openingMessage(full, texts),
    'channel-opening-closed': openingMessage(closed(several), texts),
    'channel-opening-closed-nobody': openingMessage(nobody, texts),
    'channel-summary-nobody': summaryMessage(nobody, texts),
    'channel-summary-first': summaryMessage(closed(tell.ordinaryRound(group, '2026-12-08', [2, 3])), texts),
    'channel-summary': summaryMessage(closed(several), texts),
    'channel-summary-without-chart': summaryMessage({ ...closed(several), plain: true }, texts),
    'channel-summary-dealt-with': summaryMessage(dealtWith, texts),
    'channel-summary-half-way': summaryMessage(closed(tell.severalRounds('half-way')), texts),
    'channel-summary-closing': summaryMessage(closed(tell.severalRounds('closing')), texts),
    'channel-summary-after-the-end': summaryMessage(done(stopGroup(several, form('g'), after)), texts),
    'channel-summary-full': summaryMessage(closed(full), texts),
    'channel-summary-full-closing': summaryMessage(closed(fullEnd), texts),
    'channel-summary-full-dealt-with': summaryMessage(withDealtLines(closed(full), tell), texts),
    'channel-ended': endedMessage(ended, texts),
    'channel-stopped': endedMessage(stopped, texts),
    'channel-ended-full': endedMessage(
      done(closeGroup(closed(fullEnd), { ...ending, outcomes: outcomes('keep', 'change') }, after)),
      texts,
    ),
    'nothing-left-card': cardMessage(newGroup(group), now, texts),
    'nothing-left-opening': openingMessage(newGroup(group), texts),
    'nothing-left-summary': summaryMessage(newGroup(group), texts),
    'nothing-left-ended': endedMessage(newGroup(group), texts),
  };
}

/** Some of its lines talked about, some agreed on: open, done, let go of, and owned by nobody any more. */
function withDealtLines(group: Group, tell: ReturnType<typeof storyteller>): Group {
  const lines = group.round ? linesOf(group.round) : [];
  const [worked, tried, adjust, need, lend] = lineKinds.map(
    (kind) => lines.find((line) => line.kind === kind)?.id,
  );
  const clean = { ...group, commitments: [] };
  const discussed = done(markDiscussed(clean, group.round?.id ?? '', [worked ?? '', tried ?? '']));
  const open = tell.promised(discussed, 0, 1, '2027-02-01', tried);
  const kept = tell.answered(tell.promised(open, 1, 2, '2027-02-02', adjust), 1, 'done', '2027-01-22');
  const dropped = tell.answered(tell.promised(kept, 2, 3, '2027-02-03', need), 2, 'dropped', '2027-01-22');
  const { commitments } = tell.promised(dropped, 2, 4, '2027-02-04', lend);
  return { ...dropped, commitments: commitments.with(-1, { ...commitments[3]!, owner: undefined }) };
}
