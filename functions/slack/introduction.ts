import { needsIntroduction } from '../../shared/domain/workspace.ts';
import { introductionMessage } from '../../shared/views/introduction.ts';
import type { HomeListener } from './listen.ts';

/**
 * Slack doesn't tell an app of one workspace who installed it; so the first admin who opens it, before anything is decided,
 * hears of the one next step. Once in a workspace's life, and nobody else hears anything unasked (Slack's guidelines,
 * https://docs.slack.dev/concepts/designing-a-slack-app-guidelines/, "Onboarding"). Claimed before it is sent, so that two
 * admins at once are one; what could not be sent is said to the next.
 */
export const introduce: HomeListener = async ({ store, slack }, visit, _, signal) => {
  const { workspace, person, texts } = visit;
  if (!needsIntroduction(workspace) || !(await visit.maySetWorkspace())) return;
  const claimed = await store.saveWorkspace({ ...workspace, introducedAt: visit.now }, signal);
  if (claimed === undefined) return;
  try {
    await slack(person.tenant).post(person.user, introductionMessage(person, texts));
  } catch (error) {
    await store.saveWorkspace({ ...claimed, introducedAt: undefined }, signal);
    throw error;
  }
};
