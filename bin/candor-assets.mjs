#!/usr/bin/env node
// Copies the files that the widget fetches (worker, WebAssembly, models, stylesheet) to a folder of a site, for pages
// whose bundler does not find them. That folder is then the widget's `assetsUrl` (docs/embedding.md).
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const [folder, ...rest] = process.argv.slice(2);

if (folder === undefined || folder.startsWith('-') || rest.length > 0) {
  console.error('usage: candor-assets DIR');
  process.exit(1);
}
await mkdir(folder, { recursive: true });
await cp(join(dist, 'assets'), folder, { recursive: true });
await cp(join(dist, 'style.css'), join(folder, 'style.css'));
console.log(`${(await readdir(folder)).length} files are in ${folder}`);
