import { createContext, useContext } from 'react';
import type { Requests, Values } from '../../contract.ts';
import { usePage } from '../page-context.ts';
import { actionId, type Block, type Element } from './types.ts';
import { collect, contentOf, makeValue, put, type Value } from './values.ts';

/** What the blocks of one message or one view share: what is filled in, and where clicks are sent. */
export type Surface = {
  from: Requests['action']['from'];
  blocks: Block[];
  values: Values;
  setValues: (values: Values) => void;
  /** The level of its headers, where they stand right under the page's own. */
  heading?: 'h2';
};

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('useSurface outside a message or view');
  return surface;
}

/** Sends an interaction in Slack's shape, after the element's confirm dialog if it has one. False when that was denied. */
export function useAct(): (
  block: string,
  element: Element,
  extra: Value,
  values?: Values,
) => Promise<boolean> {
  const { state, post, confirm } = usePage();
  const surface = useSurface();
  return async (block, element, extra, values = surface.values) => {
    if (element.confirm && !(await confirm(element.confirm))) return false;
    const action = {
      type: element.type,
      block_id: block,
      action_id: actionId(element),
      ...extra,
      action_ts: (Date.now() / 1000).toFixed(6),
    };
    await post('action', {
      as: state.me.id,
      from: surface.from,
      action,
      values: collect(values, surface.blocks),
    });
    return true;
  };
}

export type Field = {
  value: Value | undefined;
  change: (content: unknown) => void;
  /** Tells the app what is in it: what is there now, unless it has just become something else. */
  dispatch: (content?: unknown) => void;
};

/** One element's value. With `dispatching` every change is also sent, as for anything outside an input block. */
export function useField(block: string, element: Element, dispatching: boolean): Field {
  const surface = useSurface();
  const act = useAct();
  const { values } = surface;
  const value = values[block]?.[actionId(element)];
  const withContent = (content: unknown) => {
    const made = makeValue(element, content);
    return { made, all: put(values, block, actionId(element), made) };
  };
  const send = async (content: unknown) => {
    const { made, all } = withContent(content);
    // What one decides against was never chosen.
    if (!(await act(block, element, made, all))) surface.setValues(values);
  };
  return {
    value,
    change(content) {
      surface.setValues(withContent(content).all);
      if (dispatching) void send(content);
    },
    dispatch(content = contentOf(element, value) ?? null) {
      void send(content);
    },
  };
}
