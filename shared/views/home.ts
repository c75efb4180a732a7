import type { Button, HeaderBlock, HomeView, KnownBlock } from '@slack/types';
import { isOpen, type LeaderAgreement, type Point } from '../domain/agreement.ts';
import type { Ask } from '../domain/ask.ts';
import { liveAsks } from '../domain/asking.ts';
import { type GroupLink, isEmptyGroupLink } from '../domain/group-link.ts';
import type { Link } from '../domain/link.ts';
import { currentPause } from '../domain/pause.ts';
import { type Person, runningAgreement } from '../domain/person.ts';
import { openRequests } from '../domain/sparring.ts';
import { type Instant, localTime, type PlainDate } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import {
  actions,
  button,
  context,
  type Line,
  type Piece,
  plain,
  rich,
  richPieces,
  section,
} from './blocks.ts';
import { groupActions } from './group-actions.ts';
import { type Waiting, waitingIn } from './inbox.ts';
import { thingValue } from './metadata.ts';
import { linesOfPeople } from './people.ts';
import { assessmentButton, choices, firstWords, open, status } from './start.ts';
import { talkButton } from './talk.ts';

/**
 * Somebody's Home tab, which Slack keeps: so it holds names, dates, progress, counts and the titles of their own points, and
 * of nobody's anything else (PRODUCT.md, "Slack is not the vault"). It names days and never counts them: it says something
 * else only when a day has passed that matters.
 */
export function homeView(person: Person, now: Instant, texts: Texts): HomeView {
  return {
    type: 'home',
    blocks: [
      ...waiting(person, texts),
      ...own(person, now, texts),
      ...aroundMe(person, texts),
      ...forOthers(person, texts),
      ...inGroups(person, now, texts),
      ...promised(person, texts),
      { type: 'divider' },
      actions('home', everyday(person, now, texts)),
      context(`${texts.privateNote} ${texts.home.stored}`),
    ],
  };
}

/** A view takes a hundred blocks, and a glance far fewer lines. */
const linesShown = 5;
const groupsShown = 20;

function heading(text: string): HeaderBlock {
  return { type: 'header', text: plain(text) };
}

/** The first of them, and how many more there are. */
function few(lines: Piece[][], texts: Texts): Piece[][] {
  const left = lines.length - linesShown;
  return left > 0 ? [...lines.slice(0, linesShown), [texts.home.more(left)]] : lines;
}

function waiting({ links = [] }: Person, texts: Texts): KnownBlock[] {
  const things = links.flatMap(waitingIn);
  if (things.length === 0) return [];
  const line = ({ owner, sentence }: Waiting): Piece[] => {
    const [before, after] = texts.news[sentence];
    return [before, { user: owner }, after];
  };
  return [
    heading(texts.home.waiting(things.length)),
    richPieces(few(things.map(line), texts)),
    actions('home-waiting', [button(open.inbox, texts.inbox.answerNow, { primary: true })]),
  ];
}

/** My agreement; or, for who never had one, what this is, who sees what, and one clear next step. */
function own(person: Person, now: Instant, texts: Texts): KnownBlock[] {
  const { agreement, draft } = person;
  const isRunning = runningAgreement(person, now) !== undefined;
  const buttons = actions('home-agreement', [
    ...choices(person, now, texts),
    ...(isRunning ? pauseButton(person, now, texts) : [assessmentButton(person, texts)]),
  ]);
  if (agreement === undefined) {
    const stands = draft || currentPause(person, now) ? status(person, now, texts) : [];
    const words = [section(texts.home.why), ...firstWords(person, texts)];
    return [heading(texts.app), ...words, ...stands, buttons];
  }
  return [
    heading(texts.agreement.title),
    rich(agreement.points.flatMap((point, index) => pointLines(point, index, agreement, texts))),
    ...status(person, now, texts),
    buttons,
  ];
}

function pointLines(
  { id, title }: Point,
  index: number,
  { checkIns }: LeaderAgreement,
  texts: Texts,
): Line[] {
  const answers = checkIns.flatMap(({ points }) => points.filter(({ point }) => point === id));
  const latest = answers.at(-1);
  const step = latest ? texts.checkIn.progress[latest.progress] : texts.agreement.noProgress;
  return [
    { text: `${index + 1}. ${title}`, bold: true },
    { label: texts.home.latest, text: step },
  ];
}

function pauseButton(person: Person, now: Instant, texts: Texts): Button[] {
  return currentPause(person, now) ? [] : [button(open.pause, texts.agreement.pause)];
}

/** Who is with me, and how what I asked of somebody stands: never what, nor a word of theirs. */
function aroundMe(person: Person, texts: Texts): KnownBlock[] {
  const { agreement } = person;
  const { asked, sparring } = texts.home;
  const lines: Piece[][] = [
    ...liveAsks(agreement).map((ask): Piece[] => [{ user: ask.to }, ` ${howItStands(ask, asked)}`]),
    ...openRequests(person).map(({ to, answer }): Piece[] => [
      { user: to },
      ` ${answer ? sparring.answered : sparring.waits}`,
    ]),
  ];
  const people = isOpen(agreement) ? linesOfPeople(agreement, texts) : [];
  if (people.length + lines.length === 0) return [];
  return [
    heading(texts.home.around),
    ...(people.length > 0 ? [rich(people)] : []),
    ...(lines.length > 0 ? [richPieces(few(lines.reverse(), texts))] : []),
  ];
}

function howItStands({ answer }: Ask, t: Texts['home']['asked']): string {
  if (answer === undefined) return t.waits;
  return answer.date === undefined ? t.answered : t.dated(answer.date);
}

/** Whom I support, what I have promised whom, and that somebody shared something. */
function forOthers({ links = [] }: Person, texts: Texts): KnownBlock[] {
  const t = texts.home;
  const wins = links.flatMap((link) => link.wins).length;
  const lines: Piece[][] = [
    ...links.flatMap((link) => supported(link, texts)),
    ...links.flatMap((link) => datesWith(link, texts)),
    ...(wins > 0 ? [[t.wins(wins)]] : []),
  ];
  if (lines.length === 0) return [];
  return [
    heading(texts.inbox.titleNothing),
    richPieces(few(lines, texts)),
    actions('home-others', [button(open.inbox, t.seeAll)]),
  ];
}

function supported({ owner, partner }: Link, { home, inbox: t }: Texts): Piece[][] {
  if (partner?.state !== 'accepted') return [];
  const told = partner.talkedOn ? t.talkedOn(partner.talkedOn) : t.since(partner.since);
  return [[`${home.partnerOf} `, { user: owner }, ` – ${told}`]];
}

function datesWith({ owner, asks }: Link, { home: t }: Texts): Piece[][] {
  const dates = asks.flatMap(({ date, said }) => (date === undefined || said ? [] : [date]));
  return dates.map((date) => [`${t.youAnswered} `, { user: owner }, ` – ${t.on(date)}`]);
}

function inGroups({ groups = [], profile }: Person, now: Instant, texts: Texts): KnownBlock[] {
  const mine = groups.filter((link) => link.role !== undefined || testIn(link, now) !== undefined);
  if (mine.length === 0) return [];
  const left = mine.length - groupsShown;
  return [
    heading(texts.group.mine.title),
    ...mine.slice(0, groupsShown).map((link) => groupSection(link, profile.zone, now, texts)),
    ...(left > 0 ? [context(texts.home.more(left))] : []),
  ];
}

/** As far as I was told: one that was closed early is open here until I hear of the group again. */
function testIn({ test }: GroupLink, now: Instant): GroupLink['test'] {
  return test && now < test.until ? test : undefined;
}

/** What I was told of it: a round that was closed early is open here until I hear of the group again (docs/decisions/0008). */
function groupSection(link: GroupLink, zone: string, now: Instant, texts: Texts): KnownBlock {
  const { channel, role, round, needs } = link;
  const t = texts.home;
  const test = testIn(link, now);
  const openRound = round && now < round.until ? round : undefined;
  const said = [
    ...(role === undefined ? [] : [t.roles[role]]),
    ...(test ? [t.testOpen(localTime(test.until, zone))] : []),
    ...(openRound ? [t.roundOpen(localTime(openRound.until, zone))] : []),
    ...(needs.length > 0 ? [t.needs] : []),
  ];
  const accessory = openRound
    ? button(groupActions.contribute, texts.news.contribute, { value: thingValue(channel, openRound.id) })
    : test
      ? button(groupActions.testOpen, texts.groupTest.answerNow, { value: thingValue(channel, test.id) })
      : button(groupActions.see, texts.group.mine.see, { value: thingValue(channel, '-') });
  return { ...section(`<#${channel}>\n${said.join(' ')}`), accessory };
}

/** How much I said I would do in my groups, and by when. */
function promised({ groups = [] }: Person, texts: Texts): KnownBlock[] {
  const t = texts.home;
  if (groups.every(isEmptyGroupLink)) return [];
  const days: PlainDate[] = groups.flatMap(({ commitments }) => commitments.map(({ due }) => due)).sort();
  const all = actions('home-mine', [button(open.mine, texts.start.mine(0))]);
  if (days.length === 0) return [all];
  const left = days.length - linesShown;
  const rest = left > 0 ? ` ${t.more(left)}` : '';
  const said = `${t.commitments(days.length)}: ${t.due(days.slice(0, linesShown))}${rest}.`;
  return [heading(texts.group.mine.commitments), section(said), all];
}

/** What is always at hand; a pause is for every role. */
function everyday(person: Person, now: Instant, texts: Texts): Button[] {
  const { past, links = [], groups = [] } = person;
  const hasRoles = links.length + groups.length > 0;
  const isRunning = runningAgreement(person, now) !== undefined;
  return [
    button(open.sparring, texts.start.sparring),
    ...(isRunning ? [assessmentButton(person, texts)] : []),
    ...(past.length > 0 ? [button(open.history, texts.agreement.history)] : []),
    ...(hasRoles && !isRunning ? pauseButton(person, now, texts) : []),
    button(open.settings, texts.settings.open),
    button(open.myData, texts.myData.open),
    button(open.help, texts.start.help),
    talkButton(texts),
  ];
}
