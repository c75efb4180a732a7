import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { look } from './look.ts';

/** A person at the playground's page: what they see, type and press. */
export class Hands {
  readonly dialog: Locator;
  readonly page: Page;
  private readonly who: string;
  private seen = 0;

  constructor(page: Page, who: string) {
    this.page = page;
    this.who = who;
    this.dialog = page.getByRole('dialog');
  }

  async look(name: string): Promise<void> {
    this.seen += 1;
    await look(this.page, `${this.who}-${String(this.seen).padStart(2, '0')}-${name}`);
  }

  async say(command: string): Promise<void> {
    const composer = this.page.getByPlaceholder('/trivsel');
    await composer.fill(command);
    await composer.press('Enter');
    await this.dialog.waitFor();
  }

  /** A conversation in the sidebar, which a phone keeps behind its menu. */
  async goTo(conversation: string): Promise<void> {
    await this.page.getByPlaceholder('/trivsel').waitFor();
    const menu = this.page.locator('.menu-button');
    if (await menu.isVisible()) await menu.click();
    await this.page.getByRole('navigation').getByRole('button', { name: conversation }).first().click();
  }

  async click(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).first().click();
  }

  async closeAll(): Promise<void> {
    await this.dialog
      .getByRole('button', { name: /^(Luk|Close)$/ })
      .last()
      .click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** The button of that name in the conversation: the latest, or another. */
  async pressInMessage(name: string, index = -1): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).nth(index).click();
    await this.dialog.waitFor();
  }

  async progress(point: string, step: string): Promise<void> {
    await this.dialog.getByRole('radiogroup', { name: point }).getByLabel(step).check();
  }

  async fillPoint(title: string, step: string): Promise<void> {
    const field = this.dialog.getByLabel('Hvad er vigtigt for dig?');
    await expect.poll(() => field.inputValue()).toBe('');
    await field.fill(title);
    await this.dialog.getByLabel('Et lille første skridt').fill(step);
    await this.click('Næste');
  }
}
