import type { KnownBlock, ModalView } from '@slack/types';
import type { Link } from '../domain/link.ts';
import type { Person } from '../domain/person.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, modal, rich, section } from './blocks.ts';
import { thingValue } from './metadata.ts';

/** What others wait for, what was promised them, and whom one supports: one list, read from the links. */
export const inboxActions = {
  ask: 'inbox.ask',
  invitation: 'inbox.invitation',
  sparring: 'inbox.sparring',
  win: 'inbox.win',
  shared: 'inbox.shared',
  talked: 'inbox.talked',
  leave: 'inbox.leave',
} as const;

/** A view takes a hundred blocks: three headings, and two blocks for each of three lists. */
const mostShown = 14;

/** How many things wait for an answer. */
export function waitingCount({ links = [] }: Person): number {
  return links.flatMap(waitingIn).length;
}

export type Waiting = {
  owner: string;
  id: string;
  action: string;
  sentence: 'ask' | 'invitation' | 'sparring';
};

export function waitingIn({ owner, asks, partner, sparring }: Link): Waiting[] {
  const unanswered = asks.filter(({ reply }) => reply === undefined);
  return [
    ...unanswered.map(({ id }) => ({ owner, id, action: inboxActions.ask, sentence: 'ask' as const })),
    ...sparring.map((id) => ({ owner, id, action: inboxActions.sparring, sentence: 'sparring' as const })),
    ...(partner?.state === 'invited'
      ? [{ owner, id: 'partner', action: inboxActions.invitation, sentence: 'invitation' as const }]
      : []),
  ];
}

export function inboxView({ links = [] }: Person, texts: Texts): ModalView {
  const t = texts.inbox;
  const waiting = links.flatMap(waitingIn).slice(0, mostShown);
  const answered = links.flatMap(({ owner, asks }) =>
    asks.filter(({ reply }) => reply).map((ask) => ({ owner, ...ask })),
  );
  const supported = links.filter(({ partner }) => partner?.state === 'accepted').slice(0, mostShown);
  const wins = links.flatMap(({ owner, wins: shared }) => shared.map((id) => ({ owner, id })));
  const blocks = [
    ...headed(
      t.waiting,
      waiting.flatMap((item) => waitingBlocks(item, texts)),
    ),
    ...headed(
      t.promised,
      answered.slice(-mostShown).flatMap((ask) => answeredBlocks(ask, texts)),
    ),
    ...headed(
      t.withOthers,
      supported.flatMap((link) => supportedBlocks(link, texts)),
    ),
    ...headed(
      t.wins,
      wins.slice(-winsShown).flatMap((win) => winBlocks(win, texts)),
    ),
  ];
  const title = waiting.length > 0 ? t.title : t.titleNothing;
  return modal({ callback: 'inbox', title, close: texts.close }, [
    ...(blocks.length > 0 ? blocks : [section(t.nothing)]),
  ]);
}

const winsShown = 5;

function winBlocks({ owner, id }: { owner: string; id: string }, texts: Texts): KnownBlock[] {
  const see = button(inboxActions.win, texts.inbox.seeWin, { value: thingValue(owner, id) });
  return [rich([{ user: owner, text: '' }]), actions(`win-${owner}-${id}`, [see])];
}

function headed(heading: string, blocks: KnownBlock[]): KnownBlock[] {
  return blocks.length > 0 ? [rich([{ text: heading, bold: true }]), ...blocks] : [];
}

function waitingBlocks({ owner, id, action, sentence }: Waiting, texts: Texts): KnownBlock[] {
  const [, after] = texts.news[sentence];
  return [
    rich([{ user: owner, text: after }]),
    actions(`${action}-${owner}-${id}`, [
      button(action, texts.inbox.answerNow, { primary: true, value: thingValue(owner, id) }),
    ]),
  ];
}

type Answered = { owner: string; id: string } & Link['asks'][number];

function answeredBlocks({ owner, id, reply, date }: Answered, texts: Texts): KnownBlock[] {
  const said = [reply && texts.answer.replies[reply], date && texts.inbox.by(date)]
    .filter(Boolean)
    .join(', ');
  return [
    rich([{ user: owner, text: `: ${said}` }]),
    actions(`answered-${owner}-${id}`, [
      button(inboxActions.ask, texts.inbox.change, { value: thingValue(owner, id) }),
    ]),
  ];
}

function supportedBlocks({ owner, partner }: Link, texts: Texts): KnownBlock[] {
  const t = texts.inbox;
  const told = partner?.talkedOn ? t.talkedOn(partner.talkedOn) : t.since(partner?.since ?? '');
  const value = thingValue(owner, 'partner');
  return [
    rich([{ user: owner, text: ` – ${told}` }]),
    actions(`partner-${owner}`, [
      button(inboxActions.talked, t.talked, { value }),
      button(inboxActions.shared, t.whatIsShared, { value }),
      button(inboxActions.leave, t.leave, { value, danger: true, confirm: t.leaveConfirm }),
    ]),
  ];
}
