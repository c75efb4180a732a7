import { kindOf } from '../../shared/domain/agenda.ts';
import type { Group, PostKind } from '../../shared/domain/group.ts';
import type { Item } from '../../shared/domain/item.ts';
import { isOfGroup } from '../../shared/domain/item.ts';
import { whoOf } from '../../shared/domain/items.ts';
import type { Sending } from '../../shared/domain/look.ts';
import { slowAfter } from '../../shared/domain/pause.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { FollowUpPart, Part } from '../../shared/domain/prompt.ts';
import type { Reason } from '../contract.ts';

/** What a person is being sent, as the worker claimed it: of two claims the later, for a dead worker left the other. */
export function claimOf({ prompt, news }: Person): Sending | undefined {
  const claims: (Sending | undefined)[] = [
    prompt?.state === 'sending' ? { what: 'prompt', prompt } : undefined,
    prompt?.state === 'sent' && prompt.reminder === 'sending' ? { what: 'reminder', prompt } : undefined,
    news?.state === 'sending' ? { what: 'news', news } : undefined,
  ];
  const leaseOf = ({ prompt: asked, news: told }: Sending) => (told ?? asked)?.lease ?? '';
  return claims
    .filter((claim) => claim !== undefined)
    .sort((a, b) => (leaseOf(a) < leaseOf(b) ? -1 : 1))
    .at(-1);
}

/** Why a person is written to: one reason for each part of the message. Ids and kinds only, never a text. */
export function reasonsOf(person: Person, send: Sending): Reason[] {
  switch (send.what) {
    case 'news':
      return send.news.items.map((item) => reasonOfItem(person, item));
    case 'reminder':
      return [{ kind: 'reminder' }];
    case 'prompt': {
      const isMoved = send.prompt.movedTo !== undefined;
      return send.prompt.parts.map((part) => reasonOfPart(person, part, isMoved));
    }
  }
}

function reasonOfPart(person: Person, part: Part, isMoved: boolean): Reason {
  return part.kind === 'item' ? reasonOfItem(person, part.item) : reasonOfFollowUp(person, part, isMoved);
}

function reasonOfFollowUp(person: Person, part: FollowUpPart, isMoved: boolean): Reason {
  const { rhythm = 1, unanswered = 0 } = person.agreement ?? {};
  const which = kindOf(person, part);
  return { kind: 'follow-up', which, rhythm, isMoved, isSlow: unanswered >= slowAfter };
}

function reasonOfItem(person: Person, item: Item): Reason {
  const { kind } = item;
  return isOfGroup(item) ? { kind, channel: item.owner } : { kind, by: whoOf(person, item) };
}

/** Why a channel is posted to. */
export function reasonOfPost({ agreement, round, assessment }: Group, what: PostKind): Reason {
  const { rhythm = 1, hoursOpen = 24 } = agreement ?? {};
  if (what === 'card' || what === 'ending' || what === 'themes') return { kind: what };
  if (what === 'assessment') return { kind: what, by: assessment?.by };
  const facts = { which: round?.kind ?? 'ordinary', rhythm, hoursOpen } as const;
  return what === 'opening'
    ? { kind: what, ...facts, by: round?.openedBy }
    : { kind: what, ...facts, by: round?.closedBy };
}
