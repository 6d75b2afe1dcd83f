import { appendFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf, keptReadingsFile, openKeptReadings } from './kept-readings.js';

const file = async (): Promise<string> =>
  join(await mkdtemp(join(tmpdir(), 'candor-')), 'unfinished', 'a.jsonl');
const [ONE, TWO, THREE] = [1, 2, 3].map((value) => digestOf(Uint8Array.of(value))) as [
  string,
  string,
  string,
];
const READING = { vector: [0.5, -0.25, 1], ms: 12.5 };

describe('kept readings', () => {
  it('are there again in the next run: a face, none, and a file that is no picture', async () => {
    const path = await file();
    const first = await openKeptReadings(path);
    await first.add([
      [ONE, READING],
      [TWO, { vector: null, ms: 3 }],
    ]);
    await first.add([[THREE, null]]);
    const next = await openKeptReadings(path);
    expect([ONE, TWO, THREE].map((digest) => next.get(digest))).toEqual([
      READING,
      { vector: null, ms: 3 },
      null,
    ]);
    expect(next.get(digestOf(Uint8Array.of(4)))).toBeUndefined();
  });

  it('leaves out a line that was cut, and goes on behind it', async () => {
    const path = await file();
    await (await openKeptReadings(path)).add([[ONE, READING]]);
    await appendFile(path, '{"digest":"ab');
    await (await openKeptReadings(path)).add([[TWO, READING]]);
    const kept = await openKeptReadings(path);
    expect([kept.get(ONE), kept.get(TWO)]).toEqual([READING, READING]);
  });

  it('refuses a file of anything else', async () => {
    const path = await file();
    await openKeptReadings(path);
    await appendFile(path, '{"vector":[1]}\n');
    await expect(openKeptReadings(path)).rejects.toThrow();
  });

  it('goes when it is removed', async () => {
    const path = await file();
    const kept = await openKeptReadings(path);
    await kept.add([[ONE, READING]]);
    await kept.remove();
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  it.each(['human', 'face-api'] as const)('has a file for %s, by what is installed of it', async (name) => {
    expect(await keptReadingsFile('report', name)).toMatch(
      new RegExp(`^report/unfinished-${name}-[0-9a-f]{16}\\.jsonl$`),
    );
  });
});
