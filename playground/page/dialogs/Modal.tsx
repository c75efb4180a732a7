import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { OpenView, Values } from '../../contract.ts';
import { Blocks, type FieldErrors } from '../blocks/Blocks.tsx';
import { checkInputs } from '../blocks/check.ts';
import { plain } from '../blocks/mrkdwn.tsx';
import { SurfaceContext } from '../blocks/surface.ts';
import type { Block, View } from '../blocks/types.ts';
import { collect } from '../blocks/values.ts';
import { usePage } from '../page-context.ts';
import { Dialog } from './Dialog.tsx';
import { useForms } from './forms.ts';

/** The stack of views, of which only the topmost is seen. */
export function Modal(): ReactNode {
  const { state, post } = usePage();
  const forms = useForms(state.views);
  const top = state.views.at(-1);
  if (!top) return null;
  const view = top.view as unknown as View;
  const close = (all: boolean) => void post('close', { as: state.me.id, view: top.id, all });
  return (
    <Dialog
      titleId="modal-title"
      focusOn={top.id}
      className="modal"
      onEscape={() => close(view.clear_on_close === true)}
    >
      <ViewForm
        key={top.id}
        open={top}
        view={view}
        stacked={state.views.length > 1}
        values={forms.valuesOf(top.id)}
        setValues={(values) => forms.setValues(top.id, values)}
        onClose={close}
      />
    </Dialog>
  );
}

type FormProps = {
  open: OpenView;
  view: View;
  stacked: boolean;
  values: Values;
  setValues: (values: Values) => void;
  onClose: (all: boolean) => void;
};

function ViewForm({ open, view, stacked, values, setValues, onClose }: FormProps): ReactNode {
  const { state, t, post, busy } = usePage();
  const { errors, refuse, touch, forget } = useErrors(open.errors);
  const [submits, setSubmits] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useFocusOnError(form, errors);
  useFreshStart(form, Object.keys(open.errors).length === 0 ? submits : 0);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkInputs(view.blocks, values, t);
    if (Object.keys(found).length > 0) return refuse(found);
    const body = { as: state.me.id, view: open.id, values: collect(values, view.blocks) };
    if (!(await post('submit', body))) return;
    forget();
    setSubmits((before) => before + 1);
  };
  const change = (changed: Values) => {
    touch(changedBlock(values, changed));
    setValues(changed);
  };

  return (
    <form ref={form} className="view" noValidate onSubmit={submit}>
      <ModalHeader view={view} stacked={stacked} onClose={onClose} />
      <div className="dialog-body">
        <SurfaceContext value={{ from: { view: open.id }, blocks: view.blocks, values, setValues: change }}>
          <Blocks blocks={view.blocks} errors={errors} />
        </SurfaceContext>
      </div>
      <div className="dialog-footer">
        <button type="button" className="button" onClick={() => onClose(view.clear_on_close === true)}>
          {plain(view.close) || (needsSubmit(view.blocks) ? t.cancel : t.close)}
        </button>
        {view.submit && (
          <button type="submit" className="button filled primary" disabled={busy}>
            {plain(view.submit)}
          </button>
        )}
      </div>
    </form>
  );
}

const needsSubmit = (blocks: Block[]): boolean => blocks.some(({ type }) => type === 'input');

function ModalHeader({ view, stacked, onClose }: Pick<FormProps, 'view' | 'stacked' | 'onClose'>): ReactNode {
  const { t } = usePage();
  return (
    <div className="modal-header">
      {stacked && (
        <button type="button" className="icon-button" aria-label={t.back} onClick={() => onClose(false)}>
          ←
        </button>
      )}
      <h2 className="dialog-title" id="modal-title">
        {plain(view.title)}
      </h2>
      {/* Slack's X leaves the whole modal; the button below only this view. */}
      <button type="button" className="icon-button" aria-label={t.close} onClick={() => onClose(true)}>
        ×
      </button>
    </div>
  );
}

/** The app's errors and our own; editing a field takes its error away until the next try. */
function useErrors(fromApp: FieldErrors) {
  const [own, setOwn] = useState<FieldErrors>({});
  const [edited, setEdited] = useState<string[]>([]);
  const without = (errors: FieldErrors, ids: string[]) =>
    Object.fromEntries(Object.entries(errors).filter(([id]) => !ids.includes(id)));
  return {
    errors: { ...without(fromApp, edited), ...own },
    refuse: setOwn,
    touch(id: string) {
      setOwn(without(own, [id]));
      setEdited([...edited, id]);
    },
    forget() {
      setOwn({});
      setEdited([]);
    },
  };
}

const changedBlock = (before: Values, after: Values): string =>
  Object.keys(after).find((id) => before[id] !== after[id]) ?? '';

/** A view that the app has replaced with its next page is read from the top. */
function useFreshStart(form: { current: HTMLFormElement | null }, pages: number): void {
  useEffect(() => {
    if (pages === 0) return;
    form.current?.querySelector('.dialog-body')?.scrollTo(0, 0);
    form.current?.closest<HTMLElement>('[role=dialog]')?.focus();
  }, [form, pages]);
}

/** New errors bring the focus to the first field that has one. */
function useFocusOnError(form: { current: HTMLFormElement | null }, errors: FieldErrors): void {
  const count = useRef(0);
  const now = Object.keys(errors).length;
  useEffect(() => {
    if (now > count.current) {
      form.current?.querySelector<HTMLElement>('[data-invalid]')?.focus();
    }
    count.current = now;
  }, [form, now]);
}
