import { type ReactNode, useMemo, useState } from 'react';
import type { Message, Values } from '../contract.ts';
import { Avatar } from './Avatar.tsx';
import { Blocks } from './blocks/Blocks.tsx';
import { RichText } from './blocks/mrkdwn.tsx';
import { SurfaceContext } from './blocks/surface.ts';
import type { Block } from './blocks/types.ts';
import { seed } from './blocks/values.ts';
import { personNamed } from './names.ts';
import { usePage } from './page-context.ts';

export function MessageRow({ message }: { message: Message }): ReactNode {
  const page = usePage();
  const { t, calendar } = page;
  const byApp = message.author === 'app';
  const author = byApp ? 'Trivsel' : personNamed(page, message.author);
  return (
    <article className={message.ephemeral ? 'message ephemeral' : 'message'}>
      <Avatar id={message.author} name={author} />
      <div className="message-body">
        {message.ephemeral && <p className="only-you">{t.onlyYou}</p>}
        {message.pinned && <p className="pinned">{t.pinned}</p>}
        <p className="byline">
          <strong>{author}</strong>
          {byApp && <span className="app-mark">{t.app}</span>}
          <time dateTime={message.at} title={`${calendar.longDay(message.at)} ${calendar.time(message.at)}`}>
            {calendar.time(message.at)}
          </time>
          {message.edited && <span className="edited">{t.edited}</span>}
        </p>
        {message.blocks ? (
          <MessageBlocks message={message} blocks={message.blocks as Block[]} />
        ) : (
          <div className="text">
            <RichText text={{ type: 'mrkdwn', text: message.text }} />
          </div>
        )}
      </div>
    </article>
  );
}

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
