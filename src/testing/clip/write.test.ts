import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDENTITIES } from '../person/identities.js';
import { type ClipScript, changedPersons, developed } from './script.js';
import { genuine } from './scripts.js';
import { writeClip } from './write.js';

let cacheFolder = '';
beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'candor-clips-'));
});
afterAll(() => rm(cacheFolder, { recursive: true }));

const SMALL: ClipScript = {
  ...genuine({ identity: IDENTITIES.ada, challenge: [], durationMs: 200 }),
  widthPx: 64,
  heightPx: 48,
};
const START_OF_IMAGE = Buffer.from([0xff, 0xd8, 0xff]);

function count(bytes: Buffer, pattern: Buffer): number {
  let found = 0;
  for (let at = bytes.indexOf(pattern); at !== -1; at = bytes.indexOf(pattern, at + 1)) found += 1;
  return found;
}

describe('writeClip', () => {
  it('writes one JPEG per frame, each with 4:2:0 chroma', async () => {
    const file = await readFile(await writeClip(SMALL, { cacheFolder }));
    expect(count(file, START_OF_IMAGE)).toBe(6);
    const frameHeader = file.indexOf(Buffer.from([0xff, 0xc0]));
    const [components, , luma, , , blue, , , red] = file.subarray(frameHeader + 9);
    expect([components, luma, blue, red]).toEqual([3, 0x22, 0x11, 0x11]);
  });

  it('finds a clip that is already rendered', async () => {
    const path = await writeClip(SMALL, { cacheFolder });
    await writeFile(path, 'kept');
    expect(await writeClip(SMALL, { cacheFolder })).toBe(path);
    expect(await readFile(path, 'utf8')).toBe('kept');
    await rm(path);
  });

  it('gives another scene another file, however alike the name', async () => {
    const turned = changedPersons(SMALL, SMALL.name, (person) => ({ ...person, yawDeg: 1 }));
    expect(await writeClip(turned, { cacheFolder })).not.toBe(await writeClip(SMALL, { cacheFolder }));
  });

  it('gives an effect with other parameters another file, though its pictures be the same', async () => {
    const effect = (strength: number): ClipScript =>
      developed(SMALL, 'effect', (picture) => picture, { strength });
    expect(await writeClip(effect(1), { cacheFolder })).not.toBe(await writeClip(effect(2), { cacheFolder }));
  });

  it('leaves no unfinished file behind when rendering fails', async () => {
    const before = await readdir(cacheFolder);
    let calls = 0;
    const failing = {
      ...SMALL,
      sceneAt: (timeMs: number) => {
        calls += 1;
        // The hash needs each frame's scene and three pictures; the next call is for the file.
        if (calls > 6 + 3) throw new Error('no scene');
        return { ...SMALL.sceneAt(timeMs), backdrop: 77 };
      },
    };
    await expect(writeClip(failing, { cacheFolder })).rejects.toThrow('no scene');
    expect(await readdir(cacheFolder)).toEqual(before);
  });

  it('writes Y4M with its own rate and whole frames', async () => {
    const file = await readFile(
      await writeClip({ ...SMALL, container: 'y4m', framesPerSecond: 15 }, { cacheFolder }),
    );
    const header = 'YUV4MPEG2 W64 H48 F15:1 Ip A1:1 C420jpeg\n';
    expect(file.toString('latin1', 0, header.length)).toBe(header);
    expect(file.length).toBe(header.length + 3 * ('FRAME\n'.length + 64 * 48 * 1.5));
  });

  it('tears a Y4M file in the middle of a frame', async () => {
    const torn: ClipScript = { ...SMALL, container: 'y4m', framesPerSecond: 15, tornAfterFrames: 1 };
    const file = await readFile(await writeClip(torn, { cacheFolder }));
    const frameBytes = 'FRAME\n'.length + 64 * 48 * 1.5;
    const headerBytes = file.indexOf('\n') + 1;
    expect(file.length - headerBytes).toBe(Math.floor(1.5 * frameBytes));
  });
});
