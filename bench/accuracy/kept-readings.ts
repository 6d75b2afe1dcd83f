import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ROOT } from '../../tools/build/root.js';
import type { EngineName, Reading } from './in-page.js';

/** What an engine read of the pictures so far, so that a run that was cut goes on where it was. The file holds embeddings of
 * somebody's pictures: it lies where the report will, and goes when the run has come to its end. */
export interface KeptReadings {
  /** @param digest - of the picture's bytes. @returns null for a file that is no picture, undefined for one not read yet. */
  get(digest: string): Reading | null | undefined;
  add(readings: readonly (readonly [digest: string, reading: Reading | null])[]): Promise<void>;
  remove(): Promise<void>;
}

const Line = v.strictObject({
  digest: v.string(),
  reading: v.nullable(
    v.strictObject({
      /** Float32, little-endian, base64. */
      vector: v.nullable(v.pipe(v.string(), v.base64())),
      ms: v.number(),
    }),
  ),
});

function toLine(digest: string, reading: Reading | null): string {
  const vector = reading?.vector && Buffer.from(Float32Array.from(reading.vector).buffer).toString('base64');
  return JSON.stringify({ digest, reading: reading && { vector: vector ?? null, ms: reading.ms } });
}

function fromLine(line: string): readonly [string, Reading | null] {
  const { digest, reading } = v.parse(Line, JSON.parse(line));
  if (reading === null) return [digest, null];
  const bytes = reading.vector === null ? null : Uint8Array.from(Buffer.from(reading.vector, 'base64'));
  return [digest, { vector: bytes && [...new Float32Array(bytes.buffer)], ms: reading.ms }];
}

/** Whole lines alone; the last one of a run that was cut may be a part of one, and is cut off. */
async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole));
  return whole.split('\n').filter((line) => line !== '');
}

/** @throws Error when the file holds anything else than readings. */
export async function openKeptReadings(file: string): Promise<KeptReadings> {
  await mkdir(dirname(file), { recursive: true });
  const kept = new Map((await linesOf(file)).map(fromLine));
  return {
    get: (digest) => kept.get(digest),
    add: async (readings) => {
      for (const [digest, reading] of readings) kept.set(digest, reading);
      await appendFile(file, readings.map(([digest, reading]) => `${toLine(digest, reading)}\n`).join(''), {
        mode: 0o600,
      });
    },
    remove: () => rm(file, { force: true }),
  };
}

export function digestOf(picture: Uint8Array): string {
  return createHash('sha256').update(picture).digest('hex');
}

/** What decides an engine's readings beside the picture: its own files, and the page that asks it. */
function madeBy(name: EngineName): readonly string[] {
  const page = fileURLToPath(new URL('in-page.ts', import.meta.url));
  return name === 'candor'
    ? [page, join(ROOT, 'dist/assets/assets.json')]
    : [page, join(ROOT, 'node_modules/@vladmandic', name, 'package.json')];
}

/** The file of one engine as it is now; readings of another build are in another file. @param folder - of the report. */
export async function keptReadingsFile(folder: string, name: EngineName): Promise<string> {
  const hash = createHash('sha256');
  for (const file of madeBy(name)) hash.update(await readFile(file));
  return join(folder, `unfinished-${name}-${hash.digest('hex').slice(0, 16)}.jsonl`);
}
