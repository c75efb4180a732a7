import type { ModalView } from '@slack/types';
import type { CheckIn } from '../../shared/domain/agreement.ts';
import { type Language, type Person, rulesFor } from '../../shared/domain/person.ts';
import type { RefusalReason } from '../../shared/domain/refusal.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { type Workspace, workspaceOf } from '../../shared/domain/workspace.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { agreementView } from '../../shared/views/agreement.ts';
import type { Message } from '../../shared/views/blocks.ts';
import { button } from '../../shared/views/blocks.ts';
import { checkInView } from '../../shared/views/check-in.ts';
import { closingView } from '../../shared/views/closing.ts';
import { editPointView, replacePointView } from '../../shared/views/edit-point.ts';
import { historyView } from '../../shared/views/history.ts';
import { noticeView, viewWithNotice } from '../../shared/views/notice.ts';
import { pauseView } from '../../shared/views/pause.ts';
import { pointView } from '../../shared/views/point.ts';
import {
  answeredMessage,
  askedAgainMessage,
  closedMessage,
  pausedMessage,
  promptMessage,
  reminderMessage,
} from '../../shared/views/prompt.ts';
import { rhythmView } from '../../shared/views/rhythm.ts';
import { mySettingsView } from '../../shared/views/settings.ts';
import { open, startView } from '../../shared/views/start.ts';
import { talkView } from '../../shared/views/talk.ts';
import { workspaceSettingsView } from '../../shared/views/workspace-settings.ts';
import { messagesAround, viewsAround } from './around.ts';
import {
  closedOf,
  letGo,
  now,
  prompt,
  somebody,
  stoppedOf,
  withAgreement,
  withDraft,
  withPeople,
  written,
} from './people.ts';

type Words = (most: number) => string;
type Shown<T> = Record<string, T>;

const ordinaryCheckIn = { corrects: undefined, isHalfWay: false, dm: undefined };

/** A workspace that has decided all there is, with names and words of that author. */
function decided(write: Words): Workspace {
  return {
    ...workspaceOf('T1'),
    sameForAll: true,
    contacts: Array.from({ length: 10 }, () => ({ name: write(40), reach: write(60) })),
    closed: [{ from: '2027-07-12', until: '2027-07-26' }],
    controller: write(80),
    legalBasis: write(500),
    admins: ['U1', 'U2'],
  };
}

/** Everything the app shows, by a name for the state it is in, written by somebody who writes like that. */
export function everyView(language: Language, write: Words, name?: string): Shown<ModalView> {
  const texts = textsIn(language);
  const nobody = somebody(language, name);
  const drafted = withDraft(nobody, write);
  const begun = withAgreement(nobody, { write, whole: false });
  const running = withAgreement(nobody, { write, checkIns: 2 });
  const full = withAgreement(nobody, { write, checkIns: 13 });
  const ended = withAgreement(nobody, { write, checkIns: 6, starts: '2026-08-24', ends: '2026-11-24' });
  const lastDone = { ...running, agreement: { ...running.agreement, settled: '2027-02-22' } };
  const stopped = { ...nobody, agreement: stoppedOf({ write, checkIns: 1 }) };
  const closed = { ...nobody, agreement: closedOf({ write }) };
  const paused = { ...running, pauses: [{ from: '2026-12-08', until: '2027-01-04' }] };
  const resting = { ...running, agreement: { ...running.agreement, unanswered: 3 } };
  const replaced = { ...running, agreement: { ...running.agreement, retired: [letGo(0, write)] } };
  const veteran = { ...paused, past: [closed.agreement] };
  const everything = {
    ...veteran,
    agreement: {
      ...withPeople(full.agreement, write),
      retired: Array.from({ length: 12 }, (_, index) => letGo(index, write)),
    },
    past: Array.from({ length: 9 }, () => withPeople(closedOf({ write, checkIns: 13 }, 12), write)),
  };
  const [point] = running.agreement.points;
  const dm = { channel: 'D1', ts: '1.1' };
  const closing = { agreement: full.agreement, lostWeeks: 0, dm: undefined };
  const workingTime = defaultWorkingTime;
  const facts = { workingTime, zone: 'Europe/Copenhagen', rhythm: 2, ends: '2027-03-08' } as const;
  const night = {
    slot: { weekday: 6, time: '02:00' },
    workdays: [5, 6, 7],
    hours: { from: '22:00', to: '06:00' },
  } as const;
  const rhythm = { ...facts, otherTimes: false };
  const see = button(open.agreement, texts.start.see);
  const next = { date: '2026-12-22', time: '09:00' };
  const notices = Object.entries(texts.refusals) as [RefusalReason, string][];
  return {
    'start-nothing': startView(nobody, now, texts),
    'start-draft': startView(drafted, now, texts),
    'start-running': startView(running, now, texts),
    'start-last-done': startView(lastDone, now, texts),
    'start-ended': startView(ended, now, texts),
    'start-paused': startView(paused, now, texts),
    'start-nothing-paused': startView({ ...nobody, pauses: paused.pauses }, now, texts),
    'start-resting': startView(resting, now, texts),
    'start-stopped': startView(stopped, now, texts),
    'start-closed-and-draft': startView({ ...closed, draft: drafted.draft }, now, texts),
    'start-ended-and-draft': startView({ ...ended, draft: drafted.draft }, now, texts),
    'settings-mine': mySettingsView(running, texts),
    'settings-workspace': workspaceSettingsView(workspaceOf('T1'), texts),
    'settings-workspace-full': workspaceSettingsView(decided(write), texts),
    talk: talkView(decided(write), texts),
    'talk-nobody-named': talkView(workspaceOf('T1'), texts),
    'point-first': pointView(0, undefined, texts),
    'point-second': pointView(1, undefined, texts),
    'point-first-written': pointView(0, written(write), texts),
    'point-second-written': pointView(1, written(write), texts),
    rhythm: rhythmView(rhythm, texts),
    'rhythm-other-times': rhythmView({ ...facts, otherTimes: true }, texts),
    'rhythm-night-shift': rhythmView(
      { ...facts, workingTime: { ...night, workdays: [...night.workdays] }, otherTimes: true },
      texts,
    ),
    'rhythm-change': rhythmView({ ...rhythm, rhythm: 4, ends: undefined, changes: 'V9' }, texts),
    'rhythm-failed': viewWithNotice(rhythmView(rhythm, texts), [texts.errors.failed('ab12cd34')]),
    'rhythm-failed-again': viewWithNotice(
      viewWithNotice(rhythmView(rhythm, texts), [texts.errors.failed('ab12cd34')]),
      [texts.errors.failed('ef56ab78')],
    ),
    'agreement-begun': agreementView(begun, begun.agreement, now, texts),
    'agreement-running': agreementView(running, running.agreement, now, texts),
    'agreement-full': agreementView(full, full.agreement, now, texts),
    'agreement-ended': agreementView(ended, ended.agreement, now, texts),
    'agreement-replaced': agreementView(replaced, replaced.agreement, now, texts),
    'agreement-paused': agreementView(veteran, veteran.agreement, now, texts),
    'agreement-everything-full': agreementView(everything, everything.agreement, now, texts),
    'agreement-closed': agreementView(closed, closed.agreement, now, texts),
    'agreement-stopped': agreementView(stopped, stopped.agreement, now, texts),
    'edit-point': editPointView(running.agreement, point, texts),
    'replace-point': replacePointView(running.agreement, point, texts),
    pause: pauseView('2026-12-22', undefined, texts),
    'pause-from-message': pauseView('2026-12-22', dm, texts),
    'history-nothing': historyView(nobody, texts),
    history: historyView(veteran, texts),
    'history-kept-a-week': historyView(
      { ...veteran, workspace: { ...rulesFor(veteran), keptDays: 7 } },
      texts,
    ),
    'history-full': historyView(everything, texts),
    closing: closingView({ ...closing, agreement: running.agreement }, texts),
    'closing-begun': closingView({ ...closing, agreement: begun.agreement }, texts),
    'closing-lost-one-week': closingView({ ...closing, agreement: running.agreement, lostWeeks: 1 }, texts),
    'closing-lost-weeks': closingView({ agreement: running.agreement, lostWeeks: 3, dm }, texts),
    'closing-full': closingView({ ...closing, lostWeeks: 12, dm }, texts),
    'check-in': checkInView({ ...ordinaryCheckIn, agreement: running.agreement }, texts),
    'check-in-from-message': checkInView({ ...ordinaryCheckIn, agreement: running.agreement, dm }, texts),
    'check-in-corrects': checkInView(
      {
        ...ordinaryCheckIn,
        agreement: running.agreement,
        corrects: running.agreement.checkIns.at(-1),
      },
      texts,
    ),
    'check-in-half-way': checkInView(
      { ...ordinaryCheckIn, agreement: running.agreement, isHalfWay: true },
      texts,
    ),
    'check-in-half-way-full': checkInView(
      {
        agreement: full.agreement,
        corrects: { ...full.agreement.checkIns[0], stillRight: false } as CheckIn,
        isHalfWay: true,
        dm,
      },
      texts,
    ),
    paused: noticeView(texts.pause.title, [texts.pause.paused('2027-01-04')], texts),
    saved: noticeView(texts.saved.title, texts.saved.lines(next), texts, [see]),
    'saved-without-next': noticeView(texts.saved.title, texts.saved.lines(undefined), texts, [see]),
    thanks: noticeView(texts.checkIn.thanks, [texts.checkIn.winSaved, texts.checkIn.saved(next)], texts),
    'thanks-last': noticeView(texts.checkIn.thanks, [texts.checkIn.saved(undefined)], texts),
    'thanks-more': noticeView(
      texts.checkIn.thanks,
      [
        ...[texts.checkIn.winSaved, texts.checkIn.saved(next), texts.sparring.sent],
        ...[texts.halfWay.changeNow, texts.halfWay.talkAboutIt],
      ],
      texts,
      [button(open.agreement, texts.start.see, { primary: true })],
    ),
    help: noticeView(texts.start.help, [texts.help.text], texts),
    failed: noticeView(texts.errors.title, [texts.errors.failed('ab12cd34')], texts),
    ...Object.fromEntries(
      notices.map(([reason, text]) => [`refused-${reason}`, noticeView(texts.errors.title, [text], texts)]),
    ),
    ...viewsAround(language, write, name),
  };
}

export function everyMessage(language: Language, write: Words, name?: string): Shown<Message> {
  const texts = textsIn(language);
  const agreed = withAgreement(somebody(language, name), { write, checkIns: 2 });
  const running = { ...agreed, agreement: { ...agreed.agreement, settled: '2026-12-07' } };
  const done = { ...running, agreement: { ...running.agreement, settled: '2027-02-22' } };
  const nameless = { ...running, profile: { ...running.profile, name: '' } };
  const closed = { ...running, agreement: closedOf({ write }) };
  const asks = (week: string, halfWay?: boolean) =>
    promptMessage(
      running,
      prompt('sent', { parts: [{ kind: 'follow-up', agreement: 'V9', week, halfWay }] }),
      now,
      texts,
    );
  const shown = (person: Person, state: Parameters<typeof prompt>[0], at = now) =>
    promptMessage(person, prompt(state, { movedTo: '2026-12-09' }), at, texts);
  return {
    'prompt-asks': shown(running, 'sent'),
    'prompt-asks-somebody-without-a-name': shown(nameless, 'sent'),
    'prompt-asks-on-friday': shown(running, 'sent', '2026-12-11T09:00:00Z'),
    'prompt-claimed': shown(running, 'sending'),
    'prompt-moved': shown(running, 'moved'),
    'prompt-skipped': shown(running, 'skipped'),
    'prompt-skipped-last': shown(done, 'skipped'),
    'prompt-answered': shown(running, 'answered'),
    'prompt-answered-last': answeredMessage(done, now, texts),
    'prompt-failed': shown(running, 'failed'),
    'prompt-closed': closedMessage(texts),
    'prompt-half-way': asks('2027-01-04', true),
    'prompt-closing': asks('2027-02-22'),
    'prompt-agreement-closed': answeredMessage(closed, now, texts),
    'prompt-paused': pausedMessage(running, '2027-01-04', texts),
    'prompt-asked-again': askedAgainMessage(running, prompt('sent'), texts),
    reminder: reminderMessage(running, prompt('sent'), now, texts),
    'reminder-last': reminderMessage(done, prompt('sent'), '2026-12-11T09:00:00Z', texts),
    ...messagesAround(language, write, name),
  };
}
