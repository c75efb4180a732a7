import type { ModalView } from '@slack/types';
import type { PointText } from '../domain/agreement.ts';
import type { Texts } from '../texts/index.ts';
import { sharedPoints } from './answer.ts';
import { about, actions, button, modal, rich, section } from './blocks.ts';
import { thingValue } from './metadata.ts';

/** A sparring partner's views. The buttons' value is the leader's id. */
export const partnerActions = { accept: 'partner.accept', decline: 'partner.decline' } as const;

type Shared = Pick<PointText, 'title' | 'firstStep'>[];

/** What is asked of them, and what they would see: not before they said yes. */
export function invitationView(owner: string, seesPoints: boolean, texts: Texts): ModalView {
  const t = texts.partner;
  const value = thingValue(owner, 'partner');
  return modal({ callback: 'invitation', title: t.title, close: texts.close }, [
    about(['', t.asks], { user: owner }),
    section(t.what),
    section(seesPoints ? t.willSee : t.willSeeNothing),
    actions('invitation', [
      button(partnerActions.accept, t.yes, { primary: true, value }),
      button(partnerActions.decline, t.no, { value }),
    ]),
  ]);
}

/** What the leader shares with this partner. */
export function sharedView(owner: string, points: Shared, texts: Texts): ModalView {
  const t = texts.partner;
  return modal({ callback: 'shared', title: t.shared, close: texts.close }, [
    rich([{ user: owner, text: '' }]),
    points.length > 0 ? rich(sharedPoints(points, texts)) : section(t.nothingShared),
  ]);
}

/** A text for somebody outside Slack, to copy. */
export function outsideTextView(name: string, texts: Texts): ModalView {
  const t = texts.partner;
  return modal({ callback: 'outside-text', title: t.title, close: texts.close }, [
    section(t.outsideText),
    rich([{ text: t.outsideLines(name) }]),
  ]);
}

export function winView(owner: string, win: string, texts: Texts): ModalView {
  return modal({ callback: 'win', title: texts.wins.title, close: texts.close }, [
    rich([{ user: owner, text: '' }, { text: win }]),
  ]);
}
