import { describe, expect, test } from 'vitest';
import { problemsOfView } from '../../playground/slack/validate/index.ts';
import type { Counts } from '../../shared/domain/my-data.ts';
import type { Language, Person } from '../../shared/domain/person.ts';
import { workspaceOf } from '../../shared/domain/workspace.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { lostPage, readyPage } from '../../shared/views/data-page.ts';
import { correctView, dataLinkView, myDataView } from '../../shared/views/my-data.ts';
import { broadest, hostile, now, ordinary, pictures, somebody } from './people.ts';

const all: Counts = {
  ...{ profile: true, settings: true, draft: true, agreement: true, past: 2, checkIns: 6, asksMade: 3 },
  ...{ asksReceived: 1, people: 3, supports: 2, sparring: 1, assessment: true, groups: 2, contributions: 2 },
  groupAnswers: 1,
  ...{ commitments: 1, messages: true },
};
const none = Object.fromEntries(Object.keys(all).map((kind) => [kind, 0])) as unknown as Counts;
const one = Object.fromEntries(Object.keys(all).map((kind) => [kind, 1])) as unknown as Counts;

/** In a workspace that says who is responsible, in those words. */
function personIn(language: Language, write?: (most: number) => string): Person {
  const person = somebody(language);
  const said = write && { controller: write(80), legalBasis: write(500), keptDays: 7 };
  return { ...person, version: 3, workspace: { ...workspaceOf('T1'), ...said } };
}

const url = `https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/data/T0HAVNBYXXXXXXXXXXX.U0METTEXXXXXXXXXXXXX.${'x'.repeat(43)}`;

const views = (language: Language, write?: (most: number) => string) => {
  const texts = textsIn(language);
  const person = personIn(language, write);
  return {
    'my-data': myDataView(person, all, true, texts),
    'my-data-one': myDataView(person, one, true, texts),
    'my-data-nowhere-to-fetch': myDataView(person, all, false, texts),
    'my-data-nothing': myDataView({ ...person, version: 0 }, none, true, texts),
    'my-data-link': dataLinkView(url, now, person, texts),
    'my-data-correct': correctView(texts),
  };
};

describe.each(['da', 'en'] as const)('in %s', (language) => {
  test.each(Object.entries(views(language, ordinary[language])))(
    '%s is as in its golden file',
    async (name, view) => {
      const file = `./golden/${name}.${language}.json`;
      await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot(file);
    },
  );

  test.each([undefined, broadest, pictures, hostile])(
    'Slack accepts it, whatever the workspace wrote',
    (write) => {
      const found = Object.entries(views(language, write)).map(
        ([name, view]) => [name, problemsOfView(view)] as const,
      );
      expect(found.filter(([, problems]) => problems.length > 0)).toEqual([]);
    },
  );

  test('the pages that say nothing of anybody are as in their golden files', async () => {
    const texts = textsIn(language);
    await expect(`${readyPage(language, texts)}\n`).toMatchFileSnapshot(
      `./golden/my-data-ready.${language}.html`,
    );
  });
});

test('the page of a link that serves no more is as in its golden file', async () => {
  const both = [textsIn('da'), textsIn('en')];
  await expect(`${lostPage(both)}\n`).toMatchFileSnapshot('./golden/my-data-lost.html');
});
