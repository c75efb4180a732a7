import type { Browser, BrowserContextOptions } from 'playwright-core';
import { type Playground, servePlayground } from '../../playground/server.ts';
import { World } from '../../playground/world.ts';
import { launch, openWindow } from './chromium.ts';
import { Hands } from './hands.ts';

export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** A playground and a browser of one's own, at a fixed instant. */
export class Stage {
  readonly browser: Browser;
  readonly world: World;
  private readonly playground: Playground;

  private constructor(browser: Browser, world: World, playground: Playground) {
    this.browser = browser;
    this.world = world;
    this.playground = playground;
  }

  static async set(standsAt: string): Promise<Stage> {
    const world = await World.open({ standsAt });
    const [browser, playground] = await Promise.all([launch(), servePlayground(world, 0)]);
    return new Stage(browser, world, playground);
  }

  /** The page as that person, in a window of their own, where nothing moves by itself. `label` begins the names of its pictures. */
  async enter(
    who: string,
    label: string,
    options: BrowserContextOptions = { viewport: desk },
  ): Promise<Hands> {
    const page = await openWindow(this.browser, { reducedMotion: 'reduce', ...options });
    page.setDefaultTimeout(6000);
    await page.goto(`http://127.0.0.1:${this.playground.port}/#${who}`);
    return new Hands(page, label);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.playground.server.closeAllConnections();
    this.playground.server.close();
    await this.world.close();
  }
}
