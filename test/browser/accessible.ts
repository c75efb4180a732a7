import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** WCAG 2.2 A and AA, and what axe calls best practice. https://www.deque.com/axe/core-documentation/api-documentation/ */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is still fading in has no colours of its own yet. What blinks for ever is not waited for. */
const settled = `Promise.allSettled(
  document
    .getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime < Infinity)
    .map(({ finished }) => finished),
)`;

/** Fails, at the end of the test, with what is wrong, where, and where to read about it: a line per rule, under it a line per place. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const isThere = await page.evaluate<boolean>('"axe" in window');
  if (!isThere) await page.evaluate(axe.source);
  await page.evaluate(settled);
  const options: axe.RunOptions = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  expect.soft(violations.map(finding), where).toEqual([]);
}

const finding = ({ id, help, helpUrl, nodes }: axe.Result): string =>
  [`${id}: ${help} (${helpUrl})`, ...nodes.map(({ html, any }) => `  ${html} ${any[0]?.message ?? ''}`)].join(
    '\n',
  );
