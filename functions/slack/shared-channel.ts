import type { GroupId } from '../../shared/domain/group.ts';
import { channelShared } from '../../shared/domain/group-look.ts';
import { changeGroup, type VisitDeps } from './visit.ts';

/** Another company comes in: what the group says among themselves is not for them. */
export async function noticeShared(deps: VisitDeps, id: GroupId, signal: AbortSignal): Promise<void> {
  const group = await deps.store.group(id, signal);
  if (group?.agreement === undefined) return;
  const read = async () => (await deps.store.group(id, signal)) ?? group;
  await changeGroup(deps, group, (current) => channelShared(current, deps.now()), read, signal);
}
