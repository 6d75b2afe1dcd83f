import type { FileHandle } from 'node:fs/promises';
import type { SlotRecords } from './slot-records.js';
import type { Absent } from './slots.js';

/** What a file holds, against what the stored templates refer to. */
export interface SlotSurvey extends Absent {
  /** Held, and nothing refers to them. */
  readonly orphans: readonly string[];
  /** Destroyed, and nothing refers to them any more: their records are free. */
  readonly spent: readonly string[];
}

/** Reads the whole file, and changes nothing.
 * @param kept - the slots that templates refer to. */
export async function surveySlots(
  slots: SlotRecords,
  file: FileHandle,
  kept: ReadonlySet<string>,
): Promise<SlotSurvey> {
  const unknown = new Set(kept);
  const found = { orphans: [] as string[], spent: [] as string[], missing: [] as string[] };
  for await (const [, record] of slots.all(file)) {
    if (record.kind === 'free') continue;
    const isKept = unknown.delete(record.slotId);
    if (record.kind === 'held') {
      if (!isKept) found.orphans.push(record.slotId);
    } else if (isKept) found.missing.push(record.slotId);
    else found.spent.push(record.slotId);
  }
  return { ...found, unknown: [...unknown] };
}
