import type { ModalView } from '@slack/types';
import * as z from 'zod';
import type { PlainDate } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { dateInput, modal, section } from './blocks.ts';
import { openedFrom } from './metadata.ts';
import { Form, type Read, type Values } from './values.ts';

export const pauseForm = 'pause';

const untilId = 'until';

const metadata = z.object({ dm: openedFrom });
type PauseMetadata = z.infer<typeof metadata>;

/** When to begin again. `dm` is the message whose button opened it. */
export function pauseView(suggested: PlainDate, dm: PauseMetadata['dm'], texts: Texts): ModalView {
  const t = texts.pause;
  const labels = { title: t.title, submit: t.submit, close: texts.close };
  return modal({ callback: pauseForm, ...labels, metadata: { dm } satisfies PauseMetadata }, [
    section(t.intro),
    dateInput({ id: untilId, label: t.until, date: suggested }),
  ]);
}

export function readPauseMetadata(privateMetadata: string): PauseMetadata {
  return metadata.parse(JSON.parse(privateMetadata));
}

export function readPause(values: Values, texts: Texts): Read<PlainDate> {
  const form = new Form(values, texts);
  return form.read(form.date(untilId));
}
