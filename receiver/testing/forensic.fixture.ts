import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { parse } from 'valibot';
import { OutcomeSchema } from '../../src/envelope/wire.js';
import { SlotFile } from '../keys/slot-file.js';
import { decryptTemplate, type TemplateBinding } from '../matching/template-cipher.js';
import type { Database } from '../store/database.js';
import { templates } from '../store/schema.js';
import { type Harness, newFace, sealFor } from './harness.fixture.js';

/** What somebody who has the disk could find of a template. */
export interface Trace {
  readonly verificationId: string;
  readonly removalToken: string;
  readonly binding: TemplateBinding;
  readonly dim: number;
  readonly sealed: Uint8Array;
  readonly slotKey: Uint8Array;
  /** The first 16 bytes of the embedding as it arrived. */
  readonly plain: Uint8Array;
}

/** Verifies somebody new and notes what there is to look for. */
export async function leaveTrace(harness: Harness): Promise<Trace> {
  const embedding = newFace();
  const session = await harness.openSession();
  const answer = await harness.deliver(await sealFor(await harness.discover(), session, { embedding }));
  const { verificationId, removalToken } = parse(OutcomeSchema, await answer.json());
  const [row] = await harness.context.database
    .select()
    .from(templates)
    .where(eq(templates.verificationId, verificationId));
  const slotKey = row && (await slotKeyIn(harness.dataDir, row.slotId));
  if (row === undefined || slotKey === undefined) throw new Error('nothing was stored');
  const { dim, sealed, ...binding } = row;
  const plain = new Uint8Array(embedding.buffer, 0, 16).slice();
  return { verificationId, removalToken, binding, dim, sealed, slotKey, plain };
}

/** As whoever has the folder reads it. */
async function slotKeyIn(dataDir: string, slotId: string): Promise<Uint8Array | undefined> {
  const slots = await SlotFile.open(join(dataDir, 'keys/slots.bin'), () => new Uint8Array());
  const keys = await slots?.read([slotId]);
  await slots?.close();
  return keys?.get(slotId);
}

/** Somebody who verified: what they have, and the first 16 bytes of their embedding. */
export type Sold = Pick<Trace, 'verificationId' | 'removalToken' | 'plain'>;

/** Notes what there is to look for, of a receiver that does not run and whose slots are in a file of its own. In the order of these. */
export async function tracesOf(
  database: Database,
  dataDir: string,
  sold: readonly Sold[],
): Promise<readonly Trace[]> {
  const rows = new Map((await database.select().from(templates)).map((row) => [row.verificationId, row]));
  const slots = await SlotFile.open(join(dataDir, 'keys/slots.bin'), () => new Uint8Array());
  const keys = await slots?.read([...rows.values()].map(({ slotId }) => slotId));
  await slots?.close();
  return sold.flatMap((seller) => {
    const row = rows.get(seller.verificationId);
    const slotKey = row && keys?.get(row.slotId);
    if (row === undefined || slotKey === undefined) return [];
    const { dim, sealed, groups: _, ...binding } = row;
    return [{ ...seller, binding, dim, sealed, slotKey }];
  });
}

export async function filesBelow(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))));
}

/** Which of these lie somewhere in the files, by their place in the list. Each is at least 8 bytes long. */
export function foundIn(files: readonly Buffer[], needles: readonly Uint8Array[]): ReadonlySet<number> {
  const byStart = new Map<number, number[]>();
  for (const [at, needle] of needles.entries()) {
    const start = Buffer.from(needle).readUInt32LE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), at]);
  }
  const found = new Set<number>();
  for (const file of files) {
    for (let at = 0; at + 4 <= file.length; at += 1) {
      for (const candidate of byStart.get(file.readUInt32LE(at)) ?? []) {
        const needle = needles[candidate] ?? new Uint8Array();
        if (file.subarray(at, at + needle.length).equals(needle)) found.add(candidate);
      }
    }
  }
  return found;
}

/** Of which of these the ciphertext lies in the files. A long value is stored in pieces of some 2,000 bytes, and a piece is cut where
 * a page of the write-ahead log ends (8 kB): so there are two stretches of its beginning, of which no cut takes both. */
export function ciphertextsIn(files: readonly Buffer[], traces: readonly Trace[]): ReadonlySet<number> {
  const stretches = [0, 32].map((from) => traces.map(({ sealed }) => sealed.subarray(from, from + 32)));
  return new Set(stretches.flatMap((needles) => [...foundIn(files, needles)]));
}

/** Whether any 32 bytes of these, at any record of the slots' file, open the template together with the storage key. */
export function opensWith(
  slotsFile: Buffer,
  storageKey: Uint8Array,
  { binding, sealed, dim }: Trace,
): boolean {
  for (let at = 64; at + 64 <= slotsFile.length; at += 64) {
    try {
      decryptTemplate({ storageKey, slotKey: slotsFile.subarray(at + 16, at + 48) }, binding, sealed, dim);
      return true;
    } catch {
      // Not this one.
    }
  }
  return false;
}
