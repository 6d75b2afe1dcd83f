import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** Size of what must arrive before the notice can be shown, as a page's own bundler would send it: the static imports of
 * `candor`, minified, and the stylesheet; React is the page's. */
export async function noticeGzipBytes(): Promise<number> {
  const bundle = await rolldown({
    input: { index: 'dist/index.js' },
    platform: 'browser',
    external: [/^react/],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: () => {},
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const needed = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks.get(name);
    if (chunk === undefined || needed.has(name)) return;
    needed.add(name);
    for (const imported of chunk.imports) visit(imported);
  };
  visit('index.js');
  const scripts = [...needed].map((name) => gzipSync(chunks.get(name)?.code ?? '').length);
  const style = gzipSync(await readFile('dist/style.css')).length;
  return scripts.reduce((sum, bytes) => sum + bytes, style);
}

/** What is fetched after consent, gzip, by file. */
export async function assetBytes(): Promise<
  ReadonlyArray<readonly [file: string, bytes: number, gzip: number]>
> {
  const folder = 'dist/assets';
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.json')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return [name, bytes.length, gzipSync(bytes).length] as const;
    }),
  );
}
