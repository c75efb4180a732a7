import { describe, expect, test } from 'vitest';
import { allows } from '../../shared/domain/access.ts';
import type { LeaderAgreement } from '../../shared/domain/agreement.ts';
import type { Person } from '../../shared/domain/person.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { askView, ownAskView } from '../../shared/views/ask.ts';
import { checkInView } from '../../shared/views/check-in.ts';
import { confidants, peopleOf, preview } from '../../shared/views/people.ts';
import {
  agreementOf,
  askedOf,
  manager,
  ordinary,
  outside,
  partner,
  partnerIs,
  somebody,
  today,
  withPeople,
} from './people.ts';

/** What a leader is told that others will see is what the rules then let them see. */

const texts = textsIn('da');
const write = ordinary.da;
const bare = agreementOf({ write });
const [point] = bare.points;
const sharing = { seesPoints: true };

const owned = (agreement: LeaderAgreement): Person => ({ ...somebody('da'), agreement });
const seesPoints = (user: string, agreement: LeaderAgreement) =>
  allows({ tenant: 'T1', user }, owned(agreement), 'see-points', { kind: 'points' });

type Around = Pick<LeaderAgreement, 'manager' | 'partners'>;

describe('the preview of an ask', () => {
  test.each<[string, Around, boolean]>([
    ['a manager whom the points are shared with', { manager: { id: 'U3', seesPoints: true } }, true],
    ['a manager', { manager: { id: 'U3', seesPoints: false } }, false],
    ['a partner whom the points are shared with', { partners: [partnerIs('accepted', 'U3', sharing)] }, true],
    ['a partner', { partners: [partnerIs('accepted', 'U3')] }, false],
    ['somebody invited, who may see them later', { partners: [partnerIs('invited', 'U3', sharing)] }, false],
    ['a partner who left', { partners: [partnerIs('left', 'U3', sharing)] }, false],
    [
      'a manager whom the points are shared with, and who was a partner once',
      { manager: { id: 'U3', seesPoints: true }, partners: [partnerIs('left', 'U3')] },
      true,
    ],
    ['a colleague', {}, false],
  ])('to %s says what they then see', (_, around, points) => {
    const agreement = { ...bare, ...around };
    const told = JSON.stringify(askView({ agreement, point, to: 'U3' }, texts));
    expect(told.includes(texts.ask.seesPointsToo)).toBe(points);
    expect(told.includes(texts.ask.seesIt)).toBe(!points);
    expect(seesPoints('U3', { ...agreement, asks: [askedOf(write, { to: 'U3' })] })).toBe(points);
  });
});

describe('the preview of the people', () => {
  const sees = texts.people.sees;
  const lineOf = (user: string, agreement: LeaderAgreement) => {
    const json = JSON.stringify(preview(peopleOf(agreement), texts));
    const [, after] = json.split(`"user_id":"${user}"},{"type":"text","text":"`);
    return after?.split('"')[0];
  };

  test.each([
    { seesPoints: true, said: sees.managerPoints },
    { seesPoints: false, said: sees.managerNothing },
  ])(
    'says that a manager sees nothing before they are asked: $seesPoints',
    ({ seesPoints: shares, said }) => {
      const agreement = { ...bare, manager: { id: manager, seesPoints: shares } };
      expect(lineOf(manager, agreement)).toBe(said);
      expect(seesPoints(manager, agreement)).toBe(false);
      expect(seesPoints(manager, { ...agreement, asks: [askedOf(write)] })).toBe(shares);
      expect(seesPoints(manager, { ...agreement, asks: [askedOf(write, { closed: 'withdrawn' })] })).toBe(
        false,
      );
    },
  );

  test.each([
    { seesPoints: true, said: sees.partnerPoints },
    { seesPoints: false, said: sees.partnerNothing },
  ])('says what a partner sees once they said yes: $seesPoints', ({ seesPoints: shares, said }) => {
    const as = (state: 'invited' | 'accepted') => ({
      ...bare,
      partners: [partnerIs(state, partner, { seesPoints: shares })],
    });
    for (const state of ['invited', 'accepted'] as const) expect(lineOf(partner, as(state))).toBe(said);
    expect(seesPoints(partner, as('invited'))).toBe(false);
    expect(seesPoints(partner, as('accepted'))).toBe(shares);
  });

  test('has a line for everybody chosen, and for nobody else', () => {
    const abandoned = { ...bare, manager: { id: manager, seesPoints: true, gone: true } };
    const [, ...lines] = linesOf(withPeople(bare, write));
    expect(lines).toHaveLength(4);
    expect(linesOf({ ...abandoned, partners: [partnerIs('declined'), partnerIs('gone', 'U5')] })).toEqual([
      texts.people.whoSees,
      texts.people.onlyYou,
    ]);
  });

  function linesOf(agreement: LeaderAgreement): string[] {
    const [section] = preview(peopleOf(agreement), texts).elements;
    const words = section?.type === 'rich_text_section' ? section.elements : [];
    return words
      .map((word) => (word.type === 'text' ? word.text : '@'))
      .join('')
      .split('\n');
  }
});

describe('a win', () => {
  test.each<[string, Around, string[]]>([
    ['the manager', { manager: { id: manager, seesPoints: false } }, [manager]],
    ['no manager who is gone', { manager: { id: manager, seesPoints: false, gone: true } }, []],
    ['a partner', { partners: [partnerIs('accepted')] }, [partner]],
    ['nobody invited', { partners: [partnerIs('invited')] }, []],
    ['nobody who left', { partners: [partnerIs('left')] }, []],
    ['nobody outside Slack', { partners: [outside(write)] }, []],
  ])('may be shared with %s', (_, around, trusted) => {
    const agreement = { ...bare, ...around };
    expect(confidants(agreement)).toEqual(trusted);
    const form = checkInView({ agreement, corrects: undefined, isHalfWay: false, dm: undefined }, texts);
    expect(JSON.stringify(form).includes(texts.wins.share)).toBe(trusted.length > 0);
  });

  test('that is corrected is shared with those who are still with the leader', () => {
    const agreement = { ...agreementOf({ write, checkIns: 1 }), partners: [partnerIs('accepted')] };
    const corrects = agreement.checkIns.map((checkIn) => ({ ...checkIn, winSeenBy: [manager, partner] }))[0];
    const form = checkInView({ agreement, corrects, isHalfWay: false, dm: undefined }, texts);
    expect(form.blocks.find(({ block_id }) => block_id === 'share-win')).toMatchObject({
      element: { initial_users: [partner], max_selected_items: 1 },
    });
  });
});

describe('an own ask that is over', () => {
  const shown = (closed: 'withdrawn' | 'gone') => {
    const facts = { owner: 'U1', point, mayTakeAWhile: false, today };
    return JSON.stringify(ownAskView({ ...facts, ask: askedOf(write, { closed }) }, texts));
  };

  test.each(['withdrawn', 'gone'] as const)('does not wait for an answer: %s', (closed) => {
    expect(shown(closed)).not.toContain(texts.ask.waits);
  });

  test('was withdrawn only where the leader took it back', () => {
    expect(shown('withdrawn')).toContain(texts.ask.closed.withdrawn);
    expect(shown('gone')).not.toContain(texts.ask.closed.withdrawn);
  });
});

test('an ask that is asked of another instead keeps its words', () => {
  const instead = askedOf(() => 'Kan mandagsmødet undværes?');
  const form = askView({ agreement: bare, point, to: undefined, instead }, texts);
  expect(form.blocks.find(({ block_id }) => block_id === 'text')).toMatchObject({
    element: { initial_value: 'Kan mandagsmødet undværes?' },
  });
});
