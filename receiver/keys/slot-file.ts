import { type FileHandle, open } from 'node:fs/promises';
import type { Random } from '../options.js';
import { assertOwnerOnly } from './owner-only.js';
import {
  countRecords,
  indexIn,
  makeSlotFile,
  PAGE_RECORDS,
  positionOf,
  RECORD_BYTES,
  SlotRecords,
} from './slot-records.js';
import { surveySlots } from './slot-survey.js';
import type { Absent, KeySlot, Reclaimed, StoredSlots } from './slots.js';
import { SyncedWriter } from './synced-writer.js';

/** Destroyed records that wait for the next start, or this many later ones: 4 MiB. */
const MOST_RESTING = 65_536;

/** The slots of one receiver, in one file that no other process writes to. */
export class SlotFile implements StoredSlots {
  readonly #file: FileHandle;
  readonly #slots: SlotRecords;
  readonly #random: Random;
  readonly #writer: SyncedWriter;
  #records: number;
  #held = 0;
  #free: number[] = [];
  /** Destroyed meanwhile, the latest last: kept as they are, since a transaction that fails leaves a row that refers to one. */
  #resting: number[] = [];
  #growing: Promise<void> | null = null;
  #destroying: Promise<void> = Promise.resolve();

  private constructor(
    file: FileHandle,
    slots: SlotRecords,
    records: number,
    random: Random,
    lost?: AbortSignal,
  ) {
    this.#file = file;
    this.#slots = slots;
    this.#records = records;
    this.#random = random;
    this.#writer = new SyncedWriter(file, lost);
  }

  /** Makes an empty file; what was there under this name is replaced. */
  static make(path: string, random: Random): Promise<void> {
    return makeSlotFile(path, random);
  }

  /** Opens the file and looks for the free records.
   * @param lost - once aborted, the file is another's: nothing is made or destroyed any more.
   * @returns null when there is none.
   * @throws Error when it is no such file, or readable by others. */
  static async open(path: string, random: Random, lost?: AbortSignal): Promise<SlotFile | null> {
    const file = await openIfThere(path, 'r+');
    if (file === null) return null;
    try {
      const [records, count] = [await SlotRecords.of(file, path), await countRecords(file)];
      const slots = new SlotFile(file, records, count, random, lost);
      await slots.#scan();
      return slots;
    } catch (thrown) {
      await file.close();
      throw thrown;
    }
  }

  get slotsId(): string {
    return this.#slots.fileId;
  }

  async count(): Promise<number> {
    return this.#held;
  }

  async create(): Promise<KeySlot> {
    const index = await this.#takeFree();
    const { slot, record } = this.#slots.make(index, this.#random);
    try {
      await this.#writer.write(record, positionOf(index));
      this.#held += 1;
    } catch (thrown) {
      // Not given back: nobody knows what of it reached the disk. The next start finds out.
      slot.key.fill(0);
      throw thrown;
    } finally {
      record.fill(0);
    }
    return slot;
  }

  read(slotIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#slots.keysOf(this.#file, slotIds);
  }

  destroy(slotIds: readonly string[]): Promise<void> {
    // One call after the other: a second one for the same slot must see that it is gone, or it would overwrite the key that
    // took its place.
    const turn = this.#destroying.then(() => this.#overwrite(slotIds));
    this.#destroying = turn.catch(() => {});
    return turn;
  }

  /** For a start, before anything is created. */
  async reclaim(kept: ReadonlySet<string>, judge?: (absent: Absent) => void): Promise<Reclaimed> {
    const { orphans, spent, ...absent } = await surveySlots(this.#slots, this.#file, kept);
    judge?.(absent);
    this.#free.push(...spent.map(indexIn));
    await this.destroy(orphans);
    return { reclaimed: orphans.length, ...absent };
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    await this.#destroying;
    await this.#writer.idle();
    await this.#file.close();
  }

  async #overwrite(slotIds: readonly string[]): Promise<void> {
    const present = await this.read(slotIds);
    for (const key of present.values()) key.fill(0);
    const ids = [...present.keys()];
    // At once, so that they share a sync.
    await Promise.all(
      ids.map((slotId) =>
        this.#writer.write(this.#slots.makeDestroyed(slotId, this.#random), positionOf(indexIn(slotId))),
      ),
    );
    this.#held -= ids.length;
    this.#resting.push(...ids.map(indexIn));
  }

  async #scan(): Promise<void> {
    for await (const [index, { kind }] of this.#slots.all(this.#file)) {
      if (kind === 'free') this.#free.push(index);
      if (kind === 'held') this.#held += 1;
    }
  }

  async #takeFree(): Promise<number> {
    if (this.#resting.length > MOST_RESTING)
      this.#free.push(...this.#resting.splice(0, this.#resting.length - MOST_RESTING));
    for (;;) {
      const index = this.#free.pop();
      if (index !== undefined) return index;
      this.#growing ??= this.#grow().finally(() => {
        this.#growing = null;
      });
      await this.#growing;
    }
  }

  async #grow(): Promise<void> {
    const first = this.#records;
    await this.#writer.write(Buffer.from(this.#random(PAGE_RECORDS * RECORD_BYTES)), positionOf(first));
    this.#records += PAGE_RECORDS;
    for (let index = this.#records - 1; index >= first; index -= 1) this.#free.push(index);
  }
}

/** @returns null when there is no such file.
 * @throws Error when others may read it. */
export async function openIfThere(path: string, flags: 'r' | 'r+'): Promise<FileHandle | null> {
  const file = await open(path, flags).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return null;
    throw thrown;
  });
  if (file === null) return null;
  try {
    await assertOwnerOnly(file, path);
    return file;
  } catch (thrown) {
    await file.close();
    throw thrown;
  }
}
