import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from './measure.js';
import { partOf, partsOf } from './notice-parts.js';

describe('the part that a source is of', () => {
  it.each([
    ['../../node_modules/xstate/dist/raise.js', 'xstate'],
    ['/home/a/node_modules/@xstate/react/dist/index.js', '@xstate/react'],
    ['../../src/ui/messages/en.ts', 'src/ui'],
    ['src/flow/machine.ts', 'src/flow'],
    ['../src/index.ts', 'src'],
    ['', 'the bundler'],
  ])('%s: %s', (source, part) => {
    expect(partOf(source)).toBe(part);
  });
});

describe('what scripts are made of', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'candor-parts-'));
    const installed = join(folder, 'node_modules/large');
    await Promise.all([
      mkdir(installed, { recursive: true }),
      mkdir(join(folder, 'src/own'), { recursive: true }),
    ]);
    const words = Array.from({ length: 300 }, (_, index) => `word-${(index * 7_919) % 1_009}`);
    await Promise.all([
      writeFile(join(installed, 'package.json'), '{ "name": "large", "type": "module", "main": "main.js" }'),
      writeFile(join(installed, 'main.js'), `export const large = ${JSON.stringify(words)};`),
      writeFile(
        join(folder, 'src/own/door.js'),
        'import { large } from "large";\nconsole.log("mine", large);',
      ),
    ]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is told for every character, with what each part adds to the compressed whole', async () => {
    const chunks = [
      ...(await bundled(join(folder, 'src/own/door.js'), {}, { sourcemap: 'hidden' })).values(),
    ];
    const [largest, ...others] = await partsOf(chunks);
    expect(largest?.name).toBe('large');
    expect(largest?.gzipLess).toBeGreaterThan(300);
    expect(others.map(({ name }) => name)).toContain('src/own');
    const characters = chunks.reduce((sum, { code }) => sum + code.replaceAll('\n', '').length, 0);
    const told = [largest, ...others].reduce((sum, part) => sum + (part?.bytes ?? 0), 0);
    expect(told).toBe(characters);
  });
});
