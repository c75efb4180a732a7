import { describeError } from '../../shared/log.ts';
import { printOf } from '../../shared/print.ts';
import { SlackRefusal } from '../../shared/slack/slack.ts';
import { homeView } from '../../shared/views/home.ts';
import type { HomeListener } from './listen.ts';

/** Who wrote meanwhile wrote something else: the print is put beside it. */
const attempts = 3;

/**
 * Somebody looks at their Home tab: it is published as it should be now, and remembered, so that later looks keep it up to
 * date (docs/decisions/0008). Of somebody new nothing but that is stored. `hash`: of the Home that they saw when they opened
 * it; one that was published since is newer than what was read here, and stays.
 */
export const publishHome: HomeListener = async ({ store, slack, log }, visit, hash, signal) => {
  const { person, now, texts } = visit;
  const { tenant, user } = person;
  const view = homeView(person, now, texts);
  const painted = printOf(view);
  try {
    await slack(tenant).publishHome(user, view, hash);
  } catch (error) {
    if (!(error instanceof SlackRefusal && error.code === 'hash_conflict')) throw error;
    return log.info('A Home was published in between', { tenant, user, ...describeError(error) });
  }
  let stored = person;
  for (let attempt = 0; attempt < attempts && stored.home?.painted !== painted; attempt += 1) {
    // No wake of its own: it changes nothing that anything waits for.
    if (await store.save({ ...stored, home: { painted } }, signal)) return;
    stored = (await store.person(person, signal)) ?? person;
  }
};
