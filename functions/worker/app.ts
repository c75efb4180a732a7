import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { describeError } from '../../shared/log.ts';
import { queueMessage } from '../../shared/wakes/wakes.ts';
import { reconcile } from './reconcile.ts';
import { type WorkerDeps, wake } from './wake.ts';
import { wakeGroup } from './wake-group.ts';
import { wakeWorkspace } from './wake-workspace.ts';

export type { WorkerDeps };

const sqsEvent = z.object({ Records: z.array(z.looseObject({ messageId: z.string(), body: z.string() })) });

/**
 * The worker as a handler of SQS events. A message that fails comes back alone (partial batch response), and after five
 * times goes to the dead-letter queue, where a human sees it.
 */
export function workerApp(deps: WorkerDeps): (event: unknown) => Promise<PartialItemFailureResponse> {
  async function work(record: SQSRecord): Promise<void> {
    try {
      const message = queueMessage.parse(JSON.parse(record.body));
      if (message.kind === 'person') await wake(deps, message);
      else if (message.kind === 'channel') await wakeGroup(deps, message);
      else if (message.kind === 'workspace') await wakeWorkspace(deps, message.tenant);
      else deps.metrics.missedInstants(await reconcile(deps));
    } catch (error) {
      deps.log.error('A message failed and comes back', {
        message: record.messageId,
        ...describeError(error),
      });
      throw error;
    }
  }

  return async (event) => {
    const { Records } = sqsEvent.parse(event);
    const processor = new BatchProcessor(EventType.SQS);
    const options = { throwOnFullBatchFailure: false };
    return processPartialResponse({ Records } as unknown as SQSEvent, work, processor, options);
  };
}
