import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { FolderInUseError, holderOf, lockFolder } from './folder-lock.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const writeHolder = (text: string): Promise<void> => writeFile(join(folder, 'receiver.lock'), text);

describe('the lock on a data folder', () => {
  it('is held by one receiver at a time, also within a process', async () => {
    const release = await lockFolder(folder);
    expect(await holderOf(folder)).toBe(process.pid);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
    await release();
    expect(await holderOf(folder)).toBeNull();
    await (await lockFolder(folder))();
  });

  it('of another running process is respected, and named', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    onTestFinished(() => void other.kill());
    await writeHolder(`${other.pid} 1`);
    await expect(lockFolder(folder)).rejects.toThrow(String(other.pid));
  });

  it('of a process that is gone, or that had this one’s number, is taken over', async () => {
    const gone = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await new Promise((resolve) => gone.once('exit', resolve));
    for (const stale of [`${gone.pid} 1`, `${process.pid} 1`, '']) {
      await writeHolder(stale);
      await (await lockFolder(folder))();
    }
  });
});
