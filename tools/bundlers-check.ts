import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Check, runChecks, startReceiver } from './package-check/checks.js';
import { command } from './package-check/command.js';
import { installAlone, installInto, packPackage, pointAt } from './package-check/consumer.js';
import { expectServed, expectViteDev, nameShop } from './package-check/dev-server.js';
import { lastLine } from './test/counts.js';

/** `npm run test:bundlers`, after a build: installs bundlers for which `npm test` has no time, and brings a page of each as
 * far as the first analysed frame. The last line is the sum. */

interface Scene {
  readonly folder: string;
  readonly tarball: string;
  readonly endpoint: string;
}

const REACT = ['react@19.3.1', 'react-dom@19.3.1'];
const ASTRO = ['astro@5.18.2', '@astrojs/react@4.4.2'];
const ASTRO_COMMAND = 'node_modules/astro/astro.js';
const there = async (): Promise<void> => {};

const astroPage = (endpoint: string): Readonly<Record<string, string>> => ({
  'astro.config.mjs': `
import react from '@astrojs/react';
export default { integrations: [react()] };
`,
  'src/pages/index.astro': `---
import { SellerVerification } from 'candor';
import 'candor/style.css';
---
<html lang="en"><body><SellerVerification client:load endpoint="${endpoint}" /></body></html>
`,
});

/** As docs/embedding.md has it. */
const PARCELRC = {
  extends: '@parcel/config-default',
  transformers: { '**/candor/dist/assets/*': ['@parcel/transformer-raw'] },
  packagers: { 'candor-worker.*.js': '@parcel/packager-raw' },
  optimizers: { 'candor-worker.*.js': [] },
};

const parcelPage = (endpoint: string): Readonly<Record<string, string>> => ({
  'index.html':
    '<html lang="en"><body><main></main><script type="module" src="main.jsx"></script></body></html>',
  '.parcelrc': JSON.stringify(PARCELRC),
  'main.jsx': `
import { SellerVerification } from 'candor';
import { createRoot } from 'react-dom/client';
import 'candor/style.css';
createRoot(document.querySelector('main')).render(<SellerVerification endpoint="${endpoint}" />);
`,
});

async function writePage(folder: string, page: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(page)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

const CHECKS: readonly Check<Scene>[] = [
  ...['vite@5.4.21', 'vite@6.4.6'].map((vite) => ({
    name: `${vite}: the React example, served for development`,
    run: async ({ folder, tarball, endpoint }: Scene) => {
      const [app, installed] = [join(folder, vite), join(folder, `${vite}-installed`)];
      await installInto('signup-react', app, tarball);
      await pointAt(join(app, 'src/SignUp.tsx'), endpoint);
      await installAlone(installed, vite);
      await expectViteDev(app, join(installed, 'node_modules/vite/bin/vite.js'), nameShop);
    },
  })),
  {
    name: `${ASTRO.join(' ')}: a page with the React door, served for development`,
    run: async ({ folder, tarball, endpoint }) => {
      const app = join(folder, 'astro');
      await writePage(app, astroPage(endpoint));
      await installAlone(app, tarball, ...REACT, ...ASTRO);
      await expectServed(app, [ASTRO_COMMAND, 'dev', '--port', '0'], there);
    },
  },
  {
    name: 'the same page, built',
    run: async ({ folder }) => {
      const app = join(folder, 'astro');
      await command(app, process.execPath, ASTRO_COMMAND, 'build');
      // Astro writes scripts into its pages, which the strict policy refuses.
      await expectServed(app, [ASTRO_COMMAND, 'preview', '--port', '0'], there);
    },
  },
  {
    name: 'parcel@2.16.4: a page with the React door, built',
    run: async ({ folder, tarball, endpoint }) => {
      const app = join(folder, 'parcel');
      await writePage(app, parcelPage(endpoint));
      await installAlone(app, tarball, ...REACT, 'parcel@2.16.4');
      await command(app, 'npm', 'pkg', 'set', '--json', '@parcel/resolver-default.packageExports=true');
      await command(app, 'npx', 'parcel', 'build', 'index.html');
      // Parcel writes an import map into the page, which the strict policy refuses.
      await expectServed(app, [resolve('node_modules/vite/bin/vite.js'), 'preview', '--port', '0'], there);
    },
  },
];

async function main(): Promise<void> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'candor-bundlers-')));
  const receiver = await startReceiver(join(folder, 'receiver'));
  try {
    const tarball = await packPackage(folder);
    const counts = await runChecks(CHECKS, { folder, tarball, endpoint: receiver.url });
    process.exitCode = counts.failed === 0 ? 0 : 1;
    console.log(lastLine(counts));
  } finally {
    await receiver.close();
    await rm(folder, { recursive: true });
  }
}

await main();
