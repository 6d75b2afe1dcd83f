import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach } from 'vitest';
import { ROOT } from '../../tools/build/root.js';

/** A small file system of its own, which only root may mount, and only where the kernel lets it. */

export const DISK = `${ROOT}.cache/small-disk-${process.pid}`;
const mount = (megabytes: number) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', DISK]).status === 0;
const unmount = (): void => void spawnSync('umount', ['-l', DISK]);

function tryMount(): boolean {
  mkdirSync(DISK, { recursive: true });
  const isMounted = mount(1);
  if (isMounted) unmount();
  return isMounted;
}

export const canMount = tryMount();

/** 160 MB, empty before each test. */
export function provideSmallDisk(): void {
  beforeEach(() => {
    mount(160);
    return unmount;
  });
}

afterAll(() => rmSync(DISK, { recursive: true, force: true }));

/** Leaves this much room. */
export function fill(leftBytes: number): void {
  const { bavail, bsize } = statfsSync(DISK);
  const bytes = bavail * bsize - leftBytes;
  if (bytes > 0) execFileSync('fallocate', ['-l', String(bytes), join(DISK, `filler-${bytes}`)]);
}

/** Gives that room back. */
export function empty(): void {
  for (const name of execFileSync('ls', [DISK], { encoding: 'utf8' }).match(/filler-\d+/g) ?? [])
    rmSync(join(DISK, name));
}
