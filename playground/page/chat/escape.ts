import type { Somebody } from '../../contract.ts';

/**
 * A message as Slack's client sends it: three characters escaped, links in angle brackets, mentions by id.
 * https://docs.slack.dev/messaging/formatting-message-text/#escaping
 */
export function escapeMessage(text: string, people: Somebody[]): string {
  const escaped = text.replace(/[&<>]/g, (found) => ({ '&': '&amp;', '<': '&lt;' })[found] ?? '&gt;');
  return escapeMentions(escaped.replace(/https?:\/\/[^\s<>]*[^\s<>.,;:!?)]/g, '<$&>'), people);
}

/** Slack's client sends `@Mette Holm` as `<@U…|Mette Holm>`; a first name alone will do if only one has it. */
export function escapeMentions(text: string, people: Somebody[]): string {
  const firstName = ({ name }: Somebody) => name.split(' ')[0] ?? name;
  const only = people.filter(
    (one) => people.filter((other) => firstName(other) === firstName(one)).length === 1,
  );
  const names = [
    ...people.map((person) => ({ person, name: person.name })),
    ...only.map((person) => ({ person, name: firstName(person) })),
  ].sort((a, b) => b.name.length - a.name.length);
  return names.reduce((escaped, { person, name }) => {
    const mention = new RegExp(`(?<![<\\p{L}])@${literally(name)}(?![\\p{L}])`, 'giu');
    return escaped.replace(mention, `<@${person.id}|${person.name}>`);
  }, text);
}

const literally = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
