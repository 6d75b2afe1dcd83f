import { SourceMap } from 'node:module';
import { join } from 'node:path';
import type { OutputChunk } from 'rolldown';
import { DOOR_INPUT, SHARED } from '../build/doors.js';
import { packageOf, ROOT } from '../build/root.js';
import { gzipBytes } from './encoded.js';
import { bundled, reached, styleSize } from './measure.js';

/** What the scripts before the question are made of: ours by folder, the rest by package (`npm run size -- --parts`). */
export interface NoticePart {
  readonly name: string;
  /** Minified. */
  readonly bytes: number;
  /** By how much less is fetched without it, compressed: what another part says in the same words is not its own. */
  readonly gzipLess: number;
}

export interface NoticeParts {
  /** Of scripts and style. */
  readonly gzip: number;
  readonly styleGzip: number;
  readonly parts: readonly NoticePart[];
}

/** Characters of a script, in their order, each with the part that it comes from. */
interface Run {
  readonly name: string;
  text: string;
}

/** @param source - a path, relative or not. */
export function partOf(source: string): string {
  const [, installed] = /.*node_modules\/(.+)$/.exec(source) ?? [];
  if (installed !== undefined) return packageOf(installed);
  const [, own = 'the bundler'] = /(?:^|\/)(src(?:\/[\w-]+(?=\/))?|public)\//.exec(source) ?? [];
  return own;
}

/** The source map says for each character where it comes from. */
function runsOf({ code, map }: Pick<OutputChunk, 'code' | 'map'>): readonly Run[] {
  const origins = new SourceMap(JSON.parse(String(map)));
  const runs: Run[] = [];
  const lines = code.split('\n');
  for (const [line, characters] of lines.entries()) {
    for (let column = 0; column < characters.length; column += 1) {
      const entry = origins.findEntry(line, column);
      const name = partOf('originalSource' in entry ? entry.originalSource : '');
      const last = runs.at(-1);
      if (last?.name === name) last.text += characters[column];
      else runs.push({ name, text: characters[column] ?? '' });
    }
  }
  return runs;
}

async function gzipOf(chunks: readonly (readonly Run[])[], without?: string): Promise<number> {
  const sizes = chunks.map((runs) =>
    gzipBytes(
      runs
        .filter(({ name }) => name !== without)
        .map(({ text }) => text)
        .join(''),
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
}

/** @param chunks - scripts with their source maps.
 * @returns the largest first. */
export async function partsOf(
  chunks: readonly Pick<OutputChunk, 'code' | 'map'>[],
): Promise<readonly NoticePart[]> {
  const scripts = chunks.map(runsOf);
  const runs = scripts.flat();
  const whole = await gzipOf(scripts);
  const names = [...new Set(runs.map(({ name }) => name))];
  const parts = names.map(async (name) => ({
    name,
    bytes: runs.filter((run) => run.name === name).reduce((sum, { text }) => sum + text.length, 0),
    gzipLess: whole - (await gzipOf(scripts, name)),
  }));
  return (await Promise.all(parts)).toSorted((a, b) => b.gzipLess - a.gzipLess);
}

/** Of `candor`, made of its sources as the package is. */
export async function noticeParts(): Promise<NoticeParts> {
  const chunks = await bundled(
    join(ROOT, 'src/index.ts'),
    { ...DOOR_INPUT, resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } } },
    { codeSplitting: SHARED, sourcemap: 'hidden' },
  );
  const before = reached(chunks, false);
  const [style, parts] = await Promise.all([styleSize(), partsOf(before)]);
  const scripts = await Promise.all(before.map(({ code }) => gzipBytes(code)));
  const gzip = scripts.reduce((sum, bytes) => sum + bytes, style.gzip);
  return { gzip, styleGzip: style.gzip, parts };
}
