import { afterEach, describe, expect, it, vi } from 'vitest';
import { pastViteCache, resolveAssets } from './assets.js';

const HOST = 'http://localhost:5173';
const PACKAGE = '/node_modules/candor/dist/assets/candor-worker.js';

describe('pastViteCache', () => {
  it.each([
    ['Vite', '/node_modules/.vite/deps/assets/candor-worker.js', PACKAGE],
    ['a base', '/shop/node_modules/.vite/deps/assets/candor-worker.js', `/shop${PACKAGE}`],
    ['Nuxt', '/_nuxt/node_modules/.cache/vite/client/deps/assets/candor-worker.js', `/_nuxt${PACKAGE}`],
    ['Storybook', '/node_modules/.cache/storybook/0123/sb-vite/deps/assets/candor-worker.js', PACKAGE],
    [
      'a project outside the root',
      '/@fs/home/me/app/node_modules/.vite/deps/assets/candor-worker.js',
      `/@fs/home/me/app${PACKAGE}`,
    ],
  ])('finds the package’s files behind the cache of %s', (_, beside, found) => {
    expect(pastViteCache(HOST + beside)).toBe(HOST + found);
  });

  it.each([
    '/assets/candor-worker-D1a2.js',
    '/node_modules/candor/dist/assets/candor-worker.js',
    '/deps/assets/candor-worker.js',
    '/node_modules/.pnpm/candor@0.1.0/node_modules/candor/dist/assets/candor-worker.js',
  ])('leaves every other address alone: %s', (path) => {
    expect(pastViteCache(HOST + path)).toBe(HOST + path);
  });
});

/** What Turbopack makes of `new URL('./file', import.meta.url)`: `href` is the path below the site. */
class TurbopackUrl extends URL {
  override get href(): string {
    return this.protocol === 'file:' ? this.pathname : super.href;
  }
}

describe('resolveAssets', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('gives addresses of the page’s site where a bundler leaves paths', () => {
    vi.stubGlobal('document', { baseURI: 'https://shop.example/sell/' });
    vi.stubGlobal('URL', TurbopackUrl);
    const { worker, landmarksModel, textureModels } = resolveAssets();
    for (const address of [worker, landmarksModel, ...Object.values(textureModels)])
      expect(address).toMatch(/^https:\/\/shop\.example\/.+\/assets\/[\w-]+\.(?:js|task|onnx)$/);
  });
});
