import { defineConfig } from 'vite';

/** The demo page. It imports `candor` by its own name, so it is built from dist/ as a user's page would be. */
export default defineConfig({
  // The models reach the page through the package's assets, with the hash of their bytes in the name.
  publicDir: false,
  build: {
    outDir: 'demo-dist',
    target: 'es2022',
    // connect-src has no data: and img-src has none either; every file stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      // 'use client' is for servers that render React; a bundle for the browser has no use for it.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
