import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { sidebarOf } from '../sidebar.mts';
import { sourceLinks } from '../source-links.mts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const site = fileURLToPath(new URL('../', import.meta.url));
const docs = fileURLToPath(new URL('../../', import.meta.url));

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
  // The documents lie outside of this package, where nobody finds its Vue.
  vite: {
    resolve: { alias: { 'vue/server-renderer': `${site}node_modules/vue/server-renderer/index.mjs` } },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Embed', link: '/embedding' },
      { text: 'Receive', link: '/receiver' },
      { text: 'Protocol', link: '/protocol' },
      { text: 'API', link: '/api/candor.api' },
    ],
    sidebar: sidebarOf(docs),
  },
});
