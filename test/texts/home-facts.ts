/** What the texts of the Home tab are told, in all their variants (texts.test.ts). */
const date = [['2026-12-08']];
const counts = [[1], [12]];

export const homeFacts: Record<string, unknown[][]> = {
  'home.more': counts,
  'home.asked.dated': date,
  'home.waiting': counts,
  'home.on': date,
  'home.wins': counts,
  'home.testOpen': [[{ date: '2026-12-08', time: '09:00' }]],
  'home.roundOpen': [[{ date: '2026-12-08', time: '09:00' }]],
  'home.commitments': counts,
  'home.due': [[['2026-12-08']], [['2026-12-08', '2027-01-04']]],
};
