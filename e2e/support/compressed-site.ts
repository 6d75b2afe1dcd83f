import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { ROOT } from '../../tools/build/root.js';
import { createStaticApp } from '../../tools/start/static-app.js';

/** The demo as a host serves it that has run `candor-assets --compress`: with Brotli's copies. */

const WORTH_IT = /\.(js|css|wasm|onnx|task)$/;

interface Compress {
  writeCopies(folder: string, names: readonly string[]): Promise<number>;
}

/** A copy of demo-dist with a `.br` beside each file. It takes a minute, and is kept for the next time. */
async function compressedDemo(): Promise<string> {
  const index = await readFile(join(ROOT, 'demo-dist/index.html'));
  const names = (await readdir(join(ROOT, 'demo-dist'), { recursive: true })).sort();
  const hash = createHash('sha256').update(index).update(names.join()).digest('hex');
  const folder = join(ROOT, '.cache', `compressed-demo-${hash.slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await cp(join(ROOT, 'demo-dist'), fresh, { recursive: true });
  // Plain JavaScript, as the command that a user runs; what it exports is written above.
  const { writeCopies } = (await import(new URL('../../bin/compress.mjs', import.meta.url).href)) as Compress;
  await writeCopies(
    fresh,
    names.filter((name) => WORTH_IT.test(name)),
  );
  await rename(fresh, folder);
  return folder;
}

export async function compressedSite(endpoint: string): Promise<Hono> {
  const folder = await compressedDemo();
  const plain = createStaticApp({ folder, endpoint });
  return new Hono().get('*', async ({ req }) => {
    const answer = await plain.fetch(req.raw);
    const copy = await readFile(`${folder}${new URL(req.url).pathname}.br`).catch(() => null);
    if (copy === null || answer.status !== 200) return answer;
    const headers = new Headers(answer.headers);
    headers.set('content-encoding', 'br');
    headers.delete('content-length');
    return new Response(copy, { headers });
  });
}
