import type { Browser, PlaywrightWorkerArgs, PlaywrightWorkerOptions } from '@playwright/test';

type LaunchWithArgs = (args: readonly string[]) => Promise<Browser>;

/** How many stay open: one that nobody uses holds memory all the same. */
const MOST = 3;

/** Browsers that outlive a test. Starting one takes a second of two processors, and a context of its own gives the next
 * test as clean a page: storage, caches and cameras are the context's. What a browser is started with is its own. */
export class KeptBrowsers {
  readonly #launch: LaunchWithArgs;
  /** By arguments; the one that was asked for longest ago comes first. */
  readonly #open = new Map<string, Browser>();

  constructor(launch: LaunchWithArgs) {
    this.#launch = launch;
  }

  /** The browser with these arguments, as it is or started now. */
  async with(args: readonly string[]): Promise<Browser> {
    const key = args.join(' ');
    const kept = this.#open.get(key);
    this.#open.delete(key);
    const browser = kept?.isConnected() ? kept : await this.#launch(args);
    this.#open.set(key, browser);
    const [oldest] = this.#open;
    if (oldest !== undefined && this.#open.size > MOST) {
      this.#open.delete(oldest[0]);
      await oldest[1].close();
    }
    return browser;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((browser) => browser.close()));
  }
}

/** Fixture of a worker. */
export async function keepBrowsers(
  { playwright, launchOptions }: PlaywrightWorkerArgs & PlaywrightWorkerOptions,
  use: (browsers: KeptBrowsers) => Promise<void>,
): Promise<void> {
  const browsers = new KeptBrowsers((args) =>
    playwright.chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] }),
  );
  await use(browsers);
  await browsers.close();
}
