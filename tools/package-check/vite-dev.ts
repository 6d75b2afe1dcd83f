import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { expectPositioningAt } from './positioning.js';

const ADDRESS = /Local:\s+(http:\S+)/;

/** Serves a consumer's page with Vite's development server, which moves the JavaScript of its dependencies, and goes as
 * far as the first analysed frame. No setting of the consumer helps it.
 * @param vite - the command's file, of the version to try.
 * @throws when it does not get there. */
export async function expectViteDev(folder: string, vite: string): Promise<void> {
  // What an earlier version has moved.
  await rm(join(folder, 'node_modules/.vite'), { recursive: true, force: true });
  const child = spawn(process.execPath, [vite, '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  try {
    const url = await addressOf(child.stdout);
    await expectPositioningAt(url, (page) => page.locator('button[type="submit"]').click());
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, url] = ADDRESS.exec(stripVTControlCharacters(line)) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('Vite ended before it served');
}
