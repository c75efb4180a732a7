import type { KnownBlock, ModalView, RichTextBlock } from '@slack/types';
import { type LeaderAgreement, limits } from '../domain/agreement.ts';
import { isForgotten } from '../domain/nobody.ts';
import { isExternal, isWith, type Manager, mostPartners, type Partner } from '../domain/partner.ts';
import { type PeopleInput, sparringPartners } from '../domain/people.ts';
import type { Texts } from '../texts/index.ts';
import { type Line, modal, rich, textInput, userInput, usersInput } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { Form, type Values } from './values.ts';
import { lineAbout } from './whom.ts';

/** The people around the leader: in the third modal of a new agreement, and in a form of their own. */
export const peopleForm = 'people';
/** Choosing somebody: the preview below says at once what they will see. */
export const previewAction = 'people.preview';

const ids = { manager: 'manager', partners: 'partners', external: 'external', seePoints: 'see-points' };

export type PeopleChosen = Omit<PeopleInput, 'view'>;

/** As many names as there may be partners, one a line. */
const mostNames = mostPartners * (limits.name + 1);

export const nobodyChosen: PeopleChosen = { partners: [], seePoints: [] };

/** Those of an agreement, as the form has them. */
export function peopleOf(agreement: LeaderAgreement | undefined): PeopleChosen {
  const partners = (agreement?.partners ?? []).filter(isWith);
  const manager = agreement?.manager?.gone ? undefined : agreement?.manager;
  const named = [...(manager ? [manager] : []), ...partners];
  return {
    manager: manager?.id,
    partners: partners.filter((partner) => !isExternal(partner)).map(({ id }) => id),
    external: partners.flatMap(({ name }) => (name === undefined ? [] : [name])),
    seePoints: named.filter(({ seesPoints }) => seesPoints).map(({ id }) => id),
  };
}

export function isNobody({ manager, partners, external }: PeopleChosen): boolean {
  return manager === undefined && partners.length + (external ?? []).length === 0;
}

/** The fields, and below them exactly what each person will see of what is chosen now. */
export function peopleBlocks(chosen: PeopleChosen, texts: Texts): KnownBlock[] {
  const t = texts.people;
  const action = previewAction;
  return [
    userInput({
      id: ids.manager,
      label: t.manager,
      hint: t.managerHint,
      user: chosen.manager,
      optional: true,
      action,
    }),
    usersInput({
      ...{ id: ids.partners, label: t.partners, hint: t.partnersHint, users: chosen.partners },
      ...{ most: mostPartners, optional: true, action },
    }),
    textInput({
      ...{ id: ids.external, label: t.external, hint: t.externalHint, most: mostNames },
      ...{ value: chosen.external?.join('\n'), multiline: true, optional: true },
    }),
    usersInput({
      ...{ id: ids.seePoints, label: t.seePoints, hint: t.seePointsHint, users: chosen.seePoints },
      ...{ most: mostPartners + 1, optional: true, action },
    }),
    preview(chosen, texts),
  ];
}

/** "Who sees what?": one line a person. */
export function preview(
  { manager, partners, external, seePoints }: PeopleChosen,
  { people: t }: Texts,
): RichTextBlock {
  const sees = (user: string) => seePoints.includes(user);
  const lines: Line[] = [
    ...(manager === undefined
      ? []
      : [{ user: manager, text: sees(manager) ? t.sees.managerPoints : t.sees.managerNothing }]),
    ...partners.map((user) => ({ user, text: sees(user) ? t.sees.partnerPoints : t.sees.partnerNothing })),
    ...(external ?? []).map((name) => ({ text: `${name}${t.sees.external}` })),
  ];
  const told = lines.length > 0 ? lines : [{ text: t.onlyYou }];
  return { ...rich([{ text: t.whoSees, bold: true }, ...told]), block_id: 'who-sees-what' };
}

export function peopleView(agreement: LeaderAgreement, chosen: PeopleChosen, texts: Texts): ModalView {
  const labels = { title: texts.people.title, submit: texts.save, close: texts.close };
  const metadata: Metadata = { agreement: agreement.id };
  return modal({ callback: peopleForm, ...labels, metadata }, peopleBlocks(chosen, texts));
}

/**
 * What is chosen. Who may see the points must be one of them, or the field says so: unless they were named `before` and are
 * no longer, which takes that away with it.
 */
export function readPeople(form: Form, before: string[], texts: Texts): PeopleChosen {
  const manager = form.optionalUser(ids.manager);
  const partners = form.users(ids.partners);
  const external = namesIn(form.optionalText(ids.external, mostNames));
  if (external.some((name) => [...name].length > limits.name))
    form.errors[ids.external] = texts.errors.tooLong(limits.name);
  const named = [manager, ...partners];
  const seePoints = form
    .users(ids.seePoints)
    .filter((user) => named.includes(user) || !before.includes(user));
  if (!seePoints.every((user) => named.includes(user)))
    form.errors[ids.seePoints] = texts.people.seePointsHint;
  return { manager, partners, external, seePoints };
}

/** One a line, or with commas between them. */
function namesIn(written: string | undefined): string[] {
  const names = (written ?? '').split(/[\n,;]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

export function namedBefore(agreement: LeaderAgreement | undefined): string[] {
  const { manager, partners } = peopleOf(agreement);
  return [...(manager === undefined ? [] : [manager]), ...partners];
}

/** What is chosen at the moment, whether or not it could be saved. */
export function peopleNow(values: Values, texts: Texts): PeopleChosen {
  const chosen = readPeople(new Form(values, texts), [], texts);
  const named = [chosen.manager, ...chosen.partners];
  return { ...chosen, seePoints: chosen.seePoints.filter((user) => named.includes(user)) };
}

export function asksForPeople(values: Values): boolean {
  return values[ids.partners] !== undefined;
}

/** The field in which somebody stands who can't be named. */
export function fieldOf({ manager }: PeopleChosen, user: string): string {
  return manager === user ? ids.manager : ids.partners;
}

/** Who is with the leader, in the agreement, and who may see its points. */
export function whoIsWith(agreement: LeaderAgreement, texts: Texts): KnownBlock[] {
  const lines = linesOfPeople(agreement, texts);
  const heading = { text: texts.people.withMe, bold: true };
  return lines.length > 0 ? [rich([heading, ...lines]), { type: 'divider' }] : [];
}

export function linesOfPeople({ manager, partners = [] }: LeaderAgreement, texts: Texts): Line[] {
  const t = texts.people;
  return [
    ...(manager ? [lineAbout({ user: manager.id, text: managerIs(manager, texts) }, texts)] : []),
    ...partners.map((partner) =>
      isExternal(partner)
        ? { text: `${partner.name}, ${t.outside}` }
        : lineAbout({ user: partner.id, text: partnerIs(partner, texts) }, texts),
    ),
  ];
}

function managerIs({ id, gone, seesPoints }: Manager, { people: t, myData }: Texts): string {
  if (isForgotten(id)) return myData.noLongerWith;
  return gone ? ` ${t.states.gone}` : `${t.asManager}${seesPoints ? t.maySee : ''}`;
}

function partnerIs(partner: Partner, { people: t, myData }: Texts): string {
  const { id, state, seesPoints } = partner;
  if (isForgotten(id)) return myData.noLongerWith;
  const maySee = isWith(partner) && seesPoints ? t.maySee : '';
  return `${state === 'accepted' ? ',' : ''} ${t.states[state]}${maySee}`;
}

/** Whom something may be shared with: the manager, and partners inside Slack who said yes. */
export function confidants(agreement: LeaderAgreement): string[] {
  const { manager } = agreement;
  const partners = sparringPartners(agreement).map(({ id }) => id);
  return [...(manager && !manager.gone ? [manager.id] : []), ...partners];
}
