import { type ReactNode, useMemo, useState } from 'react';
import type { Message, Values } from '../contract.ts';
import { Avatar } from './Avatar.tsx';
import { Blocks } from './blocks/Blocks.tsx';
import { RichText } from './blocks/mrkdwn.tsx';
import { SurfaceContext } from './blocks/surface.ts';
import type { Block } from './blocks/types.ts';
import { seed } from './blocks/values.ts';
import { authorOf } from './names.ts';
import { usePage } from './page-context.ts';

type Props = {
  message: Message;
  /** Under the name of the one before, within minutes of it. */
  isCompact?: boolean;
  onThread?: ((ts: string) => void) | undefined;
  /** What stands under it: the bar of its thread. */
  children?: ReactNode;
};

export function MessageRow({ message, isCompact = false, onThread, children }: Props): ReactNode {
  const page = usePage();
  const { t } = page;
  const author = authorOf(page, message.author);
  const kind = ['message', message.ephemeral && 'ephemeral', isCompact && 'compact'];
  return (
    <article className={kind.filter(Boolean).join(' ')}>
      {!isCompact && <Avatar id={message.author} name={author} />}
      <div className="message-body">
        {message.ephemeral && <p className="only-you">{t.onlyYou}</p>}
        {message.pinned && <p className="pinned">{t.pinned}</p>}
        <Byline message={message} author={author} />
        {message.blocks ? (
          <MessageBlocks message={message} blocks={message.blocks as Block[]} />
        ) : (
          <div className="text">
            <RichText text={{ type: 'mrkdwn', text: message.text }} />
          </div>
        )}
        {children}
      </div>
      {onThread && (
        <button
          type="button"
          className="thread-button"
          aria-label={t.replyInThread}
          title={t.replyInThread}
          onClick={() => onThread(message.ts)}
        >
          <SpeechBubble />
        </button>
      )}
    </article>
  );
}

function Byline({ message, author }: { message: Message; author: string }): ReactNode {
  const { t, calendar } = usePage();
  const { at } = message;
  return (
    <p className="byline">
      <strong>{author}</strong>
      {message.author === 'app' && <span className="app-mark">{t.app}</span>}
      <time dateTime={at} title={`${calendar.longDay(at)} ${calendar.time(at)}`}>
        {calendar.time(at)}
      </time>
      {message.edited && <span className="edited">{t.edited}</span>}
    </p>
  );
}

const SpeechBubble = (): ReactNode => (
  <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
    <path
      d="M3 4h14v9H9l-4 4v-4H3z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  </svg>
);

function MessageBlocks({ message, blocks }: { message: Message; blocks: Block[] }): ReactNode {
  const [filled, setValues] = useState<Values>({});
  const values = useMemo(() => seed(filled, blocks), [filled, blocks]);
  const { channel, ts } = message;
  return (
    <SurfaceContext value={{ from: { channel, ts }, blocks, values, setValues }}>
      <Blocks blocks={blocks} />
    </SurfaceContext>
  );
}
