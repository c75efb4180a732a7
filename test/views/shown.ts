import type { ModalView } from '@slack/types';
import type { Language, Person } from '../../shared/domain/person.ts';
import type { RefusalReason } from '../../shared/domain/refusal.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { agreementView } from '../../shared/views/agreement.ts';
import { checkInView } from '../../shared/views/check-in.ts';
import { noticeView, viewWithNotice } from '../../shared/views/notice.ts';
import { pointView } from '../../shared/views/point.ts';
import { answeredMessage, closedMessage, type Message, promptMessage } from '../../shared/views/prompt.ts';
import { rhythmView } from '../../shared/views/rhythm.ts';
import { startView } from '../../shared/views/start.ts';
import { now, prompt, somebody, withAgreement, withDraft, written } from './people.ts';

type Words = (most: number) => string;
type Shown<T> = Record<string, T>;

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
  const facts = { workingTime: defaultWorkingTime, zone: 'Europe/Copenhagen', ends: '2027-03-08' };
  const night = {
    slot: { weekday: 6, time: '02:00' },
    workdays: [5, 6, 7],
    hours: { from: '22:00', to: '06:00' },
  } as const;
  const rhythm = { ...facts, otherTimes: false };
  const next = { date: '2026-12-22', time: '09:00' };
  const notices = Object.entries(texts.refusals) as [RefusalReason, string][];
  return {
    'start-nothing': startView(nobody, now, texts),
    'start-draft': startView(drafted, now, texts),
    'start-running': startView(running, now, texts),
    'start-last-done': startView(lastDone, now, texts),
    'start-ended': startView(ended, now, texts),
    'start-ended-and-draft': startView({ ...ended, draft: drafted.draft }, now, texts),
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
    'rhythm-failed': viewWithNotice(rhythmView(rhythm, texts), [texts.errors.failed('ab12cd34')]),
    'rhythm-failed-again': viewWithNotice(
      viewWithNotice(rhythmView(rhythm, texts), [texts.errors.failed('ab12cd34')]),
      [texts.errors.failed('ef56ab78')],
    ),
    'agreement-begun': agreementView(begun, begun.agreement, now, texts),
    'agreement-running': agreementView(running, running.agreement, now, texts),
    'agreement-full': agreementView(full, full.agreement, now, texts),
    'agreement-ended': agreementView(ended, ended.agreement, now, texts),
    'check-in': checkInView({ agreement: running.agreement, corrects: undefined }, texts),
    'check-in-from-message': checkInView(
      { agreement: running.agreement, corrects: undefined, dm: { channel: 'D1', ts: '1.1' } },
      texts,
    ),
    'check-in-corrects': checkInView(
      { agreement: running.agreement, corrects: running.agreement.checkIns.at(-1) },
      texts,
    ),
    saved: noticeView(texts.saved.title, texts.saved.lines(next), texts),
    'saved-without-next': noticeView(texts.saved.title, texts.saved.lines(undefined), texts),
    thanks: noticeView(texts.checkIn.thanks, [texts.checkIn.winSaved, texts.checkIn.saved(next)], texts),
    'thanks-last': noticeView(texts.checkIn.thanks, [texts.checkIn.saved(undefined)], texts),
    help: noticeView(texts.start.help, [texts.help.text], texts),
    failed: noticeView(texts.errors.title, [texts.errors.failed('ab12cd34')], texts),
    ...Object.fromEntries(
      notices.map(([reason, text]) => [`refused-${reason}`, noticeView(texts.errors.title, [text], texts)]),
    ),
  };
}

export function everyMessage(language: Language, write: Words, name?: string): Shown<Message> {
  const texts = textsIn(language);
  const agreed = withAgreement(somebody(language, name), { write, checkIns: 2 });
  const running = { ...agreed, agreement: { ...agreed.agreement, settled: '2026-12-07' } };
  const done = { ...running, agreement: { ...running.agreement, settled: '2027-02-22' } };
  const nameless = { ...running, profile: { ...running.profile, name: '' } };
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
  };
}
