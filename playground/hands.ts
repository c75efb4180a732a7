import { general, type Json } from './slack/state.ts';
import type { World } from './world.ts';

/** What people do in the story, by their hands: every act fails loudly when Slack would show an error. */

export const text = (value: string): Json => ({ value: { type: 'plain_text_input', value } });
export const chosen = (value: string): Json => ({
  value: { type: 'static_select', selected_option: { value } },
});
export const picked = (user: string): Json => ({ value: { type: 'users_select', selected_user: user } });
export const ticked = (...values: string[]): Json => ({
  value: { type: 'checkboxes', selected_options: values.map((value) => ({ value })) },
});
export const dated = (date: string): Json => ({ value: { type: 'datepicker', selected_date: date } });
export const timed = (time: string): Json => ({ value: { type: 'timepicker', selected_time: time } });

export async function say(world: World, user: string, words: string, channel = general.id): Promise<void> {
  const outcome = await world.client.command(user, channel, words);
  if (!outcome.ok) throw new Error(`The story got stuck: ${outcome.error}`);
}

export async function pressTop(world: World, user: string, action_id: string, value?: string): Promise<void> {
  const view = world.slack.views(user).at(-1);
  const action = { type: 'button', action_id, ...(value === undefined ? {} : { value }) };
  const outcome = view && (await world.client.press(user, { view: view.id }, action, {}));
  if (!outcome?.ok) throw new Error(`The story got stuck: ${outcome?.error ?? 'no modal'}`);
}

export async function submitTop(world: World, user: string, values: Json): Promise<void> {
  const view = world.slack.views(user).at(-1);
  const outcome = view && (await world.client.submit(user, view.id, values));
  if (!outcome?.ok) throw new Error(`The story got stuck: ${outcome?.error ?? 'no modal'}`);
}

export function closeModal(world: World, user: string): void {
  world.slack.putViews(user, []);
}
