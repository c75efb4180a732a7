import type { PersonId } from '../../shared/domain/person.ts';
import { describeError, type Log } from '../../shared/log.ts';
import { type Texts, textsIn } from '../../shared/texts/index.ts';
import { deadlineFor, within } from './deadline.ts';
import { type Visit, type VisitDeps, visit } from './visit.ts';

export type RunDeps = VisitDeps & { log: Log; newReference: () => string };

/** Work under the deadline: its value, or what to tell the person instead, with a reference that the log has too. */
export type Ran<T> = { ok: true; value: T; deadline: number } | Failed;
export type Failed = { ok: false; sentence: (key: 'unsaved' | 'failed') => string; texts: Texts };

type Enter = (id: PersonId) => Promise<Visit>;

/**
 * `work` enters as the person who acts; from then on failures speak their language, before that both. `arrivedAt`: when
 * the request arrived, in milliseconds of the wall clock.
 */
export async function run<T>(
  deps: RunDeps,
  arrivedAt: unknown,
  what: string,
  work: (enter: Enter, signal: AbortSignal) => Promise<T>,
): Promise<Ran<T>> {
  const deadline = deadlineFor(typeof arrivedAt === 'number' ? arrivedAt : Date.now());
  let known: Texts[] = [textsIn('da'), textsIn('en')];
  try {
    const value = await within(deadline, (signal) =>
      work(async (id) => {
        const entered = await visit(deps, id, signal);
        known = [entered.texts];
        return entered;
      }, signal),
    );
    return { ok: true, value, deadline };
  } catch (error) {
    const reference = deps.newReference();
    deps.log.error('Answered with a sentence', { what, reference, ...describeError(error) });
    const sentence = (key: 'unsaved' | 'failed') =>
      known.map(({ errors }) => errors[key](reference)).join(' / ');
    return { ok: false, sentence, texts: known[0] ?? textsIn('da') };
  }
}
