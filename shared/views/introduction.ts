import type { Person } from '../domain/person.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, type Message, plain } from './blocks.ts';
import { openWorkspaceAction } from './settings.ts';
import { open } from './start.ts';

/** To whoever brought Trivsel to the workspace: what it is, and the one thing to do first. */
export function introductionMessage({ profile }: Person, texts: Texts): Message {
  const { introduction: t } = texts.settings;
  const lines = t.lines(profile.name);
  return {
    text: lines.join('\n'),
    blocks: [
      ...lines.map((line) => ({ type: 'section' as const, text: plain(line) })),
      actions('introduction', [
        button(openWorkspaceAction, t.open, { primary: true }),
        button(open.help, texts.start.help),
      ]),
    ],
  };
}
