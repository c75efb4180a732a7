/** What the texts of groups are told, in all their variants (texts.test.ts). */
const moment = { date: '2026-12-08', time: '09:00' };
const date = [['2026-12-08']];
const maybe = [[moment], [undefined]];
const resources = ['time', 'people', 'tasks'];

export const groupFacts: Record<string, unknown[][]> = {
  'settings.workspace.days': [[1], [14]],
  'settings.errors.contact': [['Ida']],
  'settings.errors.period': [['i juli']],
  'settings.errors.tooMany': [[10]],
  'settings.first.responsible': [['Havnby Energi']],
  'settings.introduction.lines': [['Karen']],

  'start.mine': [[0], [2]],
  'groupSaid.made': maybe,
  'groupSaid.paused': date,
  'groupSaid.resumed': maybe,
  'groupSaid.extended': date,
  'groupSaid.roundNext': maybe,
  'groupSaid.contributed': [[moment]],
  'groupSaid.commitmentLater': date,

  'channel.more': [[4]],
  'channel.card.span': [['2026-11-24', '2027-02-24']],
  'channel.card.rhythm': [1, 2, 4].flatMap((weeks) =>
    [24, 48, 72, 120].map((hours) => [weeks, { weekday: 2, time: '09:00' }, hours]),
  ),
  'channel.card.on': date,
  'channel.card.paused': date,
  'channel.promises.due': date,
  'channel.promises.overdue': date,
  'channel.opening.open': [[moment]],
  'channel.opening.moreNotes': [[4]],
  'channel.opening.contributed': [
    [0, 6],
    [1, 6],
    [3, 6],
  ],
  'channel.opening.closed': [
    [0, 6],
    [1, 6],
    [3, 6],
  ],
  'channel.summary.heading': date,
  'channel.summary.tookPart': [
    [1, 6],
    [3, 6],
  ],
  'channel.summary.shortDate': date,
  'channel.summary.mean': [
    ['x', 3.2, 2.8],
    ['x', 3, undefined],
  ],
  'channel.summary.noProgress': [[2.8], [undefined]],
  'channel.summary.stillRight': [
    [0, 1],
    [1, 0],
    [4, 2],
  ],
  'channel.summary.verdict': ['done', 'keep', 'change'].flatMap((outcome) => [
    [outcome, 1],
    [outcome, 3],
  ]),
  'channel.summary.match': resources.map((kind) => ['Anna', 'Ida', kind]),
  'channel.summary.discussed': [['x']],
  'channel.summary.agreed': [['Anna', '2026-12-08']],
  'channel.summary.agreedByNobody': date,
  'channel.summary.moreLines': [[37]],
  'channel.line.needs': [[['time']], [resources]],
  'channel.line.lends': [[['people']], [resources]],
  'channel.ended.stopped': date,

  'group.others': [[1], [5]],
  'group.point.why': [['x']],
  'group.closing.said': [[[{ label: 'x', count: 2 }]]],
  'group.closing.lost': [[1], [3]],
  'group.closing.extend': [[1], [3]],
  'group.lines.notAll': [[1], [3]],
  'group.view.stopConfirm.text': [[1], [30]],
  'group.view.period': [1, 2, 4].map((weeks) => ['2026-11-23', '2027-02-23', weeks]),
  'group.view.closed': date,
  'group.view.stopped': date,
  'group.view.paused': date,
  'group.view.retired': date,
  'group.view.by': date,
  'group.lines.agreed': date,
  'group.view.open': [[moment]],
  'group.view.next': [[moment]],
  'group.view.nextClosing': [[moment]],
  'group.contribute.intro': [[moment]],
  'group.contribute.outcome': [['x']],
  'group.lines.discussed': [
    [1, 1],
    [2, 4],
  ],
};
