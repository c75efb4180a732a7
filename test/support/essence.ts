import type { Person } from '../../shared/domain/person.ts';
import type { News, Prompt } from '../../shared/domain/prompt.ts';

/** What matters of a person: not how often they were written, nor which ids Slack happened to give. */
export function essence(person: Person | undefined): unknown {
  if (person === undefined) return undefined;
  const { version: _, wakeAt: __, prompt, news, links, profile, ...rest } = person;
  const matters = {
    ...{ ...rest, zone: profile.zone, prompt: asked(prompt) },
    ...(news && { news: asked(news) }),
    ...(links && { links: links.map(({ version: ___, ...link }) => link) }),
  };
  return JSON.parse(JSON.stringify(matters).replace(/\bV\d+(\.\d+\.h\d+)?\b/g, 'V'));
}

/** Without when it was sent, and under which number. */
function asked(message: Prompt | News | undefined) {
  const { lease: _, ts: __, sentAt: ___, ...told }: Partial<Prompt> | Partial<News & Prompt> = message ?? {};
  return told;
}
