import { retentionDays } from '../../shared/domain/retention.ts';

/** What the texts of one's own data are told (texts.test.ts). */
const counted = ['past', 'checkIns', 'asksMade', 'asksReceived', 'people', 'supports'];
const more = ['sparring', 'groups', 'groupAnswers', 'contributions', 'commitments'];

export const myDataFacts: Record<string, unknown[][]> = {
  ...Object.fromEntries([...counted, ...more].map((kind) => [`myData.kinds.${kind}`, [[1], [3]]])),
  ...Object.fromEntries(
    Object.entries(retentionDays).map(([kind, days]) => [`myData.kept.${kind}`, [[days], [1]]]),
  ),
  'myData.link': [[{ date: '2026-12-08', time: '09:10' }]],
  'myData.page.made': [['2026-12-08']],
};
