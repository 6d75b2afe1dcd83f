import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { copyFiles, listAssets } from './assets.js';
import { checkBuilt } from './check.js';
import {
  buildDoors,
  buildElement,
  buildFrame,
  buildJsdomDouble,
  buildOutboxWorker,
  buildReceiptPage,
  buildReceiver,
  buildShareNode,
  buildShareWorker,
  buildTesting,
  buildWorker,
} from './doors.js';
import { ROOT } from './root.js';
import { buildTypes } from './types.js';

export interface BuildPackageOptions {
  /** False: no declarations, for a quick look in a browser. Default: true. */
  readonly types?: boolean;
}

/** Builds dist/, what a user of the package gets. The models must be built. The dist/ that is there stays until the new
 * one is whole.
 * @throws when a door does not bundle or type-check, or {@link checkBuilt} finds a fault. */
export async function buildPackage(
  report: (line: string) => void,
  { types = true }: BuildPackageOptions = {},
): Promise<void> {
  const unfinished = `${ROOT}.cache/dist-${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  try {
    await Promise.all([
      buildDoors(unfinished),
      buildElement(unfinished),
      buildWorker(unfinished),
      buildShareWorker(unfinished),
      buildOutboxWorker(unfinished),
      buildFrame(unfinished),
      buildReceiptPage(unfinished),
      buildTesting(unfinished),
      buildJsdomDouble(unfinished),
      buildReceiver(unfinished),
      buildShareNode(unfinished),
      copyFiles(unfinished),
      types ? buildTypes(unfinished) : null,
    ]);
    await listAssets(unfinished);
    await checkBuilt(unfinished);
    await replaceFolder(`${ROOT}dist`, unfinished);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await reportSizes(report);
}

async function replaceFolder(path: string, by: string): Promise<void> {
  const old = `${by}-old`;
  await rename(path, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(by, path);
  await rm(old, { recursive: true, force: true });
}

async function reportSizes(report: (line: string) => void): Promise<void> {
  for (const folder of ['dist', 'dist/receipt', 'dist/assets', 'dist/webgpu']) {
    const entries = await readdir(`${ROOT}${folder}`, { withFileTypes: true });
    for (const { name } of entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))) {
      const bytes = await readFile(join(ROOT, folder, name));
      const gzip = /\.(js|css)$/.test(name) ? `, ${kilobytes(gzipSync(bytes).length)} gzip` : '';
      report(`build: ${folder}/${name} ${kilobytes(bytes.length)}${gzip}`);
    }
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
