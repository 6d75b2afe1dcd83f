import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAN_READ_MEMORY, foundInMemory } from './process-memory.js';
import { formsOf, foundInFolder, wordsOf } from './template-forms.js';

// The searches of three-operators.spec.ts pass when they find nothing; these tests show that they would find something.

const DIM = 512;
/** Like the components of a unit vector of so many, in fixed point. */
const template = Int32Array.from({ length: DIM }, (_, at) => ((at * 2_654_435_761) % 1_401) - 700);
const other = Int32Array.from(template, (number) => number ^ 0x155);

/** Keeps what it reads from standard input, each line in hexadecimal, in memory of its own. */
const KEEPER = `
  const kept = [];
  let text = '';
  process.stdin.on('data', (piece) => { text += piece; });
  process.stdin.on('end', () => {
    for (const line of text.split('\\n')) kept.push(Buffer.from(line, 'hex'));
    text = '';
    process.stdout.write('kept');
    setInterval(() => kept.length, 1000);
  });`;

const asBytes = (view: ArrayBufferView): Buffer => Buffer.from(view.buffer, view.byteOffset, view.byteLength);

/** The whole vector, in each form. */
function wholeForms(of: Int32Array): readonly Buffer[] {
  const floats = Float32Array.from(of, (number) => number / 8_192);
  const int8 = Int8Array.from(floats, (number) => Math.round(127 * number));
  const texts = [floats, int8].flatMap((view) => [
    Buffer.from(asBytes(view).toString('base64')),
    Buffer.from(asBytes(view).toString('base64url')),
  ]);
  const binary = [of, Int16Array.from(of), floats, Float64Array.from(floats), int8];
  return [...binary.map(asBytes), ...texts];
}

describe.skipIf(!CAN_READ_MEMORY)('the memory of a process', () => {
  let keeper: ChildProcess;
  beforeAll(async () => {
    keeper = spawn(process.execPath, ['-e', KEEPER], { stdio: ['pipe', 'pipe', 'inherit'] });
    keeper.stdin?.end(
      wholeForms(template)
        .map((bytes) => bytes.toString('hex'))
        .join('\n'),
    );
    if (keeper.stdout !== null) await once(keeper.stdout, 'data');
  });
  afterAll(async () => {
    const ended = once(keeper, 'exit');
    keeper.kill();
    await ended;
  });

  it('gives away a template that is in it, in every form', async () => {
    const forms = formsOf(template);
    expect(forms.size).toBe(18);
    expect(await foundInMemory(keeper.pid ?? 0, forms)).toEqual([...forms.keys()].toSorted());
  });

  it('gives away no other', async () => {
    expect(await foundInMemory(keeper.pid ?? 0, formsOf(other))).toEqual([]);
  });
});

describe('the files of a folder', () => {
  it('give away a template that is in one of them, in every form, and no other', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'candor-forms-'));
    try {
      await expect(foundInFolder(folder, formsOf(template))).rejects.toThrow('no file');
      await writeFile(join(folder, 'page'), Buffer.concat([Buffer.alloc(100), ...wholeForms(template)]));
      expect(await foundInFolder(folder, formsOf(template))).toEqual([...formsOf(template).keys()]);
      expect(await foundInFolder(folder, formsOf(other))).toEqual([]);
      const words = wordsOf(new Uint32Array(template.buffer));
      expect(await foundInFolder(folder, words)).toEqual([...words.keys()]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
