import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Check, runChecks, type Serving, startReceiver } from './package-check/checks.js';
import { command } from './package-check/command.js';
import { installAlone, installInto, packPackage, pointAt } from './package-check/consumer.js';
import { expectViteDev, nameShop } from './package-check/dev-server.js';
import { expectPlainTypeScript } from './package-check/plain-typescript.js';
import { expectInstallLine, expectReceiver } from './package-check/receiver-command.js';
import { expectShareNode, expectShareNodeHelp } from './package-check/share-node-command.js';
import { expectAssetsCommand, expectNoLargeFile } from './package-check/sizes.js';
import { atOnce, expectGoal } from './package-check/walk.js';
import { lastLine } from './test/counts.js';

/** `npm run test:package`: packs the package and uses it as its users do. The last line is the sum. */

interface Scene {
  readonly tarball: string;
  readonly reactApp: string;
  readonly htmlPage: string;
  /** Where nothing but the tarball is installed. */
  readonly alone: string;
  readonly olderVite: string;
  readonly plainTypeScript: string;
  readonly receiver: Serving;
}

const bin = (name: string): string => resolve('node_modules/.bin', name);

/** The last one before Vite bundled with Rolldown. */
const OLDER_VITE = 'vite@7.3.8';
const DOORS = [
  'candor',
  'candor/headless',
  'candor/element',
  'candor/frame',
  'candor/outbox-worker',
  'candor/testing',
  'candor/testing/jsdom',
  'candor/receiver',
];
const RENDER = `
  const { createElement } = await import('react');
  const { renderToString } = await import('react-dom/server');
  const { SellerVerification } = await import('candor');
  const html = renderToString(createElement(SellerVerification, { endpoint: 'https://verify.example' }));
  if (!html.includes('data-state="loading"')) throw new Error(html);
`;
/** By its path, as docs/embedding.md has Jest map it. */
const REQUIRE = `
  const { createRequire } = await import('node:module');
  const { simulateVerification } = createRequire(process.cwd() + '/')('./node_modules/candor/dist/testing/jsdom.cjs');
  if (simulateVerification().state !== null) throw new Error('a widget is there');
`;

const CHECKS: readonly Check<Scene>[] = [
  {
    name: 'publint has nothing to say',
    run: ({ tarball }) => command('.', bin('publint'), '--strict', tarball),
  },
  {
    name: 'every door has types that resolve',
    run: ({ tarball }) => command('.', bin('attw'), tarball, '--profile', 'esm-only'),
  },
  {
    name: 'it installs into a React app and beside a plain page',
    run: async ({ reactApp, htmlPage, tarball }) => {
      await installInto('signup-react', reactApp, tarball);
      await installInto('signup-html', htmlPage, tarball);
    },
  },
  ...DOORS.map((door) => ({
    name: `Node imports ${door}`,
    run: ({ reactApp }: Scene) => runScript(reactApp, `await import('${door}');`),
  })),
  { name: 'a server renders the widget', run: ({ reactApp }) => runScript(reactApp, RENDER) },
  {
    name: 'the command of the receiver helps without its packages, and says what to install',
    run: ({ alone, tarball }) => expectInstallLine(alone, tarball),
  },
  {
    name: 'the command of a share node helps without its package, and says what to install',
    run: ({ alone }) => expectShareNodeHelp(alone),
  },
  {
    name: 'the command of the receiver starts with them, and stops',
    run: ({ alone }) => expectReceiver(alone),
  },
  {
    name: 'the command of a share node makes what an operator keeps, starts, and stops',
    run: ({ alone }) => expectShareNode(alone),
  },
  {
    name: 'the element’s documented lines of TypeScript compile without React’s types, and strictly with them',
    run: ({ plainTypeScript, tarball }) => expectPlainTypeScript(plainTypeScript, tarball, bin('tsc')),
  },
  {
    name: 'the React example type-checks',
    run: ({ reactApp }) => command(reactApp, bin('tsc'), '-p', '.'),
  },
  {
    name: 'the React example’s own test, in jsdom, drives the widget to its receipt',
    run: ({ reactApp }) => command(reactApp, bin('vitest'), 'run'),
  },
  {
    name: 'the double is there as CommonJS, for Jest',
    run: ({ reactApp }) => runScript(reactApp, REQUIRE),
  },
  {
    name: 'the React example, built by Vite, analyses a frame under the strict policy',
    run: async ({ reactApp, receiver }) => {
      await pointAt(join(reactApp, 'src/SignUp.tsx'), receiver.url);
      await command(reactApp, bin('vite'), 'build', '--logLevel', 'warn');
      const page = { folder: join(reactApp, 'dist'), endpoint: receiver.url };
      await expectGoal(page, { approach: nameShop, goal: 'positioning' });
    },
  },
  {
    name: 'no file of that build is larger than hosts take',
    run: ({ reactApp }) => expectNoLargeFile(join(reactApp, 'dist')),
  },
  {
    name: 'candor-assets adds the large file only where it is asked for',
    run: ({ alone }) => expectAssetsCommand(alone),
  },
  {
    name: 'the React example, served by Vite’s development server, analyses a frame',
    run: ({ reactApp }) => expectViteDev(reactApp, resolve('node_modules/vite/bin/vite.js'), nameShop),
  },
  {
    name: `the same with ${OLDER_VITE}, which moves the JavaScript of dependencies`,
    run: async ({ reactApp, olderVite }) => {
      await installAlone(olderVite, OLDER_VITE);
      await expectViteDev(reactApp, join(olderVite, 'node_modules/vite/bin/vite.js'), nameShop);
    },
  },
  {
    name: 'the plain page, built by nothing, analyses a frame under the strict policy',
    run: async ({ htmlPage, receiver }) => {
      await pointAt(join(htmlPage, 'index.html'), receiver.url);
      await cp(join(htmlPage, 'node_modules/candor/dist'), join(htmlPage, 'candor'), { recursive: true });
      await expectGoal(
        { folder: htmlPage, endpoint: receiver.url },
        { approach: atOnce, goal: 'positioning' },
      );
    },
  },
];

function runScript(folder: string, script: string): Promise<string> {
  return command(folder, process.execPath, '--input-type=module', '-e', script);
}

async function main(): Promise<void> {
  // The real path, because Vite compares it with those of the linked packages.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'candor-package-')));
  const receiver = await startReceiver(join(folder, 'receiver'));
  try {
    const tarball = await packPackage(folder);
    const scene = {
      tarball,
      receiver,
      reactApp: join(folder, 'react'),
      htmlPage: join(folder, 'html'),
      alone: join(folder, 'alone'),
      olderVite: join(folder, 'older-vite'),
      plainTypeScript: join(folder, 'plain-typescript'),
    };
    const counts = await runChecks(CHECKS, scene);
    process.exitCode = counts.failed === 0 ? 0 : 1;
    console.log(lastLine(counts));
  } finally {
    await receiver.close();
    await rm(folder, { recursive: true });
  }
}

await main();
