import type { Locator, Page } from '@playwright/test';
import { readStyles } from '../../tools/build/assets.js';
import { bundleExports } from './bundle-exports.js';

/** Screens of the widget by themselves in a page: no camera, no receiver. */

const ORIGIN = 'http://localhost';

export interface LoneScreens {
  open(page: Page): Promise<void>;
  /** Puts one of them into the open page, in the place of the one before. */
  show(page: Page, screen: string, locale: string): Promise<Locator>;
  /** What there is to show. */
  list(page: Page): Promise<{ readonly screens: readonly string[]; readonly languages: readonly string[] }>;
}

export async function makeLoneScreens(): Promise<LoneScreens> {
  const script = await bundleExports({
    mountScreen: 'src/ui/every-screen.fixture.tsx',
    SCREENS: 'src/ui/every-screen.fixture.tsx',
    SHIPPED_LANGUAGES: 'src/ui/messages/shipped.ts',
  });
  const html = `<!doctype html><html lang="en"><title>Screens</title><meta name="viewport" content="width=device-width">
<style>:root { color-scheme: light dark } ${await readStyles()}</style><main><h1>Screens</h1><div id="root"></div></main></html>`;
  return {
    open: async (page) => {
      await page.route(`${ORIGIN}/**`, (route) =>
        new URL(route.request().url()).pathname === '/screens.js'
          ? route.fulfill({ contentType: 'text/javascript', body: script })
          : route.fulfill({ contentType: 'text/html', body: html }),
      );
      await page.goto(ORIGIN);
    },
    show: async (page, screen, locale) => {
      await page.evaluate(
        async ([name, language]) => {
          const module = await import(new URL('/screens.js', location.href).href);
          const place = document.createElement('div');
          document.querySelector('main > div')?.replaceWith(place);
          await module.mountScreen(name, language, place);
        },
        [screen, locale] as const,
      );
      const root = page.locator(`[data-screen="${screen}"]`);
      await root.locator('h2').waitFor();
      return root;
    },
    list: (page) =>
      page.evaluate(async () => {
        const module = await import(new URL('/screens.js', location.href).href);
        return {
          screens: module.SCREENS.map(([name]: readonly [string]) => name),
          languages: [...module.SHIPPED_LANGUAGES],
        };
      }),
  };
}
