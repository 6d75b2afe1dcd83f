import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { type Approach, expectGoalAt, type Way } from './walk.js';

/** As Vite, Astro, Next.js and React Router print it. */
const ADDRESS = /(http:\/\/(?:localhost|127\.0\.0\.1):\d+)/;

/** To the widget of examples/signup-react: the shop is named first. */
export const nameShop: Approach = async (page) => {
  await page.locator('button[type="submit"]').click();
  return page;
};

/** Serves a consumer's page with a server of its own and goes as far as is wanted.
 * @param command - a script of Node and its arguments.
 * @throws when it does not get there. */
export async function expectServed(folder: string, command: readonly string[], way: Way): Promise<void> {
  const child = spawn(process.execPath, command, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  try {
    await expectGoalAt(await addressOf(child.stdout), way);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** The same with Vite's development server, which moves the JavaScript of its dependencies. No setting of the consumer
 * helps it.
 * @param vite - the command's file, of the version to try. */
export async function expectViteDev(folder: string, vite: string, approach: Approach): Promise<void> {
  // What an earlier version has moved.
  await rm(join(folder, 'node_modules/.vite'), { recursive: true, force: true });
  await expectServed(folder, [vite, '--port', '0'], { approach, goal: 'positioning' });
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, url] = ADDRESS.exec(stripVTControlCharacters(line)) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the server ended before it served');
}
