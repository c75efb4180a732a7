/** What the texts of the prioritisation test are told, in all their variants (texts.test.ts). */
export const assessmentFacts: Record<string, unknown[][]> = {
  'assessment.place': [[1, 4]],
  'groupTest.begin.how': [[5], [25]],
  'groupTest.answered': [[{ date: '2026-12-08', time: '09:00' }]],
  'groupTest.post.open': [[{ date: '2026-12-08', time: '09:00' }]],
  'groupTest.post.how': [[5], [25]],
  'groupTest.post.tooFew': [[5], [25]],
  'groupTest.post.notEnough': [[false], [true]],
  'groupTest.name.intro': [
    [true, 5],
    [false, 7],
  ],
  'assessment.onlyYou': [[90]],
  'assessment.deletedOn': [['2027-02-23']],
  'assessment.deletedOnOrWith': [['2027-02-23']],
};
