/**
 * What can be done about a group, from its channel and from its modals. A button's value is `<channel> <id>` (metadata.ts):
 * the id of what it is about, or `-`.
 */
export const groupActions = {
  see: 'group.see',
  make: 'group.make',
  chooseMembers: 'group.choose-members',
  members: 'group.members',
  rhythm: 'group.rhythm',
  editPoint: 'group.edit-point',
  replacePoint: 'group.replace-point',
  takePoint: 'group.take-point',
  pause: 'group.pause',
  resume: 'group.resume',
  end: 'group.end',
  extend: 'group.extend',
  stop: 'group.stop',
  leave: 'group.leave',
  takeOver: 'group.take-over',
  openRound: 'round.open',
  contribute: 'round.contribute',
  closeRound: 'round.close',
  handOver: 'round.hand-over',
  lines: 'round.lines',
  commit: 'commitment.make',
  answer: 'commitment.answer',
  take: 'commitment.take',
  testBegin: 'group-test.begin',
  testOpen: 'group-test.open',
  testPage: 'group-test.page',
  testClose: 'group-test.close',
} as const;

/** The callback ids of the forms. */
export const groupForms = {
  who: 'group-who',
  points: 'group-points',
  members: 'group-members',
  rhythm: 'group-rhythm',
  editPoint: 'group-edit-point',
  replacePoint: 'group-replace-point',
  pause: 'group-pause',
  closing: 'group-closing',
  contribute: 'round-contribute',
  handOver: 'round-hand-over',
  lines: 'round-lines',
  commit: 'commitment-make',
  answer: 'commitment-answer',
  testBegin: 'group-test-begin',
  testNow: 'group-test-now',
  testHelps: 'group-test-helps',
  testName: 'group-test-name',
} as const;
