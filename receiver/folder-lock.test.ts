import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { FolderInUseError, FolderLostError, holderOf, lockFolder } from './folder-lock.js';
import { type LockHolder, thisProcess } from './lock-holder.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const path = (number: number): string => join(folder, `receiver.lock.${number}`);
const writeHolder = (number: number, holder: Partial<LockHolder>): Promise<void> =>
  writeFile(path(number), JSON.stringify({ id: 'x', ...thisProcess(), ...holder }));
const lock = () => lockFolder(folder, () => {});
const takeAndLetGo = async (): Promise<void> => (await lock()).release();

describe('the lock on a data folder', () => {
  it('is held by one receiver at a time, also within a process', async () => {
    const { release } = await lock();
    expect(await holderOf(folder)).toBe(process.pid);
    await expect(lock()).rejects.toThrow(FolderInUseError);
    await release();
    expect(await holderOf(folder)).toBeNull();
    await takeAndLetGo();
  });

  it('is given to one of many who ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, lock));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of another running process is respected, and named', async () => {
    const script = `import('tsx/esm/api').then(async ({ tsImport }) => {
      const { lockFolder } = await tsImport('./receiver/folder-lock.ts', ${JSON.stringify(import.meta.url)}.replace('receiver/folder-lock.test.ts', ''));
      await lockFolder(${JSON.stringify(folder)}, () => {});
      process.stdout.write('held');
      setInterval(() => {}, 1000);
    })`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script]);
    onTestFinished(() => void holder.kill());
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    await expect(lock()).rejects.toThrow(String(holder.pid));
    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('exit', resolve));
    await takeAndLetGo();
  });

  it('of a process that is gone, or whose number is another’s by now, is taken over at once', async () => {
    const gone = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await new Promise((resolve) => gone.once('exit', resolve));
    await writeHolder(1, { processId: gone.pid ?? 0 });
    await takeAndLetGo();
    await writeHolder(7, { startedAt: '1' });
    await takeAndLetGo();
    expect(await readdir(folder), 'the highest number stays').toEqual(['receiver.lock.8']);
  });

  it('that is half written is waited for', async () => {
    await writeFile(path(1), '{"id":');
    setTimeout(() => void writeHolder(1, {}), 1_000);
    await expect(lock()).rejects.toThrow(FolderInUseError);
  });

  it.each([
    ['taken by another', () => writeHolder(9, {})],
    ['removed', () => rm(path(1))],
  ])('that is %s all the same is noticed by its holder', async (_, take) => {
    const lost = new Promise<Error>((resolve) => void lockFolder(folder, resolve));
    await expect.poll(() => holderOf(folder)).toBe(process.pid);
    await take();
    expect(await lost).toBeInstanceOf(FolderLostError);
  });
});
