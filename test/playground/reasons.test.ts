import { describe, expect, it } from 'vitest';
import type { Reason } from '../../playground/contract.ts';
import { said, timeTextsFor } from '../../playground/page/time/texts.ts';
import { claimOf, reasonOfPost, reasonsOf } from '../../playground/upcoming/reasons.ts';
import type { Group } from '../../shared/domain/group.ts';
import { lookAtGroup } from '../../shared/domain/group-look.ts';
import { type ItemKind, newsKinds, slotKinds } from '../../shared/domain/item.ts';
import { look } from '../../shared/domain/look.ts';
import type { Person } from '../../shared/domain/person.ts';
import { aGroup, agreed, aRound, inRound } from '../domain/groups.ts';
import { aLeader, aLink, anAsk, aPart, aPerson, aPrompt, at, followUps } from '../domain/people.ts';

/** What the domain claims at an instant, in the words of the time machine: somebody called Ann gets it. */

const [, second = '', third = '', fourth = '', , last = ''] = followUps;
const settledBefore = (week: string) => followUps[followUps.indexOf(week) - 1] ?? '2026-08-31';
const answered = (week: string) => aPrompt({ week: settledBefore(week), state: 'answered' });
const due = (week: string, other: Partial<Person> = {}) =>
  aLeader({ settled: settledBefore(week) }, { prompt: answered(week), ...other });
const toldOn = (...keys: string[]) => keys.map((key) => ({ key, on: '2026-09-01' }));

type Case = { says: string; person: Person; now: string; da: string[]; en: string[] };
const messages: Case[] = [
  {
    says: 'an ordinary follow-up, in the rhythm that was chosen',
    person: due(second),
    now: '2026-09-29 09:15',
    da: ['Opfølgning på aftalen: Ann har valgt hver anden uge.'],
    en: ['Follow-up on the agreement: Ann chose every two weeks.'],
  },
  {
    says: 'the one half-way',
    person: due(third),
    now: '2026-10-13 09:15',
    da: ['Opfølgning midtvejs: Er det stadig de to rigtige punkter?'],
    en: ['Half-way follow-up: Are these still the right two points?'],
  },
  {
    says: 'the last one',
    person: due(last),
    now: '2026-12-01 09:15',
    da: ['Sidste opfølgning: Aftalen er ved vejs ende. Tid til at se tilbage.'],
    en: ['The last follow-up: The agreement is coming to its end. Time to look back.'],
  },
  {
    says: 'one that was moved to tomorrow',
    person: aLeader({}, { prompt: aPrompt({ state: 'moved', movedTo: '2026-09-16' }) }),
    now: '2026-09-16 09:15',
    da: ['Opfølgning på aftalen: Ann bad om at vente.'],
    en: ['Follow-up on the agreement: Ann asked to wait.'],
  },
  {
    says: 'one after two that nobody answered',
    person: aLeader(
      { settled: third, unanswered: 1, checkIns: [] },
      { prompt: aPrompt({ week: third, parts: [aPart(third)] }) },
    ),
    now: '2026-11-10 09:15',
    da: ['Opfølgning på aftalen: Sjældnere nu, for Ann har ikke svaret et stykke tid.'],
    en: ['Follow-up on the agreement: Less often now, as Ann has not answered for a while.'],
  },
  {
    says: 'the one reminder',
    person: aLeader({ settled: '2026-09-14' }, { prompt: aPrompt({ sentAt: at('2026-09-15 09:05') }) }),
    now: '2026-09-17 09:15',
    da: ['Påmindelse om opfølgningen: Ann har ikke svaret i to arbejdsdage. Den kommer kun én gang.'],
    en: ['Reminder of the follow-up: Ann has not answered for two working days. It comes only once.'],
  },
  {
    says: 'what somebody else asks for, in working hours',
    person: aPerson({ links: [aLink({ asks: [{ id: 'Q1' }] })] }),
    now: '2026-09-03 10:00',
    da: ['U9 beder om noget: Ann kan gøre noget ved det.'],
    en: ['U9 asks for something: Ann can do something about it.'],
  },
  {
    says: 'an invitation and a small win, in one message',
    person: aPerson({
      links: [
        aLink({ partner: { state: 'invited', since: '2026-09-02' } }),
        aLink({ owner: 'U8', wins: ['2026-08-31'] }),
      ],
    }),
    now: '2026-09-03 10:00',
    da: ['Vil du være sparringspartner?: U9 spørger.', 'En lille sejr: U8 vil gerne dele den.'],
    en: ['Will you be a sparring partner?: U9 is asking.', 'A small win: U8 would like to share it.'],
  },
  {
    says: 'an ask that waits, three working days after it came',
    person: aPerson({ links: [aLink({ asks: [{ id: 'Q1' }] })], told: toldOn('ask U9 Q1') }),
    now: '2026-09-08 09:15',
    da: ['Påmindelse: U9 venter på svar: Ann har ikke svaret i tre arbejdsdage.'],
    en: ['Reminder: U9 is waiting for an answer: Ann has not answered for three working days.'],
  },
  {
    says: 'beside the own follow-up, that there is no answer yet',
    person: aLeader({
      asks: [anAsk({ delivered: { on: '2026-09-03', overdueFrom: '2026-09-10' } })],
    }),
    now: '2026-09-15 09:15',
    da: [
      'Opfølgning på aftalen: Ann har valgt hver anden uge.',
      'Der er ikke svar endnu: U2 har ikke svaret i fem arbejdsdage.',
    ],
    en: [
      'Follow-up on the agreement: Ann chose every two weeks.',
      'No answer yet: U2 has not answered for five working days.',
    ],
  },
  {
    says: 'a talk that is a month ago',
    person: aPerson({ links: [aLink({ partner: { state: 'accepted', since: '2026-09-02' } })] }),
    now: '2026-10-06 09:15',
    da: ['Påmindelse om en snak med U9: Den kommer én gang om måneden.'],
    en: ['Reminder to talk with U9: It comes once a month.'],
  },
  {
    says: 'a round that waits, and a task that is due',
    person: aPerson({
      groups: [
        {
          channel: 'C1',
          version: 1,
          heardOn: '2026-09-02',
          role: 'member',
          round: { id: '1', on: '2026-09-14', until: at('2026-09-17 09:00') },
          commitments: [{ id: 'M1', due: '2026-09-15' }],
          needs: [],
        },
      ],
    }),
    now: '2026-09-15 09:15',
    da: [
      'Runden i C1 er åben: Ann har ikke bidraget endnu.',
      'Hvordan går det med det aftalte?: I C1 er det aftalt til nu.',
    ],
    en: [
      'The round in C1 is open: Ann has not contributed yet.',
      'How is it going with what was agreed?: It is due now, as agreed in C1.',
    ],
  },
];

const inWords = (reasons: Reason[], who: string, locale: 'da-DK' | 'en-GB') =>
  reasons.map((reason) => {
    const { what, why } = said(reason, who, timeTextsFor(locale));
    return `${what}: ${why}`;
  });

describe('somebody is told why they get', () => {
  it.each(messages)('$says', ({ person, now, da, en }) => {
    const claimed = look(person, at(now)).person;
    const claim = claimOf(claimed);
    const reasons = claim ? reasonsOf(claimed, claim) : [];
    expect(inWords(reasons, 'Ann Holm', 'da-DK')).toEqual(da);
    expect(inWords(reasons, 'Ann Holm', 'en-GB')).toEqual(en);
  });

  it('nothing, where nothing is claimed', () => {
    expect(claimOf(look(due(fourth), at('2026-10-26 09:00')).person)).toBeUndefined();
  });

  it('the later of two claims, where a dead worker left the other', () => {
    const news = { on: '2026-09-15', items: [], state: 'sending' as const };
    const prompt = aPrompt({ state: 'sending', lease: at('2026-09-15 09:01') });
    const claimed = (lease: string) => claimOf(aLeader({}, { prompt, news: { ...news, lease: at(lease) } }));
    expect(claimed('2026-09-15 09:00')?.what).toBe('prompt');
    expect(claimed('2026-09-15 10:00')?.what).toBe('news');
  });
});

const posts: { says: string; group: Group; now: string; da: string }[] = [
  {
    says: 'its agreement, just made',
    group: aGroup({ card: undefined }),
    now: '2026-09-02 12:00',
    da: 'Gruppens aftale: Den er lige lavet og bliver fastgjort i kanalen.',
  },
  {
    says: 'a round in its rhythm',
    group: aGroup(),
    now: '2026-09-15 09:00',
    da: 'Runden åbner: Gruppen har valgt hver anden uge.',
  },
  {
    says: 'the last round',
    group: agreed({ settled: '2026-11-09' }),
    now: '2026-12-01 09:00',
    da: 'Den sidste runde åbner: Gruppen har valgt hver anden uge.',
  },
  {
    says: 'a round that a member opened',
    group: inRound({ opening: undefined, openedBy: 'U2' }),
    now: '2026-09-15 10:00',
    da: 'Runden åbner: U2 har åbnet den.',
  },
  {
    says: 'the summary, when its hours are over',
    group: inRound(),
    now: '2026-09-17 09:00',
    da: 'Runden lukker, og opsamlingen kommer: Den har været åben i 48 timer.',
  },
  {
    says: 'the summary, when a member closed it',
    group: aGroup({ round: aRound({ closedAt: at('2026-09-16 09:00'), closedBy: 'U2' }) }),
    now: '2026-09-16 09:01',
    da: 'Runden lukker, og opsamlingen kommer: U2 har lukket den.',
  },
];

describe('a channel is told why it gets', () => {
  it.each(posts)('$says', ({ group, now, da }) => {
    const { post, group: claimed } = lookAtGroup(group, at(now), 'U1');
    expect(post && inWords([reasonOfPost(claimed, post)], '#c', 'da-DK')).toEqual([da]);
  });
});

it.each([...newsKinds, ...slotKinds])('%s has words of its own in both languages', (kind: ItemKind) => {
  const reason = { kind, by: 'Peter Lund', channel: '#drift' };
  const [da, en] = (['da-DK', 'en-GB'] as const).map((locale) =>
    said(reason, 'Ann Holm', timeTextsFor(locale)),
  );
  expect(da?.what).not.toBe('');
  expect(da).not.toEqual(en);
  expect(JSON.stringify([da, en])).not.toMatch(/undefined|Lund|Holm/);
});
