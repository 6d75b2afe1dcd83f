import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitepress';
import { sidebarOf } from '../sidebar.mts';
import { sourceLinks } from '../source-links.mts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const site = fileURLToPath(new URL('../', import.meta.url));
const docs = fileURLToPath(new URL('../../', import.meta.url));

/** The documents lie outside of this package, where nobody finds its Vue. */
const ownVue: Plugin = {
  name: 'own-vue',
  enforce: 'pre',
  resolveId(id, importer = site, { ssr = false } = {}) {
    if (!/^vue(?:\/|$)/.test(id)) return null;
    // Node finds it from where the pages are rendered, which is in this package.
    if (ssr) return { id, external: true };
    if (importer.startsWith(site)) return null;
    return this.resolve(id, `${site}package.json`, { skipSelf: true });
  },
};

/** The site of docs/. A link to a page that is not there ends the build; one to a file that is not there, too. */
export default defineConfig({
  title: 'Candor',
  description: 'Browser-based seller identity verification that asks first',
  lang: 'en',
  srcDir: '..',
  srcExclude: ['site/**'],
  // A repository's pages often live below its name.
  base: process.env.DOCS_BASE ?? '/',
  ignoreDeadLinks: false,
  markdown: {
    // The documents are Markdown alone: what looks like an element is a word.
    html: false,
    linkify: false,
    config: (md) => sourceLinks(md, { repository, docs, address: process.env.DOCS_SOURCE ?? null }),
  },
  vite: { plugins: [ownVue] },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Try', link: '/live-demo' },
      { text: 'Embed', link: '/embedding' },
      { text: 'Receive', link: '/receiver' },
      { text: 'Protocol', link: '/protocol' },
      { text: 'API', link: '/api/candor' },
    ],
    sidebar: sidebarOf(docs),
  },
});
