import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ShareError } from '../errors.js';

const KEY_BYTES = 32;

/** Where the key of one row lies. */
export interface Slot {
  readonly number: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** A key for each row, in a file of its own, outside of the database: a database keeps what was deleted for a while, in its log and in
 * its pages. What is to be gone is overwritten here, so that nothing opens what is left there. (How far a disk that moves its blocks
 * about keeps old content is the disk's: docs/three-operators.md.) A slot of zeros is free. */
export class SlotKeys {
  readonly #file: FileHandle;
  readonly #free: number[] = [];
  #count: number;

  private constructor(file: FileHandle, count: number) {
    this.#file = file;
    this.#count = count;
  }

  /** No slot is free before {@link keepOnly}. */
  static async open(path: string): Promise<SlotKeys> {
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    const { size } = await file.stat();
    return new SlotKeys(file, Math.ceil(size / KEY_BYTES));
  }

  /** Those that hold a key. */
  async taken(): Promise<ReadonlySet<number>> {
    const content = Buffer.alloc(this.#count * KEY_BYTES);
    await this.#file.read(content, 0, content.length, 0);
    const keyIn = (slot: number): Buffer => content.subarray(slot * KEY_BYTES, (slot + 1) * KEY_BYTES);
    const all = Array.from({ length: this.#count }, (_, slot) => slot);
    const taken = new Set(all.filter((slot) => keyIn(slot).some((byte) => byte !== 0)));
    content.fill(0);
    return taken;
  }

  /** Overwrites every slot that no row names: one that was taken, or whose row was deleted, just before the process was killed.
   * @param used - the slots that rows name.
   * @throws {@link ShareError} `shares.damaged` where one of these holds no key: nothing is overwritten then. */
  async keepOnly(used: ReadonlySet<number>): Promise<void> {
    const taken = await this.taken();
    for (const slot of used)
      if (!taken.has(slot)) throw new ShareError('shares.damaged', { detail: `slot ${slot} holds no key` });
    await this.destroy([...taken].filter((slot) => !used.has(slot)));
    for (let slot = 0; slot < this.#count; slot += 1) if (!taken.has(slot)) this.#free.push(slot);
  }

  /** New keys, on the disk when this resolves. */
  async take(count: number): Promise<readonly Slot[]> {
    const slots = Array.from({ length: count }, () => ({
      number: this.#next(),
      key: randomBytes(KEY_BYTES),
    }));
    for (const { number, key } of slots) await this.#write(number, key);
    await this.#file.datasync();
    return slots;
  }

  /** @throws {@link ShareError} `shares.damaged` where there is none. */
  async keyOf(slot: number): Promise<Uint8Array> {
    const key = Buffer.alloc(KEY_BYTES);
    await this.#file.read(key, 0, KEY_BYTES, slot * KEY_BYTES);
    if (key.every((byte) => byte === 0)) throw new ShareError('shares.damaged', { detail: `slot ${slot}` });
    return key;
  }

  /** Overwritten on the disk when this resolves. */
  async destroy(slots: readonly number[]): Promise<void> {
    if (slots.length === 0) return;
    for (const slot of slots) await this.#write(slot, Buffer.alloc(KEY_BYTES));
    await this.#file.datasync();
    this.#free.push(...slots);
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  #next(): number {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    this.#count += 1;
    return this.#count - 1;
  }

  async #write(slot: number, key: Uint8Array): Promise<void> {
    await this.#file.write(key, 0, KEY_BYTES, slot * KEY_BYTES);
  }
}
