import { type ReactNode, useState } from 'react';
import type { Conversation } from '../contract.ts';
import { Composer } from './Composer.tsx';
import { MessageList } from './chat/MessageList.tsx';
import { ThreadPane } from './chat/Thread.tsx';
import { usePage } from './page-context.ts';
import { displayName, Marks } from './Sidebar.tsx';

/** A conversation, and beside it the thread that is open. Each person and conversation has a place of its own. */
export function ConversationPane({ conversation }: { conversation: Conversation | undefined }): ReactNode {
  const { t, state } = usePage();
  if (conversation)
    return <OpenConversation key={`${state.me.id}/${conversation.id}`} conversation={conversation} />;
  return (
    <main className="pane">
      <div className="empty">{t.noConversations}</div>
    </main>
  );
}

function OpenConversation({ conversation }: { conversation: Conversation }): ReactNode {
  const { t } = usePage();
  const [thread, setThread] = useState<string>();
  const first = conversation.messages.find(({ ts }) => ts === thread);
  const name = displayName(conversation.kind, conversation.name);
  return (
    <main className={first ? 'pane-with-thread' : 'pane-alone'} aria-label={name}>
      <div className="pane">
        <h1 className="pane-title">
          {name}
          <Marks of={conversation.marks} />
        </h1>
        {/* Nobody writes to the app itself, nor in its threads. */}
        <MessageList
          conversation={conversation}
          onThread={conversation.kind === 'channel' ? setThread : undefined}
        />
        {conversation.marks.includes('archived') ? (
          <p className="archived-note">{t.archived}</p>
        ) : (
          <Composer conversation={conversation} />
        )}
      </div>
      {first && (
        <ThreadPane
          key={first.ts}
          conversation={conversation}
          first={first}
          onClose={() => setThread(undefined)}
        />
      )}
    </main>
  );
}
