import { type Browser, test as base, type Page } from '@playwright/test';
import type { StaticServer } from '../support/static-server.js';
import { type Sites, serveSites } from './sites.js';
import type { Observation } from './stage.js';

/** The built worker in a real browser, under the strict policy, on rendered persons. */

type OpenBrowser = (args?: readonly string[]) => Promise<(site: keyof Sites) => Promise<Page>>;

export const test = base.extend<
  { open: (site?: keyof Sites) => Promise<Page>; launch: OpenBrowser },
  { sites: Sites }
>({
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const sites = await serveSites();
      await use(sites);
      await Promise.all([sites.plain.close(), sites.isolated.close()]);
    },
    { scope: 'worker' },
  ],
  open: async ({ page, sites }, use) => {
    await use((site = 'plain') => load(page, sites[site]));
  },
  launch: async ({ playwright, launchOptions, sites }, use) => {
    const browsers: Browser[] = [];
    await use(async (args = []) => {
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), ...args],
      });
      browsers.push(browser);
      return async (site) => load(await browser.newPage(), sites[site]);
    });
    await Promise.all(browsers.map((browser) => browser.close()));
  },
});

export async function load(page: Page, server: StaticServer): Promise<Page> {
  await page.goto(`http://localhost:${server.port}/`);
  await page.waitForSelector('html[data-loaded]', { state: 'attached' });
  return page;
}

/** Observes each picture once, in this order. */
export async function observe(page: Page, names: readonly string[]): Promise<Record<string, Observation>> {
  return page.evaluate(async (wanted) => {
    const vision = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
    const seen: Record<string, Observation> = {};
    for (const [index, name] of wanted.entries()) {
      // The tracker needs a few frames to let go of the face of the picture before.
      for (const repeat of [0, 1, 2, 3]) {
        const id = 4 * index + repeat;
        seen[name] = await vision.observe(await window.bench.picture(name), id, id * 33);
      }
    }
    vision.close();
    return seen;
  }, names);
}

/** The embedding of one capture of these pictures. */
export async function embeddingOf(
  page: Page,
  names: readonly string[],
  backend: 'auto' | 'wasm' | 'webgpu' = 'wasm',
) {
  return page.evaluate(
    async ([wanted, preference]) => {
      // WebGPU's runtime is never beside the script.
      const options = { backend: preference, assetsUrl: '/assets/' };
      const vision = await window.bench.stage.startVision(options, window.bench.never);
      const captured = await window.bench.capture(vision, wanted);
      const runtime = await vision.embeddingReady;
      vision.close();
      return { ...captured, runtime };
    },
    [names, backend] as const,
  );
}

export function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0);
}

export const faceOf = (observation: Observation | undefined): NonNullable<Observation['face']> => {
  if (!observation?.face) throw new Error('no face was found');
  return observation.face;
};
