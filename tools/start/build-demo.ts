import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type InlineConfig, build as viteBuild } from 'vite';
import { buildPackage } from '../build/package.js';
import { buildModels, modelsAreBuilt } from '../models/build.js';

const LIBRARY_SOURCES = ['src', 'receiver', 'tools/build', 'public/models', 'package-lock.json'];
const PAGE_SOURCES = ['dist', 'demo', 'index.html', 'vite.config.ts'];

/** Makes sure of the models, the library in dist/ and the page in demo-dist/. Only what is older than its sources is built. */
export async function buildDemo(report: (line: string) => void): Promise<void> {
  await buildLibrary(report);
  if (isUpToDate('demo-dist/index.html', PAGE_SOURCES)) return;
  report('Building the demo page …');
  await buildPage({});
}

/** Builds a page with Vite as it is published, whatever this process's NODE_ENV says: with `test` or `development` there React would
 * mount everything twice. It is put back afterwards: a receiver in the same process would refuse what only a test may do. */
export async function buildPage(config: InlineConfig): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await viteBuild({ logLevel: 'warn', ...config });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Makes sure of the models and of dist/, which is what a user of the package gets. */
export async function buildLibrary(report: (line: string) => void): Promise<void> {
  if (!(await modelsAreBuilt())) await buildModels({ report });
  if (isUpToDate('dist/index.js', LIBRARY_SOURCES)) return;
  report('Building the library …');
  await buildPackage(() => {});
}

function isUpToDate(product: string, sources: readonly string[]): boolean {
  return existsSync(product) && newestMs(product) >= Math.max(...sources.map(newestMs));
}

/** When a file, or the newest file below a folder, was last written; 0 where there is none. */
function newestMs(path: string): number {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
