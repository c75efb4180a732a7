import type { Json, SlackState } from './state.ts';
import type { Refused } from './views.ts';

export type Answer = Json | Refused;
/** One method of the Web API: its arguments as they came, and Slack's answer. */
export type Method = (state: SlackState, args: Json) => Answer;
