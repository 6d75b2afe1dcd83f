import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryFile, reasonToSkip } from './needed.js';

let libraries: string;
beforeEach(async () => {
  libraries = await mkdtemp(join(tmpdir(), 'candor-libraries-'));
});
afterEach(() => rm(libraries, { recursive: true }));

const MINI_BROWSER = 'webkit2gtk-4.1/MiniBrowser';

describe('a file among the system’s libraries', () => {
  it('is found whatever processor the machine has', async () => {
    await mkdir(join(libraries, 'aarch64-linux-gnu/webkit2gtk-4.1'), { recursive: true });
    await mkdir(join(libraries, 'python3'));
    const path = join(libraries, 'aarch64-linux-gnu', MINI_BROWSER);
    await writeFile(path, '');
    expect(libraryFile(MINI_BROWSER, libraries)).toBe(path);
  });

  it('is a path of no file where it is not installed', () => {
    const needed = { what: libraryFile(MINI_BROWSER, libraries), from: 'webkit2gtk-driver' };
    expect(reasonToSkip([needed], false)).toContain('webkit2gtk-driver');
    expect(libraryFile(MINI_BROWSER, join(libraries, 'missing'))).toContain('missing');
  });
});

describe('an engine that is missing', () => {
  const needed = [
    { what: '/no/such/browser', from: 'some-browser' },
    { what: '/no/such/driver', from: 'some-browser' },
    { what: 'sh', from: 'dash' },
  ];

  it('is skipped with the packages that it wants, each once', () => {
    expect(reasonToSkip(needed, false)).toBe('skipped: apt-get install some-browser');
  });

  it('fails where it is required', () => {
    expect(() => reasonToSkip(needed, true)).toThrow('apt-get install some-browser');
    expect(reasonToSkip(needed.slice(2), true)).toBeNull();
  });
});
