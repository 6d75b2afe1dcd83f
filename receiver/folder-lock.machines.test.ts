import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { FolderInUseError, lockFolder } from './folder-lock.js';
import { thisProcess } from './lock-holder.js';

// It waits for as long as a holder may be silent.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('the lock of a holder that cannot be looked up is respected as long as it shows life', async () => {
  const path = join(folder, 'receiver.lock.1');
  await writeFile(path, JSON.stringify({ id: 'x', ...thisProcess(), space: 'another container' }));
  const beating = setInterval(() => void utimes(path, new Date(), new Date()), 1_000);
  onTestFinished(() => clearInterval(beating));
  await expect(lockFolder(folder, () => {})).rejects.toThrow(FolderInUseError);
  clearInterval(beating);
  const startedAt = performance.now();
  const { release } = await lockFolder(folder, () => {});
  await release();
  expect(performance.now() - startedAt, 'and is not taken over before').toBeGreaterThan(14_000);
});
