import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { writeClip } from '../../src/testing/index.js';
import { CLIPS } from './clips.js';

/** `npm run test:clips`: renders what the browser tests need, one process per processor. A test renders what is missing by
 * itself; while it does, a machine of two processors leaves one idle. */

const TIMEOUT_MS = 300_000;

/** Only the tests of `npm run test:slow` show these. */
const SLOW: readonly string[] = ['takenOver', 'fifteenCamera', 'largeCamera', 'squareCamera'];

async function renderApart(name: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), name], {
    stdio: 'inherit',
    timeout: TIMEOUT_MS,
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`the clip ${name} could not be rendered`);
}

async function renderAll(): Promise<void> {
  const waiting = Object.keys(CLIPS).filter((name) => !SLOW.includes(name));
  const renderNext = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await renderApart(name);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, renderNext));
}

function isClip(name: string): name is keyof typeof CLIPS {
  return Object.hasOwn(CLIPS, name);
}

async function main(name: string | undefined): Promise<void> {
  if (name === undefined) return renderAll();
  if (!isClip(name)) throw new TypeError(`there is no clip ${name}`);
  await writeClip(CLIPS[name]);
}

await main(process.argv[2]);
