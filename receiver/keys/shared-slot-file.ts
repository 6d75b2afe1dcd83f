import type { FileHandle } from 'node:fs/promises';
import type { Random } from '../options.js';
import type { Locks } from '../store/locks.js';
import { openIfThere } from './slot-file.js';
import {
  countRecords,
  indexIn,
  PAGE_RECORDS,
  positionOf,
  RECORD_BYTES,
  SlotRecords,
} from './slot-records.js';
import { surveySlots } from './slot-survey.js';
import type { Absent, KeySlot, Reclaimed, StoredSlots } from './slots.js';

export interface SharedSlotOptions {
  readonly path: string;
  readonly random: Random;
  readonly locks: Pick<Locks, 'hold'>;
  /** A slot that nothing refers to for so long belongs to no template that is being stored, ms. Default 10 minutes. */
  readonly orphanMs?: number | undefined;
}

const ORPHAN_MS = 600_000;

/** What is done to the file in one turn, and who waits for it. */
interface Act {
  /** @returns what tells whoever waits, once it is on the disk. */
  run(file: FileHandle): Promise<() => void>;
  readonly reject: (reason: unknown) => void;
}

/** The slots of several receivers, in one file of a folder that they share. It is written to under a lock of the database, by one
 * receiver at a time, and opened anew for each turn and each reading: over a network, that is what fetches what others wrote
 * (NFS: close-to-open consistency). Whatever is asked for while the lock is another's shares the next turn and its sync. */
export class SharedSlotFile implements StoredSlots {
  readonly #options: SharedSlotOptions;
  readonly #slots: SlotRecords;
  /** Records that were free when this receiver saw them last: to try, not to trust. */
  #free: number[] = [];
  #waiting: Act[] = [];
  #running: Promise<void> | null = null;
  #failure: { readonly cause: unknown } | null = null;
  /** Destroyed slots that nothing referred to any more: their records may be used again. */
  #spent: ReadonlySet<string> = new Set();
  /** When this receiver first saw that nothing refers to a slot, by slot id, ms. */
  #orphans = new Map<string, number>();

  private constructor(options: SharedSlotOptions, slots: SlotRecords) {
    this.#options = options;
    this.#slots = slots;
  }

  /** @returns null when there is no file.
   * @throws Error when it is no such file, or readable by others. */
  static async open(options: SharedSlotOptions): Promise<SharedSlotFile | null> {
    const file = await openIfThere(options.path, 'r');
    if (file === null) return null;
    try {
      const slots = new SharedSlotFile(options, await SlotRecords.of(file, options.path));
      for await (const [index, { kind }] of slots.#slots.all(file))
        if (kind === 'free') slots.#free.push(index);
      return slots;
    } finally {
      await file.close();
    }
  }

  get slotsId(): string {
    return this.#slots.fileId;
  }

  count(): Promise<number> {
    return this.#reading(async (file) => {
      let count = 0;
      for await (const [, { kind }] of this.#slots.all(file)) if (kind === 'held') count += 1;
      return count;
    });
  }

  create(): Promise<KeySlot> {
    return this.#inTurn(async (file) => {
      const index = await this.#takeFree(file);
      const { slot, record } = this.#slots.make(index, this.#options.random);
      await writeWhole(file, record, positionOf(index));
      record.fill(0);
      return slot;
    });
  }

  read(slotIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#reading((file) => this.#slots.keysOf(file, slotIds));
  }

  destroy(slotIds: readonly string[]): Promise<void> {
    return slotIds.length === 0 ? Promise.resolve() : this.#inTurn((file) => this.#overwrite(file, slotIds));
  }

  async reclaim(kept: ReadonlySet<string>, judge?: (absent: Absent) => void): Promise<Reclaimed> {
    const { orphans, spent, ...absent } = await this.#reading((file) => surveySlots(this.#slots, file, kept));
    judge?.(absent);
    this.#release(spent);
    const nowMs = performance.now();
    const since = new Map(orphans.map((slotId) => [slotId, this.#orphans.get(slotId) ?? nowMs]));
    const { orphanMs = ORPHAN_MS } = this.#options;
    const old = orphans.filter((slotId) => nowMs - (since.get(slotId) ?? nowMs) >= orphanMs);
    await this.destroy(old);
    this.#orphans = since;
    return { reclaimed: old.length, ...absent };
  }

  #release(spent: readonly string[]): void {
    const fresh = spent.filter((slotId) => !this.#spent.has(slotId));
    this.#free.push(...fresh.map(indexIn));
    this.#spent = new Set(spent);
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    await this.#running;
  }

  async #reading<T>(work: (file: FileHandle) => Promise<T>): Promise<T> {
    const file = await this.#open('r');
    try {
      return await work(file);
    } finally {
      await file.close();
    }
  }

  async #open(flags: 'r' | 'r+'): Promise<FileHandle> {
    const { path } = this.#options;
    const file = await openIfThere(path, flags);
    if (file === null) throw new Error(`${path} is gone`);
    return file;
  }

  #inTurn<T>(work: (file: FileHandle) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = async (file: FileHandle): Promise<() => void> => {
        const result = await work(file);
        return () => resolve(result);
      };
      this.#waiting.push({ run, reject });
      this.#running ??= this.#work();
    });
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      let acts: Act[] = [];
      const turn = this.#options.locks.hold('slots', () => {
        acts = this.#waiting.splice(0);
        return this.#runAll(acts);
      });
      await turn.then(
        (settled) => {
          for (const settle of settled) settle();
        },
        (thrown: unknown) => {
          // None: it did not even get the lock, and neither would the others.
          for (const { reject } of acts.length > 0 ? acts : this.#waiting.splice(0)) reject(thrown);
        },
      );
    }
    this.#running = null;
  }

  /** All of them or none is done, as far as they hear: after a sync that failed, nobody knows what the disk holds, and the kernel
   * may call the next one a success (https://wiki.postgresql.org/wiki/Fsync_Errors). */
  async #runAll(acts: readonly Act[]): Promise<(() => void)[]> {
    if (this.#failure !== null) throw this.#failure.cause;
    const file = await this.#open('r+');
    try {
      const settled = [];
      for (const { run } of acts) settled.push(await run(file));
      await file.datasync().catch((cause: unknown) => {
        this.#failure = { cause };
        throw cause;
      });
      return settled;
    } finally {
      await file.close();
    }
  }

  async #overwrite(file: FileHandle, slotIds: readonly string[]): Promise<void> {
    const present = await this.#slots.keysOf(file, slotIds);
    for (const [slotId, key] of present) {
      key.fill(0);
      const record = this.#slots.makeDestroyed(slotId, this.#options.random);
      await writeWhole(file, record, positionOf(indexIn(slotId)));
    }
  }

  /** A free record; another receiver may have taken those that were free. */
  async #takeFree(file: FileHandle): Promise<number> {
    for (;;) {
      const index = this.#free.pop();
      if (index === undefined) await this.#grow(file);
      else if (await this.#isFree(file, index)) return index;
    }
  }

  /** One that was destroyed is, once no template refers to it: until then it says that its deletion has to be finished. */
  async #isFree(file: FileHandle, index: number): Promise<boolean> {
    const [record] = await this.#slots.read(file, index, 1);
    return record?.kind === 'free' || (record?.kind === 'destroyed' && this.#spent.has(record.slotId));
  }

  async #grow(file: FileHandle): Promise<void> {
    const first = await countRecords(file);
    await writeWhole(file, Buffer.from(this.#options.random(PAGE_RECORDS * RECORD_BYTES)), positionOf(first));
    for (let index = first + PAGE_RECORDS - 1; index >= first; index -= 1) this.#free.push(index);
  }
}

async function writeWhole(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
