import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { Conversation } from '../contract.ts';
import { escapeMentions, escapeMessage } from './chat/escape.ts';
import { Suggestions } from './chat/Suggestions.tsx';
import { type Typeahead, useSuggestions } from './chat/use-suggestions.ts';
import { usePage } from './page-context.ts';
import { displayName } from './Sidebar.tsx';

type Props = {
  conversation: Conversation;
  /** The thread whose replies are written here. */
  thread?: string;
};

/** Where one writes: messages in channels, replies in threads, and slash commands. */
export function Composer({ conversation, thread }: Props): ReactNode {
  const { t } = usePage();
  const { text, change, send, hint } = useWriting(conversation, thread);
  const field = useRef<HTMLTextAreaElement>(null);
  const typeahead = useSuggestions(text, change, !text.startsWith('/') || thread === undefined);
  const insert = (mark: string) => {
    change(mark === '/' ? '/' : `${text}${/(^|\s)$/.test(text) ? '' : ' '}${mark}`);
    field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (typeahead.pressed(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey) submit(event);
  };
  const placeholder =
    thread !== undefined
      ? t.replyPlaceholder
      : conversation.kind === 'dm'
        ? t.placeholder
        : t.placeholderIn(displayName(conversation.kind, conversation.name).replace(' ', ''));
  return (
    <form className="composer" onSubmit={submit}>
      <div className="composer-box">
        <Suggestions {...typeahead} />
        <textarea
          ref={field}
          rows={1}
          aria-label={thread === undefined ? t.compose : t.reply}
          {...listAttributes(typeahead)}
          placeholder={placeholder}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <div className="composer-tools">
          {thread === undefined && <Tool sign="/" label={t.commands} onPress={insert} />}
          <Tool sign="@" label={t.mention} onPress={insert} />
          <button type="submit" className="button primary">
            {t.send}
          </button>
        </div>
      </div>
      <p className="composer-hint" aria-live="polite">
        {hint && t.composerHint}
        <span className="visually-hidden">
          {typeahead.list.length > 0 && t.suggested(typeahead.list.length)}
        </span>
      </p>
    </form>
  );
}

const listAttributes = ({ list, active, id }: Typeahead) =>
  list.length === 0
    ? {}
    : {
        'aria-autocomplete': 'list' as const,
        'aria-controls': id,
        'aria-activedescendant': active < 0 ? undefined : `${id}-${active}`,
      };

type ToolProps = { sign: string; label: string; onPress: (sign: string) => void };

function Tool({ sign, label, onPress }: ToolProps): ReactNode {
  return (
    <button
      type="button"
      className="composer-tool"
      aria-label={label}
      title={label}
      onClick={() => onPress(sign)}
    >
      {sign}
    </button>
  );
}

/** What is typed and where it goes: a command to the app, anything else to those who are there. */
function useWriting({ id: channel, kind }: Conversation, thread: string | undefined) {
  const { state, post } = usePage();
  const [text, setText] = useState('');
  const [hint, setHint] = useState(false);
  const as = state.me.id;
  const change = (changed: string) => {
    setText(changed);
    setHint(false);
  };
  const send = async () => {
    const words = text.trim();
    if (words === '') return;
    const isCommand = thread === undefined && /^\/trivsel(\s|$)/.test(words);
    // The app hears commands only.
    if (kind === 'dm' && !isCommand) return setHint(true);
    if (isCommand) {
      const sent = await post('command', { as, channel, text: escapeMentions(words, state.people) });
      if (sent) setText('');
      return;
    }
    // At once: the next message may be typed already while this one is under way.
    setText('');
    const said = await post('say', { as, channel, text: escapeMessage(words, state.people), thread });
    if (!said) setText((typed) => typed || text);
  };
  return { text, change, send, hint };
}
