import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeOwnerOnlyFolder } from './keys/owner-only.js';
import { fateOf, type LockHolder, parseHolder, thisProcess } from './lock-holder.js';

/** Another receiver works in this folder. PGlite would lose the writes of one of the two.
 * @example
 * if (error instanceof FolderInUseError) process.exitCode = 75; */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';

  constructor(folder: string, processId: number) {
    super(
      `${folder} is in use by a receiver (process ${processId} where it runs); stop it, or choose another folder with --data`,
    );
  }
}

/** The lock was taken away, or its file: this receiver was stopped in mid-air for so long that another took its place.
 * @example
 * if (error instanceof FolderLostError) process.exitCode = 75; */
export class FolderLostError extends Error {
  override readonly name = 'FolderLostError';

  constructor(folder: string) {
    super(`${folder} is no longer this receiver's: its lock was taken or removed`);
  }
}

export interface FolderLock {
  /** Lets go of the folder. Idempotent. */
  release(): Promise<void>;
}

/** How often the holder shows that it lives, ms. */
const BEAT_MS = 2_000;
/** A holder that cannot be looked up and shows no life for this long is gone, ms. */
const STALE_MS = 15_000;
const POLL_MS = 250;
const NAME = /^receiver\.lock\.(\d+)$/;
const RELEASED = 'released';

/** Takes the folder for this receiver, and makes it if need be.
 *
 * The lock is a row of numbered files, of which the highest counts. Whoever finds that one released, or its holder gone,
 * creates the next number: of any who try, the file system lets one. The highest number is never removed, so that
 * whoever looked long ago cannot create it again. A holder of this kernel and this process namespace is looked up;
 * elsewhere (another container, another machine) its heartbeat decides.
 * @param onLost - called once when another has taken the folder all the same.
 * @throws {@link FolderInUseError} */
export async function lockFolder(
  folder: string,
  onLost: (reason: FolderLostError) => void,
): Promise<FolderLock> {
  await makeOwnerOnlyFolder(folder);
  for (;;) {
    const highest = await highestOf(folder);
    const holder = highest === 0 ? null : await holderOfNumber(folder, highest);
    if (holder !== null) throw new FolderInUseError(folder, holder.processId);
    const mine = highest + 1;
    if ((await claim(folder, mine)) && (await highestOf(folder)) === mine) return hold(folder, mine, onLost);
  }
}

/** The process that holds the folder, by the number it has where it runs; null when none does. */
export async function holderOf(folder: string): Promise<number | null> {
  const highest = await highestOf(folder);
  return highest === 0 ? null : ((await holderOfNumber(folder, highest))?.processId ?? null);
}

const pathOf = (folder: string, number: number): string => join(folder, `receiver.lock.${number}`);

async function numbersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return [];
    throw thrown;
  });
  return names.flatMap((name) => {
    const [, number] = NAME.exec(name) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
}

async function highestOf(folder: string): Promise<number> {
  return Math.max(0, ...(await numbersIn(folder)));
}

/** Creates the file, unless it is there. */
async function claim(folder: string, number: number): Promise<boolean> {
  try {
    await writeFile(pathOf(folder, number), JSON.stringify({ id: randomUUID(), ...thisProcess() }), {
      flag: 'wx',
      mode: 0o600,
    });
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    // A file without a holder would keep everybody waiting.
    await rm(pathOf(folder, number), { force: true });
    throw thrown;
  }
}

/** Who holds this number, once that is certain; null when nobody does any more. */
async function holderOfNumber(folder: string, number: number): Promise<LockHolder | null> {
  const first = await look(folder, number);
  const untilMs = performance.now() + STALE_MS;
  for (let seen: Look | null = first; seen !== null && seen.text !== RELEASED; ) {
    const holder = parseHolder(seen.text);
    const fate = holder === null ? 'unknown' : fateOf(holder);
    if (holder !== null && (fate === 'lives' || seen.beatMs !== first?.beatMs)) return holder;
    if (fate === 'gone' || performance.now() > untilMs) return null;
    await sleep(POLL_MS);
    seen = await look(folder, number);
  }
  return null;
}

interface Look {
  readonly text: string;
  readonly beatMs: number;
}

async function look(folder: string, number: number): Promise<Look | null> {
  // Opened each time: over a network, that is what fetches the newest state.
  const file = await open(pathOf(folder, number), 'r').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return null;
    throw thrown;
  });
  if (file === null) return null;
  try {
    return { text: await file.readFile('utf8'), beatMs: (await file.stat()).mtimeMs };
  } finally {
    await file.close();
  }
}

async function hold(
  folder: string,
  mine: number,
  onLost: (reason: FolderLostError) => void,
): Promise<FolderLock> {
  const path = pathOf(folder, mine);
  for (const number of await numbersIn(folder)) {
    if (number < mine) await rm(pathOf(folder, number), { force: true });
  }
  const beat = async (): Promise<void> => {
    const now = new Date();
    const isThere = await utimes(path, now, now).then(
      () => true,
      (thrown: NodeJS.ErrnoException) => thrown.code !== 'ENOENT',
    );
    if (isThere && (await highestOf(folder)) === mine) return;
    clearInterval(timer);
    onLost(new FolderLostError(folder));
  };
  // What cannot be read for a moment is not lost.
  const timer = setInterval(() => void beat().catch(() => {}), BEAT_MS);
  timer.unref();
  let releasing: Promise<void> | undefined;
  const release = async (): Promise<void> => {
    clearInterval(timer);
    // Not the other's, where it was lost.
    if ((await readFile(path).catch(() => null)) !== null) await writeFile(path, RELEASED);
  };
  return {
    release: () => {
      releasing ??= release();
      return releasing;
    },
  };
}
