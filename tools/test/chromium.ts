import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Names under which systems install it, the open one first. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const MAC_APPS = ['Chromium', 'Google Chrome'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const INSTALL_TIMEOUT_MS = 300_000;
const START_TIMEOUT_MS = 30_000;

export interface FoundChromium {
  readonly path: string;
  /** In words, for whoever reads the log. */
  readonly origin: string;
}

/** A Chromium that is already here: `CHROMIUM_PATH`, an installed one, or Playwright's own.
 * @throws when CHROMIUM_PATH names nothing: whoever set it meant that one. */
export function installedChromium(env: NodeJS.ProcessEnv = process.env): FoundChromium | null {
  const { CHROMIUM_PATH: asked, PATH = '' } = env;
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH: there is no ${asked}`);
    return { path: asked, origin: 'CHROMIUM_PATH' };
  }
  const inPath = PATH.split(delimiter).flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  const installed = [...inPath, ...MAC_APPS].find((path) => existsSync(path));
  if (installed !== undefined) return { path: installed, origin: 'installed' };
  const own = chromium.executablePath();
  return existsSync(own) ? { path: own, origin: "Playwright's" } : null;
}

/** Makes sure of a Chromium that starts: one that is here, else Playwright's download, else the system's package manager.
 * @throws when none can be had. */
export function makeSureOfChromium(report: (line: string) => void): FoundChromium {
  for (const [command = '', ...args] of [[], ...INSTALLERS]) {
    if (command !== '') {
      report(`No Chromium that starts; trying: ${[command, ...args].join(' ')}`);
      spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: INSTALL_TIMEOUT_MS });
    }
    const found = installedChromium();
    if (found !== null && starts(found)) return found;
  }
  throw new Error('No Chromium could be had. Install one, or set CHROMIUM_PATH.');
}

const INSTALLERS: readonly (readonly string[])[] = [
  ['npx', 'playwright', 'install', 'chromium'],
  ...(process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
    ? [
        ['apt-get', 'update', '-q'],
        ['apt-get', 'install', '-q', '-y', '--no-install-recommends', 'chromium'],
      ]
    : []),
];

/** A download may be there and lack the system's libraries. */
function starts({ path }: FoundChromium): boolean {
  return spawnSync(path, ['--version'], { timeout: START_TIMEOUT_MS }).status === 0;
}
