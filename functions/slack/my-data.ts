import { leavingOf } from '../../shared/domain/leaving.ts';
import { channelsOf, countsOf, withExport } from '../../shared/domain/my-data.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { correctView, dataLinkView, myDataView } from '../../shared/views/my-data.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { refused } from './buttons.ts';
import { hashOfToken } from './data-link.ts';
import type { ActionListener } from './listen.ts';
import type { CommandReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** Mine data: seen, taken along, corrected, deleted. */

export async function myDataCommand(visit: Visit): Promise<CommandReply> {
  return { show: await myDataModal(visit) };
}

export const openMyData: ActionListener = async (visit) => ({ show: await myDataModal(visit) });

async function myDataModal({ person, texts, groupHere, newDataLink }: Visit) {
  // Only what is their own is counted, whatever they are in the group by now.
  const groups = await Promise.all(channelsOf(person).map(groupHere));
  return myDataView(person, countsOf(person, groups), newDataLink !== undefined, texts);
}

/** A new link each time: the one before serves no more. */
export const fetchMyData: ActionListener = async (visit) => {
  const link = visit.newDataLink?.();
  if (link === undefined) return { show: await myDataModal(visit) };
  const hash = hashOfToken(link.token);
  const changed = await visit.change('fetch-my-data', (person) =>
    person.version === 0 ? person : withExport(person, hash, visit.now),
  );
  if (isRefusal(changed)) return refused(visit, changed);
  const { export: made } = changed;
  return {
    show: made ? dataLinkView(link.url, made.until, changed, visit.texts) : await myDataModal(visit),
  };
};

export const correctMyData: ActionListener = ({ texts }) => ({ show: correctView(texts) });

/** One write takes everything they had; the wake that follows visits whoever knew of it. */
export const removeMyData: ActionListener = async (visit) => {
  const { now, texts } = visit;
  const changed = await visit.change('delete-my-data', (person) =>
    person.version === 0 ? person : leavingOf(person, now),
  );
  if (isRefusal(changed)) return refused(visit, changed);
  return { show: noticeView(texts.myData.title, texts.myData.removed, texts) };
};

/** Slack tells of every press, also of one that only follows a link. */
export const followDataLink: ActionListener = () => ({});
