import { describe, expect, it } from 'vitest';
import { pastViteCache } from './assets.js';

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
