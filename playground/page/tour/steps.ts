import type { State } from '../../contract.ts';

/** The main job, step by step: when one is done, and what to press for it. All of it is read off what the page shows. */

/** What is on the screen, as far as a step looks at it. The ids are those of the app's own forms and buttons. */
export type Facts = {
  me: string;
  /** Who the visitor was when the step began. */
  wasMe: string;
  /** The visible modal's callback id. */
  form: string | undefined;
  /** The modal that says that the agreement is saved. */
  isSaved: boolean;
  /** A follow-up waits for an answer in their direct messages. */
  isAsked: boolean;
  manager: string;
  conversation: string | undefined;
};

export type StepId =
  | 'who'
  | 'command'
  | 'points'
  | 'rhythm'
  | 'time'
  | 'answer'
  | 'manager'
  | 'sees'
  | 'group'
  | 'round';

/** The company's management group: playground/company-groups.ts. */
export const groupChannel = 'G0LEDELSE';
/** Who looks on as a manager: the first of them who did not make the agreement. */
const managers = ['U0KAREN', 'U0NANNA'];
export const managerFor = (leader: string): string => managers.find((id) => id !== leader) ?? leader;

type Step = {
  id: StepId;
  /** Without it, the visitor says so. */
  isDone?: (facts: Facts) => boolean;
  /** What to press: the first of these that can be seen. */
  marks: string[];
};

const inForm = ['.dialog .view [type=submit]', '.dialog .dialog-footer button'];
const chooser = ['.act-as-chooser', '.menu-button'];

export const steps: readonly Step[] = [
  { id: 'who', isDone: ({ me, wasMe, form }) => me !== wasMe || form !== undefined, marks: chooser },
  {
    id: 'command',
    isDone: ({ form }) => form?.startsWith('point-') || form === 'agreement',
    marks: ['.composer-box'],
  },
  {
    id: 'points',
    isDone: ({ form, isSaved }) => form === 'rhythm' || form === 'agreement' || isSaved,
    marks: inForm,
  },
  { id: 'rhythm', isDone: ({ form, isSaved }) => form === 'agreement' || isSaved, marks: inForm },
  {
    id: 'time',
    isDone: ({ isAsked }) => isAsked,
    marks: ['.dialog .dialog-footer button', '.coming.own', '.upcoming'],
  },
  {
    id: 'answer',
    isDone: ({ isAsked }) => !isAsked,
    marks: [...inForm, '.messages [data-action="open.check-in"]', '.conversation.unread', '.menu-button'],
  },
  { id: 'manager', isDone: ({ me, manager }) => me === manager, marks: chooser },
  { id: 'sees', marks: ['.composer-box'] },
  {
    id: 'group',
    isDone: ({ conversation }) => conversation === groupChannel,
    marks: [`.conversation[data-id="${groupChannel}"]`, '.menu-button'],
  },
  {
    id: 'round',
    marks: [...inForm, '.messages [data-action="round.contribute"]'],
    isDone: ({ form }) => form === 'notice',
  },
];

/** What the page shows. `wasMe` and `leader` are what the tour remembers. */
export function factsOf(
  state: State,
  conversation: string | undefined,
  { wasMe, leader }: { wasMe: string; leader: string },
): Facts {
  const top = state.views.at(-1)?.view;
  const form = top?.['callback_id'];
  return {
    me: state.me.id,
    wasMe,
    form: typeof form === 'string' ? form : undefined,
    isSaved: form === 'notice' && has(top, 'open.agreement'),
    isAsked: state.conversations.some(
      ({ kind, messages }) => kind === 'dm' && messages.some(({ blocks }) => has(blocks, 'open.check-in')),
    ),
    manager: managerFor(leader),
    conversation,
  };
}

/** What the group's channel shows of its rounds. */
export function groupIn({ conversations }: State): 'open' | 'closed' | 'none' {
  const messages = conversations.find(({ id }) => id === groupChannel)?.messages ?? [];
  if (messages.length === 0) return 'none';
  return messages.some(({ blocks }) => has(blocks, 'round.contribute')) ? 'open' : 'closed';
}

/** Whether a button of that action is anywhere in it. */
const has = (blocks: unknown, action: string): boolean =>
  JSON.stringify(blocks ?? null).includes(`"action_id":"${action}"`);
