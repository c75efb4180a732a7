import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Playground, servePlayground } from '../../playground/server.ts';
import { World } from '../../playground/world.ts';
import { launch } from './chromium.ts';
import { Hands } from './hands.ts';

export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** A playground and a browser of one's own. */
export class Stage {
  readonly browser: Browser;
  readonly world: World;
  private readonly playground: Playground;

  private constructor(browser: Browser, world: World, playground: Playground) {
    this.browser = browser;
    this.world = world;
    this.playground = playground;
  }

  /** `standsAt`: where its clock stands until somebody moves it; without, it goes by the wall. */
  static async set(standsAt?: string): Promise<Stage> {
    const world = await World.open(standsAt === undefined ? {} : { standsAt });
    const [browser, playground] = await Promise.all([launch(), servePlayground(world, 0)]);
    return new Stage(browser, world, playground);
  }

  /**
   * The page as that person, in a window of their own, where nothing moves by itself. They have been here before: nobody
   * offers to show them around. `label` begins the names of its pictures.
   */
  async enter(
    who: string,
    label: string,
    options: BrowserContextOptions = { viewport: desk },
  ): Promise<Hands> {
    const context = await this.browser.newContext({ reducedMotion: 'reduce', ...options });
    await context.addInitScript(() => localStorage.setItem('trivsel-tour', '{"stage":"left"}'));
    return new Hands(await this.openIn(context, who), label);
  }

  /** The page as it is for a first visit; `before` runs in it before anything else. */
  async visit(options: BrowserContextOptions, who = '', before = () => {}): Promise<Page> {
    const context = await this.browser.newContext(options);
    await context.addInitScript(before);
    return this.openIn(context, who);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.playground.server.closeAllConnections();
    this.playground.server.close();
    await this.world.close();
  }

  private async openIn(context: BrowserContext, who: string): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`http://127.0.0.1:${this.playground.port}/#${who}`);
    return page;
  }
}
