import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkExampleFolders } from './example-folders.js';

const DOOR = { name: 'frame', specifier: 'candor/frame', types: './frame.d.ts' };
const FILES = {
  'frame.d.ts': 'export declare function mountFrame(options: { readonly src: string }): void;',
  'examples/shop/right.js': "import { mountFrame } from './candor/frame.js';\nmountFrame({ src: '/' });",
  'examples/shop/wrong.mjs': "import { mountFrame } from 'candor/frame';\nmountFrame({ source: '/' });",
  'examples/shop/Wrong.vue':
    "<script setup>\nimport { unmountFrame } from 'candor/frame';\n</script>\n<template><p></p></template>",
};

it('a source of examples/ that no longer fits what a door exports is named', async () => {
  const root = await mkdtemp(join(tmpdir(), 'candor-example-folders-'));
  try {
    await mkdir(join(root, 'examples/shop'), { recursive: true });
    for (const [file, text] of Object.entries(FILES)) await writeFile(join(root, file), text);
    const { count, faults } = checkExampleFolders(root, [DOOR]);
    expect(count).toBe(3);
    expect([...faults].sort()).toEqual([
      expect.stringMatching(/^examples\/shop\/Wrong[.]vue[.]script[.]js: .*no exported member.*unmountFrame/),
      expect.stringMatching(/^examples\/shop\/wrong[.]mjs: .*'source' does not exist/),
    ]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}, 120_000);
