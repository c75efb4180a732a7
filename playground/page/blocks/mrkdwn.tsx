import type { ReactNode } from 'react';
import { channelNamed, personNamed } from '../names.ts';
import { type Page, usePage } from '../page-context.ts';
import { parts } from './parts.ts';
import type { Text } from './types.ts';

/**
 * Slack's mrkdwn, drawn by ourselves: `slack-blocks-to-jsx` 1.1.1 decodes `&lt;@U1&gt;` before it looks for
 * mentions, so that text the app has escaped turns into a mention after all. That is the very thing one wants
 * to see here. (It also brings 100 packages, 770 kB, fixed colours and the same DOM id for every message.)
 */
export function RichText({ text }: { text: Text | undefined }): ReactNode {
  const page = usePage();
  if (!text) return null;
  return text.type === 'mrkdwn' ? drawBlocks(text.text, page) : decode(text.text);
}

/** A text where only a string will do: an option, a label read aloud. */
export const plain = (text: Text | undefined): string => decode(text?.text ?? '');

const decode = (text: string): string =>
  text.replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: '<', gt: '>' })[name] ?? '&');

/** Code fences and quotes take whole lines; everything else is inline. */
function drawBlocks(source: string, page: Page): ReactNode {
  const drawPiece = (piece: string, at: number) =>
    at % 2 === 1 ? drawFence(piece) : drawQuotes(piece, page);
  return parts(source.split(/```\n?([\s\S]+?)\n?```/).map(drawPiece));
}

const drawFence = (code: string): ReactNode => <pre>{decode(code)}</pre>;

const quoteMark = /^(?:>|&gt;) ?/;

type Run = { quoted: boolean; lines: string[] };

function drawQuotes(source: string, page: Page): ReactNode {
  const runs: Run[] = [];
  for (const line of source.split('\n')) {
    const quoted = quoteMark.test(line);
    const text = quoted ? line.replace(quoteMark, '') : line;
    const last = runs.at(-1);
    if (last?.quoted === quoted) last.lines.push(text);
    else runs.push({ quoted, lines: [text] });
  }
  return parts(runs.map((run) => drawRun(run, page)));
}

function drawRun({ quoted, lines }: Run, page: Page): ReactNode {
  const content = drawInline(lines.join('\n'), page);
  return quoted ? <blockquote>{content}</blockquote> : content;
}

/** Code, <reference>, or a mark that stands outside words on both sides. */
const inline = /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\3(?![\p{L}\p{N}])/gu;

function drawInline(source: string, page: Page): ReactNode {
  const drawn: ReactNode[] = [];
  let end = 0;
  for (const found of source.matchAll(inline)) {
    drawn.push(decode(source.slice(end, found.index)), drawFound(found, page));
    end = found.index + found[0].length;
  }
  return parts([...drawn, decode(source.slice(end))]);
}

function drawFound([, code, reference, mark, marked = '']: RegExpMatchArray, page: Page): ReactNode {
  if (code !== undefined) return <code>{decode(code)}</code>;
  if (reference !== undefined) return drawReference(reference, page);
  const content = drawInline(marked, page);
  if (mark === '*') return <strong>{content}</strong>;
  return mark === '_' ? <em>{content}</em> : <s>{content}</s>;
}

function drawReference(reference: string, page: Page): ReactNode {
  const [target = '', label] = reference.split('|', 2);
  if (target.startsWith('@')) {
    return <span className="mention">@{personNamed(page, target.slice(1), label)}</span>;
  }
  if (target.startsWith('#')) {
    return <span className="mention">{channelNamed(page, target.slice(1), label)}</span>;
  }
  if (target.startsWith('!date^')) return drawDate(target, label, page);
  if (target.startsWith('!')) return <span className="mention">@{target.slice(1)}</span>;
  return <SafeLink href={decode(target)}>{decode(label ?? target)}</SafeLink>;
}

function drawDate(target: string, fallback: string | undefined, { calendar }: Page): string {
  const [, seconds = '', pattern = ''] = target.split('^');
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime())) return decode(fallback ?? '');
  return decode(pattern).replace(/\{(\w+)\}/g, (_, token: string) => {
    if (token.startsWith('time')) return calendar.time(at);
    if (token === 'date_num') return calendar.numericDay(at);
    return token.startsWith('date_long') ? calendar.longDay(at) : calendar.shortDay(at);
  });
}

const allowed = /^(https?:|mailto:|tel:)/i;

/** Only addresses that cannot run anything here; the rest is shown as text. */
export function SafeLink(props: {
  href: string;
  children: ReactNode;
  className?: string;
  onClick?: () => void;
}) {
  if (!allowed.test(props.href)) return <>{props.children}</>;
  return <a {...props} target="_blank" rel="noreferrer noopener" />;
}
