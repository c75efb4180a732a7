import type { KnownBlock, ModalView } from '@slack/types';
import type { Counts } from '../domain/my-data.ts';
import { type Person, rulesFor } from '../domain/person.ts';
import { retentionDays } from '../domain/retention.ts';
import { type Instant, localTime } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, context, type Line, modal, rich, section } from './blocks.ts';
import { noticeView } from './notice.ts';
import { open } from './start.ts';

/** What is stored about somebody, in plain words, and what they can do about it. */
export const myDataActions = {
  fetch: 'my-data.fetch',
  visit: 'my-data.visit',
  correct: 'my-data.correct',
  remove: 'my-data.remove',
} as const;

/** `canFetch`: there is an address to fetch it from. */
export function myDataView(person: Person, counts: Counts, canFetch: boolean, texts: Texts): ModalView {
  const t = texts.myData;
  const isKnown = person.version > 0;
  return modal({ callback: 'my-data', title: t.title, close: texts.close }, [
    section(isKnown ? t.intro : t.nothing),
    ...(isKnown ? [titled(t.what, kindsOf(counts, texts)), buttons(canFetch, texts)] : []),
    { type: 'divider' },
    titled(t.why, [t.whyText]),
    titled(t.howLong, keptLines(person, texts)),
    titled(t.whoSees, [t.whoSeesText]),
    responsible(person, texts),
    context(texts.privateNote),
  ]);
}

function buttons(canFetch: boolean, { myData: t }: Texts): KnownBlock {
  return actions('my-data', [
    ...(canFetch ? [button(myDataActions.fetch, t.fetch)] : []),
    button(myDataActions.correct, t.correct),
    button(myDataActions.remove, t.remove, { danger: true, confirm: t.removeConfirm }),
  ]);
}

const titled = (title: string, lines: string[]): KnownBlock =>
  rich([{ text: title, bold: true }, ...lines.map((text): Line => ({ text }))]);

function kindsOf(counts: Counts, { myData: { kinds } }: Texts): string[] {
  return (Object.keys(kinds) as (keyof Counts)[]).flatMap((kind) => {
    const count = Number(counts[kind]);
    const said = kinds[kind];
    if (count === 0) return [];
    return [`• ${typeof said === 'string' ? said : said(count)}`];
  });
}

/** The one table there is, with what the workspace made shorter. */
function keptLines(person: Person, { myData: t }: Texts): string[] {
  const { keptDays } = rulesFor(person);
  const days = { ...retentionDays, agreement: keptDays, group: keptDays };
  const kinds = Object.keys(retentionDays) as (keyof typeof retentionDays)[];
  return [
    ...kinds.map((kind) => t.kept[kind](days[kind])),
    t.keptGroupAnswers,
    t.keptSettings,
    t.keptBackups,
  ].map((one) => `• ${one}`);
}

/** In the workspace's own words. */
function responsible(person: Person, { myData: t }: Texts): KnownBlock {
  const { controller, legalBasis } = rulesFor(person);
  return rich([
    { text: t.responsible, bold: true },
    { text: controller ?? t.noController },
    ...(legalBasis === undefined ? [] : [{ label: t.legalBasis, text: legalBasis }]),
  ]);
}

/** The link stands behind a button, which Slack doesn't unfurl. */
export function dataLinkView(url: string, until: Instant, person: Person, texts: Texts): ModalView {
  const t = texts.myData;
  return noticeView(t.linkTitle, [t.link(localTime(until, person.profile.zone))], texts, [
    { ...button(myDataActions.visit, t.openLink, { primary: true }), url },
  ]);
}

export function correctView(texts: Texts): ModalView {
  const { myData: t } = texts;
  return noticeView(t.correctTitle, t.correctText, texts, [
    button(open.agreement, texts.start.see),
    button(open.settings, texts.settings.open),
  ]);
}
