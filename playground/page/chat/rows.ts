import type { Message } from '../../contract.ts';

const fiveMinutes = 5 * 60 * 1000;

/** As in Slack, what somebody writes within five minutes stands under one name. */
export function followsOn(before: Message | undefined, message: Message): boolean {
  const isPlain = ({ ephemeral, pinned, edited }: Message) => !ephemeral && !pinned && !edited;
  return (
    before !== undefined &&
    before.author === message.author &&
    isPlain(before) &&
    isPlain(message) &&
    Date.parse(message.at) - Date.parse(before.at) < fiveMinutes
  );
}

export const repliesTo = ({ ts }: Message, all: Message[]): Message[] =>
  all.filter(({ thread }) => thread === ts);
