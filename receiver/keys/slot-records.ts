import { hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Random } from '../options.js';
import { writeOwnerOnly } from './owner-only.js';
import type { KeySlot } from './slots.js';

/** The bytes of a file of slots: a header, then records of tag ‖ key ‖ check. A destroyed slot keeps its tag, with random bytes in the
 * place of its key and a check of its own: so a file tells a slot that was destroyed in it from one that it never had. A record whose
 * check is neither is free: random bytes are, and so is one that was half written. */

/** Records never straddle a sector: a write that the power cuts short leaves one record damaged, which is a free one. */
export const RECORD_BYTES = 64;
/** Records that a file grows by, and that are read at once. */
export const PAGE_RECORDS = 1_024;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const CHECKED_BYTES = TAG_BYTES + KEY_BYTES;
const MAGIC = Buffer.from('candor-slots/1\0\0');

/** What one record is. */
export type SlotRecord =
  | { readonly kind: 'free' }
  | ({ readonly kind: 'held' } & KeySlot)
  | { readonly kind: 'destroyed'; readonly slotId: string };
type CheckedKind = 'held' | 'destroyed';

/** What the checks of both begin with. */
const CHECKS: Readonly<Record<CheckedKind, string>> = {
  held: 'candor/slot/1',
  destroyed: 'candor/destroyed-slot/1',
};

/** Makes an empty file; what was there under this name is replaced. */
export async function makeSlotFile(path: string, random: Random): Promise<void> {
  await writeOwnerOnly(path, Buffer.concat([MAGIC, random(RECORD_BYTES - MAGIC.length)]));
}

/** The records of one file. */
export class SlotRecords {
  /** Tells this file from any other one. */
  readonly fileId: string;

  private constructor(fileId: string) {
    this.fileId = fileId;
  }

  /** @throws Error when it is no such file. */
  static async of(file: FileHandle, path: string): Promise<SlotRecords> {
    const header = Buffer.alloc(RECORD_BYTES);
    const { bytesRead } = await file.read(header, 0, RECORD_BYTES, 0);
    if (bytesRead < RECORD_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC))
      throw new Error(`${path} is damaged; restore it from a backup`);
    return new SlotRecords(header.subarray(MAGIC.length).toString('base64url'));
  }

  /** A new key, and the record that holds it. The caller wipes both. */
  make(index: number, random: Random): { readonly slot: KeySlot; readonly record: Buffer } {
    const tag = random(TAG_BYTES);
    const key = random(KEY_BYTES);
    const record = Buffer.concat([tag, key, this.#check('held', index, tag, key)]);
    return { slot: { slotId: `${index}.${Buffer.from(tag).toString('base64url')}`, key }, record };
  }

  /** The record that takes the place of a slot that is destroyed. */
  makeDestroyed(slotId: string, random: Random): Buffer {
    const tag = Buffer.from(slotId.slice(slotId.indexOf('.') + 1), 'base64url');
    const noKey = random(KEY_BYTES);
    return Buffer.concat([tag, noKey, this.#check('destroyed', indexIn(slotId), tag, noKey)]);
  }

  /** Reads some records, one after the other. What is not in the file is left out. */
  async read(file: FileHandle, first: number, atMost: number): Promise<SlotRecord[]> {
    if (first < 0) return [];
    const bytes = Buffer.alloc(atMost * RECORD_BYTES);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, positionOf(first));
    return Array.from({ length: Math.floor(bytesRead / RECORD_BYTES) }, (_, at) => {
      const record = bytes.subarray(at * RECORD_BYTES, (at + 1) * RECORD_BYTES);
      return this.#recordIn(first + at, record);
    });
  }

  #recordIn(index: number, record: Buffer): SlotRecord {
    const [tag, key] = [record.subarray(0, TAG_BYTES), record.subarray(TAG_BYTES, CHECKED_BYTES)];
    const check = record.subarray(CHECKED_BYTES);
    const slotId = `${index}.${tag.toString('base64url')}`;
    if (this.#check('held', index, tag, key).equals(check)) return { kind: 'held', slotId, key };
    if (this.#check('destroyed', index, tag, key).equals(check)) return { kind: 'destroyed', slotId };
    return { kind: 'free' };
  }

  /** The keys that are there, by slot id; copies, for the caller to wipe. */
  async keysOf(file: FileHandle, slotIds: readonly string[]): Promise<Map<string, Uint8Array>> {
    const keys = new Map<string, Uint8Array>();
    for (const [page, ids] of byPage(slotIds)) {
      const isMany = ids.length > PAGE_RECORDS / 32;
      const records = isMany ? await this.#page(file, page) : await this.#each(file, ids);
      const wanted = new Set(ids);
      for (const record of records) {
        if (record.kind !== 'held') continue;
        if (wanted.has(record.slotId)) keys.set(record.slotId, Uint8Array.from(record.key));
        record.key.fill(0);
      }
    }
    return keys;
  }

  /** Every record of the file and its index, without the keys, a page at a time. */
  async *all(file: FileHandle): AsyncGenerator<readonly [number, SlotRecord]> {
    for (let page = 0; ; page += 1) {
      const records = await this.#page(file, page);
      for (const record of records) if (record.kind === 'held') record.key.fill(0);
      for (const [at, record] of records.entries()) yield [page * PAGE_RECORDS + at, record];
      if (records.length < PAGE_RECORDS) return;
    }
  }

  #page(file: FileHandle, page: number): Promise<SlotRecord[]> {
    return this.read(file, page * PAGE_RECORDS, PAGE_RECORDS);
  }

  async #each(file: FileHandle, slotIds: readonly string[]): Promise<SlotRecord[]> {
    const records = [];
    for (const slotId of slotIds) records.push(...(await this.read(file, indexIn(slotId), 1)));
    return records;
  }

  #check(kind: CheckedKind, index: number, tag: Uint8Array, key: Uint8Array): Buffer {
    const text = Buffer.concat([Buffer.from(`${CHECKS[kind]}\n${this.fileId}\n${index}\n`), tag, key]);
    return hash('sha256', text, 'buffer').subarray(0, RECORD_BYTES - CHECKED_BYTES);
  }
}

export function positionOf(index: number): number {
  return (index + 1) * RECORD_BYTES;
}

/** How many records a file has; one that was cut off when it grew is none. */
export async function countRecords(file: FileHandle): Promise<number> {
  return Math.floor((await file.stat()).size / RECORD_BYTES) - 1;
}

/** −1, which is no record, for what is no slot id. */
export function indexIn(slotId: string): number {
  const [, digits] = /^(\d{1,15})\./.exec(slotId) ?? [];
  return digits === undefined ? -1 : Number(digits);
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
