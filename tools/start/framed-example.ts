import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Hono } from 'hono';
import { type ServedApp, serveApp } from './serve-app.js';
import { createStaticApp } from './static-app.js';

export interface FramedExample {
  /** Of the page around. */
  readonly shop: string;
  /** Of the page with the widget. */
  readonly frame: string;
  close(): Promise<void>;
}

/** A site whose app is known later: each of the two pages names the other's port. */
async function serveLater(): Promise<ServedApp & { answer(app: Hono): void }> {
  let app = new Hono();
  const served = await serveApp({ fetch: (...request) => app.fetch(...request) }, 0);
  return {
    ...served,
    answer: (made) => {
      app = made;
    },
  };
}

async function replaceIn(file: string, was: string, is: string): Promise<void> {
  const source = await readFile(file, 'utf8');
  if (!source.includes(was)) throw new Error(`${file} does not name ${was}`);
  await writeFile(file, source.replaceAll(was, is));
}

/** Serves examples/iframe under the strict policy, on two ports, which are two origins.
 * @param dist - the built package.
 * @param endpoint - the receiver's address. */
export async function serveFramedExample(dist: string, endpoint: string): Promise<FramedExample> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'candor-framed-')));
  const [shop, frame] = [await serveLater(), await serveLater()];
  await cp(resolve('examples/iframe'), folder, { recursive: true });
  for (const side of ['shop', 'frame']) await symlink(resolve(dist), join(folder, side, 'candor'));
  await replaceIn(join(folder, 'shop/index.html'), 'http://localhost:8081', frame.url);
  await replaceIn(join(folder, 'frame/index.html'), 'http://localhost:8080', shop.url);
  await replaceIn(join(folder, 'frame/index.html'), 'http://localhost:8787', endpoint);
  shop.answer(createStaticApp({ folder: join(folder, 'shop'), endpoint, holds: frame.url }));
  frame.answer(createStaticApp({ folder: join(folder, 'frame'), endpoint, heldBy: shop.url }));
  return {
    shop: shop.url,
    frame: frame.url,
    close: async () => {
      await Promise.all([shop.close(), frame.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
