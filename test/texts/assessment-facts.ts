/** What the texts of the prioritisation test are told, in all their variants (texts.test.ts). */
export const assessmentFacts: Record<string, unknown[][]> = {
  'assessment.place': [[1, 4]],
  'assessment.onlyYou': [[90]],
  'assessment.deletedOn': [['2027-02-23']],
  'assessment.deletedOnOrWith': [['2027-02-23']],
};
