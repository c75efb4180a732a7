import * as z from 'zod';
import type { Texts } from '../texts/index.ts';
import { inputAction } from './blocks.ts';

/** What Slack sends of a view's inputs: `values[block_id][action_id]`. Parsed once, at the edge. */
const input = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
  selected_time: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
});

export const valuesSchema = z.record(z.string(), z.record(z.string(), input));
export type Values = z.infer<typeof valuesSchema>;

/** The block of a field that carries more in its name: `base`, or `base.more`. */
export function fieldIn(values: Values, base: string): string | undefined {
  return Object.keys(values).find((id) => id === base || id.startsWith(`${base}.`));
}

/** What was read, or a sentence for each field (by block id) that can't be used as it is. */
export type Read<T> = { value: T } | { errors: Record<string, string> };

/** Reads fields one by one and collects what is wrong with them. */
export class Form {
  readonly errors: Record<string, string> = {};
  private readonly values: Values;
  private readonly texts: Texts;

  constructor(values: Values, texts: Texts) {
    this.values = values;
    this.texts = texts;
  }

  /** What was written, trimmed; undefined when nothing was. */
  optionalText(id: string, most: number): string | undefined {
    const written = clean(this.values[id]?.[inputAction]?.value ?? '');
    if ([...written].length > most) this.errors[id] = this.texts.errors.tooLong(most);
    return written === '' ? undefined : written;
  }

  text(id: string, most: number): string {
    const written = this.optionalText(id, most);
    if (written === undefined) this.errors[id] = this.texts.errors.empty;
    return written ?? '';
  }

  optionalChoice<T extends string>(id: string, allowed: readonly T[]): T | undefined {
    const chosen = this.values[id]?.[inputAction]?.selected_option?.value;
    return allowed.find((value) => value === chosen);
  }

  /** One of the allowed values; where none was chosen the first stands in and the field has an error. */
  choice<T extends string>(id: string, allowed: readonly [T, ...T[]]): T {
    const chosen = this.optionalChoice(id, allowed);
    if (chosen === undefined) this.errors[id] = this.texts.errors.choose;
    return chosen ?? allowed[0];
  }

  choices<T extends string>(id: string, allowed: readonly T[]): T[] {
    const known = this.optionalChoices(id, allowed);
    if (known.length === 0) this.errors[id] = this.texts.errors.choose;
    return known;
  }

  optionalChoices<T extends string>(id: string, allowed: readonly T[]): T[] {
    const chosen = this.values[id]?.[inputAction]?.selected_options?.map((option) => option.value) ?? [];
    return allowed.filter((value) => chosen.includes(value));
  }

  time(id: string): string {
    const chosen = this.values[id]?.[inputAction]?.selected_time ?? '';
    const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(chosen);
    if (!isTime) this.errors[id] = this.texts.errors.time;
    return isTime ? chosen : '00:00';
  }

  date(id: string): string {
    const chosen = this.values[id]?.[inputAction]?.selected_date ?? '';
    if (!z.iso.date().safeParse(chosen).success) this.errors[id] = this.texts.errors.date;
    return chosen;
  }

  optionalDate(id: string): string | undefined {
    const chosen = this.values[id]?.[inputAction]?.selected_date ?? undefined;
    return chosen === undefined ? undefined : this.date(id);
  }

  optionalUser(id: string): string | undefined {
    return this.users(id)[0];
  }

  user(id: string): string {
    const chosen = this.optionalUser(id);
    if (chosen === undefined) this.errors[id] = this.texts.errors.choose;
    return chosen ?? '';
  }

  /** Chosen people, whatever the field's action is called. */
  users(id: string): string[] {
    const [chosen] = Object.values(this.values[id] ?? {});
    const users = chosen?.selected_users ?? (chosen?.selected_user ? [chosen.selected_user] : []);
    return users.filter((user) => /^[A-Za-z0-9]{1,20}$/.test(user));
  }

  has(id: string): boolean {
    return this.values[id] !== undefined;
  }

  read<T>(value: T): Read<T> {
    return Object.keys(this.errors).length > 0 ? { errors: this.errors } : { value };
  }
}

/**
 * Without control characters and the marks that turn the direction of other people's text; nothing, where nothing can be
 * seen of what is left. The joiners inside emoji stay.
 */
function clean(written: string): string {
  const kept = written
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (c) => (c === '\n' ? c : ''))
    .trim();
  return /[^\p{Cf}\p{Z}\s]/u.test(kept) ? kept : '';
}
