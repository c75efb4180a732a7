import type { LeaderAgreement, PointText } from '../domain/agreement.ts';
import type { Answer, Ask } from '../domain/ask.ts';
import type { Assessment, Ratings } from '../domain/assessment.ts';
import type { InGroup, MyData } from '../domain/my-data.ts';
import { isForgotten } from '../domain/nobody.ts';
import type { Language } from '../domain/person.ts';
import type { Contribution, Offer, RoundLine } from '../domain/round.ts';
import type { GroupStatement } from '../domain/themes.ts';
import { localDate, type PlainDate } from '../domain/time.ts';
import { fullDate, span } from '../texts/dates.ts';
import type { Texts } from '../texts/index.ts';

/** The page on which somebody reads what is stored about them: HTML without scripts, everything written escaped. */

/** `names`: of users, as Slack has them. */
export type PageFacts = { data: MyData; names: Map<string, string>; language: Language };

function escapedHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Whoever shows the page knows it by its hash. */
export const dataPageStyle = [
  'body{font:1rem/1.55 system-ui,sans-serif;color:#1d1c1d;background:#fff;margin:0 auto;max-width:42rem;padding:1.5rem 1rem 4rem}',
  'h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin:2.2rem 0 .5rem;border-top:1px solid #ddd;padding-top:1.2rem}',
  'h3{font-size:1rem;margin:1.4rem 0 .3rem}dl{margin:0}dt{color:#5c5b5e;font-size:.9rem;margin-top:.6rem}',
  'dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}',
  'button,.button{display:inline-block;font:inherit;font-weight:600;color:#fff;background:#045;border:0;border-radius:.4rem;padding:.7rem 1.2rem;text-decoration:none;cursor:pointer}',
  'button:focus-visible,a:focus-visible{outline:3px solid #c60;outline-offset:2px}',
].join('');

/** Before anything is fetched: what looks at links by itself doesn't press buttons. */
export function readyPage(language: Language, { myData: { page: t } }: Texts): string {
  const form = `<form method="post"><button type="submit">${escapedHtml(t.fetch)}</button></form>`;
  return document(language, t.title, `<h1>${escapedHtml(t.title)}</h1><p>${escapedHtml(t.ready)}</p>${form}`);
}

/** In both languages: whose link it was is nobody's business. */
export function lostPage(all: Texts[]): string {
  const [first] = all;
  const said = all.map(
    ({ myData: { page: t } }) => `<h1>${escapedHtml(t.lostTitle)}</h1><p>${escapedHtml(t.lost)}</p>`,
  );
  return document('da', first?.myData.page.lostTitle ?? '', said.join(''));
}

export function failedPage(all: Texts[], reference: string): string {
  const [first] = all;
  const said = all.map(({ errors }) => `<p>${escapedHtml(errors.failed(reference))}</p>`);
  return document('da', first?.myData.page.title ?? '', said.join(''));
}

export function dataPage(facts: PageFacts, texts: Texts): string {
  const { data, language } = facts;
  const t = texts.myData.page;
  const json = encodeURIComponent(JSON.stringify(data, null, 2));
  const on = localDate(data.madeAt, data.person.profile?.zone ?? 'Europe/Copenhagen');
  const link = `<p><a class="button" download="trivsel.json" href="data:application/json;charset=utf-8,${json}">${escapedHtml(t.download)}</a></p>`;
  const intro = `<h1>${escapedHtml(t.title)}</h1><p>${escapedHtml(`${t.made(on)} ${t.about}`)}</p>`;
  return document(language, t.title, `${intro}${link}${sections(facts, texts).map(sectionHtml).join('')}`);
}

function document(language: Language, title: string, body: string): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapedHtml(title)}</title><style>${dataPageStyle}</style></head><body><main>${body}</main></body></html>`,
  ].join('');
}

type Row = [label: string, text: string | undefined];
type Part = { title?: string | undefined; rows: Row[] };
type Section = { title: string; parts: Part[] };

function sectionHtml({ title, parts }: Section): string {
  const filled = parts.map((part) => ({ ...part, rows: part.rows.filter(([, text]) => text) }));
  const shown = filled.filter((part) => part.rows.length > 0);
  return shown.length === 0 ? '' : `<h2>${escapedHtml(title)}</h2>${shown.map(partHtml).join('')}`;
}

function partHtml({ title, rows }: Part): string {
  const heading = title === undefined ? '' : `<h3>${escapedHtml(title)}</h3>`;
  const list = rows.map(
    ([label, text]) => `<dt>${escapedHtml(label)}</dt><dd>${escapedHtml(text ?? '')}</dd>`,
  );
  return `${heading}<dl>${list.join('')}</dl>`;
}

function sections(facts: PageFacts, texts: Texts): Section[] {
  const { person } = facts.data;
  const { agreement, past = [] } = person;
  const t = texts.myData.page;
  return [
    { title: t.profile, parts: [profilePart(person, facts, texts)] },
    ...draftOf(person, texts),
    ...(agreement ? [agreementSection(t.agreement, agreement, facts, texts)] : []),
    ...past.map((one) => agreementSection(t.past, one, facts, texts)),
    ...(person.assessment ? [assessmentSection(person.assessment, texts)] : []),
    sparringSection(facts, texts),
    receivedSection(facts, texts),
    supportsSection(facts, texts),
    ...facts.data.groups.map((group) => groupSection(group, facts, texts)),
  ];
}

const nameIn = ({ names }: PageFacts, user: string, { myData }: Texts) =>
  isForgotten(user) ? myData.somebody : (names.get(user) ?? user);
const dateIn = ({ language }: PageFacts, date: PlainDate | undefined) => date && fullDate(language, date);

function profilePart(
  { profile, workingTime, noReminders, pauses = [] }: MyData['person'],
  facts: PageFacts,
  texts: Texts,
): Part {
  const t = texts.myData.page;
  const { weekdays } = texts.rhythm;
  const { slot, workdays, hours } = workingTime ?? {};
  return {
    rows: [
      [t.name, profile?.name],
      [t.language, profile && { da: 'Dansk', en: 'English' }[profile.language]],
      [t.zone, profile?.zone],
      [t.slot, slot && `${weekdays[slot.weekday - 1]} ${slot.time}`],
      [t.workdays, workdays?.map((day) => weekdays[day - 1]).join(', ')],
      [t.hours, hours && `${hours.from}–${hours.to}`],
      [t.reminders, noReminders ? t.noReminders : undefined],
      [t.pauses, pauses.map(({ from, until }) => span(facts.language, from, until)).join('\n')],
    ],
  };
}

function draftOf({ draft }: MyData['person'], texts: Texts): Section[] {
  const points = draft?.points.flatMap((point) =>
    point ? [{ title: point.title, rows: pointRows(point, texts) }] : [],
  );
  return points ? [{ title: texts.myData.page.draft, parts: points }] : [];
}

function pointRows({ firstStep, theme, difference, sign }: PointText, texts: Texts): Row[] {
  const t = texts.agreement;
  return [
    [t.firstStep, firstStep],
    [t.theme, theme && texts.themes[theme]],
    [t.difference, difference],
    [t.sign, sign],
  ];
}

function agreementSection(
  title: string,
  agreement: LeaderAgreement,
  facts: PageFacts,
  texts: Texts,
): Section {
  const { period, points, retired, checkIns, asks = [], ending } = agreement;
  const t = texts.myData.page;
  const titleOf = (id: string) => points.find((point) => point.id === id)?.title ?? t.point;
  return {
    title,
    parts: [
      {
        rows: [
          [t.period, span(facts.language, period.starts, period.ends)],
          [t.people, peopleOf(agreement, facts, texts)],
          [texts.agreement.learned, ending?.learned],
        ],
      },
      ...points.map((point) => ({
        title: point.title,
        rows: [...pointRows(point, texts), outcomeOf(agreement, point.id, texts)],
      })),
      ...retired.map(({ point, why, on }) => ({
        title: `${texts.agreement.retired(on)}: ${point.title}`,
        rows: [...pointRows(point, texts), [t.note, why] as Row],
      })),
      ...asks.map((ask) => askPart(ask, facts, texts)),
      ...checkIns.map(({ week, points: said, win, winSeenBy }) => ({
        title: `${t.checkIn} ${dateIn(facts, week)}`,
        rows: [
          ...said.map(
            ({ point, progress, note }): Row => [
              titleOf(point),
              [texts.checkIn.progress[progress], note].filter(Boolean).join('\n'),
            ],
          ),
          [t.win, win] as Row,
          [t.winSeenBy, winSeenBy?.map((user) => nameIn(facts, user, texts)).join(', ')] as Row,
        ],
      })),
    ],
  };
}

function outcomeOf({ ending }: LeaderAgreement, id: string, texts: Texts): Row {
  const outcome = ending?.outcomes.find(({ point }) => point === id)?.outcome;
  return [texts.agreement.outcome, outcome && texts.agreement.outcomes[outcome]];
}

function peopleOf({ manager, partners = [] }: LeaderAgreement, facts: PageFacts, texts: Texts): string {
  const t = texts.people;
  const lines = [
    ...(manager ? [`${nameIn(facts, manager.id, texts)}${t.asManager}`] : []),
    ...partners.map(
      ({ id, name, state }) => `${name ?? nameIn(facts, id, texts)} – ${name ? t.outside : t.states[state]}`,
    ),
  ];
  return lines.join('\n');
}

function askPart(ask: Ask, facts: PageFacts, texts: Texts): Part {
  return {
    title: `${texts.myData.page.asked}: ${nameIn(facts, ask.to, texts)}`,
    rows: [
      [texts.ask.need, texts.ask.kinds[ask.kind]],
      [texts.ask.line, ask.text],
      [texts.myData.page.madeOn, dateIn(facts, ask.madeOn)],
      ...answerRows(ask.answer, facts, texts),
    ],
  };
}

function answerRows(answer: Answer | undefined, facts: PageFacts, texts: Texts): Row[] {
  return [
    [texts.ask.answer, answer && texts.answer.replies[answer.reply]],
    [texts.ask.date, dateIn(facts, answer?.date)],
    [texts.ask.comment, answer?.comment],
  ];
}

function assessmentSection({ now, helps, chosen }: Assessment, texts: Texts): Section {
  const t = texts.myData.page;
  const rated = (ratings: Assessment['now']): Row[] =>
    Object.entries(ratings).map(([theme, rating]) => [
      texts.themes[theme as keyof typeof texts.themes],
      `${rating}`,
    ]);
  return {
    title: t.assessment,
    parts: [
      { rows: rated(now) },
      { title: t.helps, rows: rated(helps) },
      { rows: [[t.chosen, chosen?.map((theme) => texts.themes[theme]).join(', ')]] },
    ],
  };
}

function sparringSection(facts: PageFacts, texts: Texts): Section {
  const t = texts.sparring;
  const { person, sparringAsked } = facts.data;
  const part = (who: string, on: PlainDate, reply: string | undefined, when: string | undefined): Part => ({
    title: `${nameIn(facts, who, texts)}, ${dateIn(facts, on)}`,
    rows: [
      [texts.ask.answer, reply === undefined ? texts.ask.waits : t.replies[reply as keyof typeof t.replies]],
      [t.suggests, when],
    ],
  });
  return {
    title: texts.myData.page.sparring,
    parts: [
      ...(person.sparring ?? []).map(({ to, madeOn, answer }) =>
        part(to, madeOn, answer?.reply, answer?.when),
      ),
      ...sparringAsked.map(({ from, madeOn, reply, when }) => part(from, madeOn, reply, when)),
    ],
  };
}

function receivedSection(facts: PageFacts, texts: Texts): Section {
  const t = texts.myData.page;
  return {
    title: t.received,
    parts: facts.data.asksReceived.map(({ from, kind, madeOn, answer }) => ({
      title: `${t.from}: ${nameIn(facts, from, texts)}`,
      rows: [
        [texts.ask.need, texts.ask.kinds[kind]],
        [t.madeOn, dateIn(facts, madeOn)],
        ...answerRows(answer, facts, texts),
      ],
    })),
  };
}

function supportsSection(facts: PageFacts, texts: Texts): Section {
  const t = texts.myData.page;
  const rows = facts.data.partnerOf.map(
    ({ leader, since }): Row => [nameIn(facts, leader, texts), `${t.since} ${dateIn(facts, since)}`],
  );
  return { title: t.supports, parts: [{ rows }] };
}

function groupSection(
  { channel, since, leads, contributions, answers, answeredOn, named, notes, commitments }: InGroup,
  facts: PageFacts,
  texts: Texts,
): Section {
  const t = texts.myData.page;
  return {
    title: `${t.group} ${facts.names.get(channel) ?? channel}`,
    parts: [
      { rows: [[t.since, [dateIn(facts, since), leads ? t.leads : undefined].filter(Boolean).join('. ')]] },
      ...contributions.map((said) => ({ title: t.contribution, rows: contributionRows(said, texts) })),
      ...testParts(answers, named, texts),
      ...answeredOn.map((on) => ({ rows: [[t.answeredOn, dateIn(facts, on)] as Row] })),
      ...notes.map((line) => ({ rows: [lineRow(line, texts)] })),
      ...commitments.map(({ text, due, said }) => ({
        title: t.commitment,
        rows: [[t.what, text] as Row, [t.due, fullDate(facts.language, due)] as Row, [t.note, said] as Row],
      })),
    ],
  };
}

/** What they answered in the group's test, as long as it is open; or the theme they openly named. */
function testParts(answers: InGroup['answers'], named: InGroup['named'], texts: Texts): Part[] {
  const t = texts.myData.page;
  const { themes } = texts.group;
  const rated = (ratings: Ratings<GroupStatement> = {}): Row[] =>
    Object.entries(ratings).map(([theme, rating]) => [themes[theme as GroupStatement], `${rating}`]);
  return [
    ...(answers === undefined
      ? []
      : [
          { title: t.groupTest, rows: rated(answers.now) },
          { title: t.helps, rows: rated(answers.helps) },
        ]),
    ...(named === undefined ? [] : [{ rows: [[t.named, themes[named.theme]] as Row] }]),
  ];
}

function contributionRows({ worked, tried, adjust, need, lend }: Contribution, texts: Texts): Row[] {
  const t = texts.group.contribute;
  return [
    [t.worked, worked],
    [t.tried, tried],
    [t.adjust, adjust],
    [t.need, offered(need, t.needs)],
    [t.lend, offered(lend, t.lends)],
  ];
}

const offered = (offer: Offer | undefined, labels: Record<Offer['kinds'][number], string>) =>
  offer && [...offer.kinds.map((kind) => labels[kind]), offer.text].filter(Boolean).join('\n');

function lineRow({ kind, text, kinds = [] }: RoundLine, texts: Texts): Row {
  const t = texts.group.contribute;
  const labels = kind === 'lend' ? t.lends : t.needs;
  return [t[kind], [text, ...kinds.map((one) => labels[one])].filter(Boolean).join('\n')];
}
