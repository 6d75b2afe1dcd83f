import { hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Random } from '../options.js';
import { assertOwnerOnly, writeOwnerOnly } from './owner-only.js';
import { SyncedWriter } from './synced-writer.js';

/** One key for each template, outside the database. Destroying the key is what deletes a template from wherever its
 * ciphertext still lies: the data files, the write-ahead log, a backup. */
export interface KeySlots {
  /** A fresh key, on the disk before this resolves: what is encrypted under it may then be stored. */
  create(): Promise<KeySlot>;
  /** The keys that are still there, by slot id. */
  read(slotIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Overwrites the keys, and resolves once that is on the disk. A slot that is gone already is no error. */
  destroy(slotIds: readonly string[]): Promise<void>;
}

export interface KeySlot {
  /** Names this key and no later one in the same place. */
  readonly slotId: string;
  /** 32 bytes; the caller wipes them. */
  readonly key: Uint8Array;
}

/** Records never straddle a sector: a write that the power cuts short leaves one record damaged, which is a free one. */
const RECORD_BYTES = 64;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const CHECKED_BYTES = TAG_BYTES + KEY_BYTES;
const MAGIC = Buffer.from('candor-slots/1\0\0');
/** Records that the file grows by, and that are read at once. */
const PAGE_RECORDS = 1_024;

/** The slots of one receiver, in one file: a header, then records of tag ‖ key ‖ check. A record whose check is wrong is free:
 * random bytes are, and so is one that was half written. */
export class SlotFile implements KeySlots {
  /** Tells this file from any other one. */
  readonly fileId: string;
  readonly #file: FileHandle;
  readonly #random: Random;
  readonly #writer: SyncedWriter;
  #records: number;
  #free: number[] = [];
  #growing: Promise<void> | null = null;
  #destroying: Promise<void> = Promise.resolve();

  private constructor(file: FileHandle, fileId: string, records: number, random: Random) {
    this.#file = file;
    this.fileId = fileId;
    this.#records = records;
    this.#random = random;
    this.#writer = new SyncedWriter(file);
  }

  /** Makes an empty file; what was there under this name is replaced. */
  static async make(path: string, random: Random): Promise<void> {
    await writeOwnerOnly(path, Buffer.concat([MAGIC, random(RECORD_BYTES - MAGIC.length)]));
  }

  /** Opens the file and looks for the free records.
   * @returns null when there is none.
   * @throws Error when it is no such file, or readable by others. */
  static async open(path: string, random: Random): Promise<SlotFile | null> {
    const file = await open(path, 'r+').catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ENOENT') return null;
      throw thrown;
    });
    if (file === null) return null;
    try {
      await assertOwnerOnly(file, path);
      const header = Buffer.alloc(RECORD_BYTES);
      const { bytesRead } = await file.read(header, 0, RECORD_BYTES, 0);
      if (bytesRead < RECORD_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC))
        throw new Error(`${path} is damaged; restore it from a backup`);
      // A record that was cut off when the file grew is none.
      const records = Math.floor((await file.stat()).size / RECORD_BYTES) - 1;
      const slots = new SlotFile(file, header.subarray(MAGIC.length).toString('base64url'), records, random);
      await slots.#scan();
      return slots;
    } catch (thrown) {
      await file.close();
      throw thrown;
    }
  }

  /** How many keys it holds. */
  get live(): number {
    return this.#records - this.#free.length;
  }

  async create(): Promise<KeySlot> {
    const index = await this.#takeFree();
    const tag = this.#random(TAG_BYTES);
    const key = this.#random(KEY_BYTES);
    const record = Buffer.concat([tag, key, this.#check(index, tag, key)]);
    try {
      await this.#writer.write(record, positionOf(index));
    } catch (thrown) {
      // Not given back: nobody knows what of it reached the disk. The next start finds out.
      key.fill(0);
      throw thrown;
    } finally {
      record.fill(0);
    }
    return { slotId: `${index}.${Buffer.from(tag).toString('base64url')}`, key };
  }

  async read(slotIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const keys = new Map<string, Uint8Array>();
    for (const [page, ids] of byPage(slotIds)) {
      const isMany = ids.length > PAGE_RECORDS / 32;
      const records = isMany ? await this.#readPage(page) : await this.#readEach(ids);
      const wanted = new Set(ids);
      for (const record of records) {
        if (record === null) continue;
        if (wanted.has(record.slotId)) keys.set(record.slotId, Uint8Array.from(record.key));
        record.key.fill(0);
      }
    }
    return keys;
  }

  destroy(slotIds: readonly string[]): Promise<void> {
    // One call after the other: a second one for the same slot must see that it is gone, or it would overwrite the key that
    // took its place.
    const turn = this.#destroying.then(() => this.#overwrite(slotIds));
    this.#destroying = turn.catch(() => {});
    return turn;
  }

  /** Destroys the slots that nothing refers to. For a start, before anything is created.
   * @returns how many, and which of `kept` are not there. */
  async reclaim(
    kept: ReadonlySet<string>,
  ): Promise<{ readonly reclaimed: number; readonly missing: readonly string[] }> {
    const missing = new Set(kept);
    let reclaimed = 0;
    for (let page = 0; page * PAGE_RECORDS < this.#records; page += 1) {
      const ids = (await this.#readPage(page)).flatMap((record) => record?.slotId ?? []);
      for (const slotId of ids) missing.delete(slotId);
      const orphans = ids.filter((slotId) => !kept.has(slotId));
      await this.destroy(orphans);
      reclaimed += orphans.length;
    }
    return { reclaimed, missing: [...missing] };
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
    const indexes = [...present.keys()].map(indexIn);
    // At once, so that they share a sync.
    await Promise.all(
      indexes.map((index) => this.#writer.write(Buffer.from(this.#random(RECORD_BYTES)), positionOf(index))),
    );
    this.#free.push(...indexes);
  }

  async #scan(): Promise<void> {
    for (let page = 0; page * PAGE_RECORDS < this.#records; page += 1) {
      const records = await this.#readPage(page);
      for (const [at, record] of records.entries()) {
        if (record === null) this.#free.push(page * PAGE_RECORDS + at);
        record?.key.fill(0);
      }
    }
  }

  #readPage(page: number): Promise<(KeySlot | null)[]> {
    return this.#readRecords(page * PAGE_RECORDS, PAGE_RECORDS);
  }

  async #readEach(slotIds: readonly string[]): Promise<(KeySlot | null)[]> {
    const records = [];
    for (const slotId of slotIds) records.push(...(await this.#readRecords(indexIn(slotId), 1)));
    return records;
  }

  /** Null for a free one. What is not in the file is left out. */
  async #readRecords(first: number, atMost: number): Promise<(KeySlot | null)[]> {
    const count = first < 0 ? 0 : Math.max(0, Math.min(atMost, this.#records - first));
    const bytes = Buffer.alloc(count * RECORD_BYTES);
    await this.#file.read(bytes, 0, bytes.length, positionOf(first));
    return Array.from({ length: count }, (_, at) => {
      const record = bytes.subarray(at * RECORD_BYTES, (at + 1) * RECORD_BYTES);
      const [tag, key] = [record.subarray(0, TAG_BYTES), record.subarray(TAG_BYTES, CHECKED_BYTES)];
      const isSound = this.#check(first + at, tag, key).equals(record.subarray(CHECKED_BYTES));
      return isSound ? { slotId: `${first + at}.${tag.toString('base64url')}`, key } : null;
    });
  }

  #check(index: number, tag: Uint8Array, key: Uint8Array): Buffer {
    const text = Buffer.concat([Buffer.from(`candor/slot/1\n${this.fileId}\n${index}\n`), tag, key]);
    return hash('sha256', text, 'buffer').subarray(0, RECORD_BYTES - CHECKED_BYTES);
  }

  async #takeFree(): Promise<number> {
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

function positionOf(index: number): number {
  return (index + 1) * RECORD_BYTES;
}

function byPage(slotIds: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const pages = new Map<number, string[]>();
  for (const slotId of slotIds) {
    const page = Math.floor(indexIn(slotId) / PAGE_RECORDS);
    const ids = pages.get(page);
    if (ids === undefined) pages.set(page, [slotId]);
    else ids.push(slotId);
  }
  return pages;
}

/** −1, which is no record, for what is no slot id. */
function indexIn(slotId: string): number {
  const [, digits] = /^(\d{1,15})\./.exec(slotId) ?? [];
  return digits === undefined ? -1 : Number(digits);
}
