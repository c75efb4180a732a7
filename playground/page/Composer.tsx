import { type FormEvent, type ReactNode, useState } from 'react';
import type { Somebody } from '../contract.ts';
import { usePage } from './page-context.ts';

/** Sends slash commands; the playground has no chat between people. */
export function Composer({ channel }: { channel: string }): ReactNode {
  const { state, t, post, busy } = usePage();
  const [text, setText] = useState('');
  const [hinting, setHinting] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const command = text.trim();
    if (command === '') return;
    if (!/^\/trivsel(\s|$)/.test(command)) return setHinting(true);
    const sent = await post('command', {
      as: state.me.id,
      channel,
      text: escapeMentions(command, state.people),
    });
    if (sent) setText('');
  };
  const change = (changed: string) => {
    setText(changed);
    setHinting(false);
  };
  return (
    <form className="composer" onSubmit={submit}>
      <div className="composer-box">
        <input
          aria-label={t.compose}
          aria-describedby="composer-hint"
          placeholder={t.placeholder}
          value={text}
          onChange={(event) => change(event.target.value)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <button type="submit" className="button primary" disabled={busy}>
          {t.send}
        </button>
      </div>
      <p id="composer-hint" className="composer-hint" aria-live="polite">
        {hinting && t.composerHint}
      </p>
    </form>
  );
}

/** Slack's client sends `@Mette Holm` as `<@U…|Mette Holm>`; a first name alone will do if only one has it. */
function escapeMentions(text: string, people: Somebody[]): string {
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
