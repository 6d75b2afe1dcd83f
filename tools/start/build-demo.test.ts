import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildPage } from './build-demo.js';

it('builds a page as it is published, in a process that is no production', async () => {
  expect(process.env.NODE_ENV).toBe('test');
  const root = await mkdtemp(join(tmpdir(), 'candor-page-'));
  try {
    await writeFile(join(root, 'index.html'), '<script type="module" src="./page.js"></script>');
    await writeFile(join(root, 'page.js'), 'document.title = process.env.NODE_ENV;');
    await buildPage({ root, configFile: false });
    const assets = join(root, 'dist/assets');
    const [script = ''] = await readdir(assets);
    expect(await readFile(join(assets, script), 'utf8')).toContain('production');
    expect(process.env.NODE_ENV).toBe('test');
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
