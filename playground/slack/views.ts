import { type FakeView, type Json, type SlackState, team } from './state.ts';
import { problemsOfView } from './validate/index.ts';

/** "A modal can hold up to 3 views at a time in a view stack." https://docs.slack.dev/surfaces/modals */
const mostViews = 3;

export type Refused = { error: string; messages?: string[] };
type Result = { view: FakeView } | Refused;

/** The rules of a modal's stack: opening, putting on top, replacing. Each refuses what Slack refuses. */
export function openView(state: SlackState, user: string, view: Json): Result {
  const refused = refusalOf(view);
  if (refused) return refused;
  const opened = newView(state, view);
  state.putViews(user, [opened]);
  return { view: opened };
}

export function pushView(state: SlackState, user: string, view: Json): Result {
  const stack = state.views(user);
  if (stack.length >= mostViews) return { error: 'push_limit_reached' };
  const refused = refusalOf(view);
  if (refused) return refused;
  const pushed = newView(state, view, stack[0]?.root);
  state.putViews(user, [...stack, pushed]);
  return { view: pushed };
}

/** With a hash, only a view that is still the one that was looked at. */
export function updateView(state: SlackState, id: string, view: Json, hash?: string): Result {
  const user = state.ownerOfView(id);
  const stack = user === undefined ? [] : state.views(user);
  const current = stack.find((candidate) => candidate.id === id);
  if (user === undefined || current === undefined) return { error: 'not_found' };
  if (hash !== undefined && hash !== current.hash) return { error: 'hash_conflict' };
  const refused = refusalOf(view);
  if (refused) return refused;
  const updated = { ...current, hash: newHash(state), view: withBlockIds(state, view), errors: {} };
  state.putViews(
    user,
    stack.map((candidate) => (candidate.id === id ? updated : candidate)),
  );
  return { view: updated };
}

/** "Error returned if the provided view is greater than 250kb." https://docs.slack.dev/reference/methods/views.publish/ */
const mostHomeBytes = 250_000;

/**
 * A person's Home tab becomes that view, and keeps its id. To somebody deactivated the page says nothing of; that they are
 * refused like somebody unknown is a guess.
 */
export function publishView(state: SlackState, user: string, view: Json, hash?: string): Result {
  const owner = state.user(user);
  if (owner === undefined || owner.isDeleted)
    return { error: 'invalid_arguments', messages: ['invalid `user_id`'] };
  const current = state.home(user);
  if (hash !== undefined && hash !== current?.hash) return { error: 'hash_conflict' };
  const refused = refusalOf(view, 'home');
  if (refused) return refused;
  if (Buffer.byteLength(JSON.stringify(view)) > mostHomeBytes) return { error: 'view_too_large' };
  const published = newView(state, view);
  const home = current === undefined ? published : { ...published, id: current.id, root: current.root };
  state.putHome(user, home);
  return { view: home };
}

/** The view as it stands in payloads, with what its inputs hold. */
export function viewPayload({ id, hash, root, view }: FakeView, values: Json): Json {
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...view,
    id,
    hash,
    root_view_id: root,
    previous_view_id: null,
    team_id: team,
    app_installed_team_id: team,
    app_id: 'A0TRIVSEL',
    bot_id: 'B0TRIVSEL',
    state: { values },
  };
}

function refusalOf(view: Json, type: 'modal' | 'home' = 'modal'): Refused | undefined {
  if (view['type'] !== type)
    return { error: 'invalid_arguments', messages: [`only a ${type} can be shown here`] };
  const problems = problemsOfView(view);
  if (problems.length === 0) return undefined;
  return {
    error: 'invalid_arguments',
    messages: problems.map(({ pointer, message }) => `${message} [${pointer}]`),
  };
}

function newView(state: SlackState, view: Json, root?: string): FakeView {
  const id = `V${String(state.number()).padStart(8, '0')}`;
  return { id, root: root ?? id, hash: newHash(state), view: withBlockIds(state, view), errors: {} };
}

function newHash(state: SlackState): string {
  return `${Math.floor(Date.now() / 1000)}.h${state.number()}`;
}

/** Slack names blocks that have no name. */
function withBlockIds(state: SlackState, view: Json): Json {
  const blocks = view['blocks'] as Json[];
  return { ...view, blocks: blocks.map((block) => ({ block_id: `b${state.number()}`, ...block })) };
}
