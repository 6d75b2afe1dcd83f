import { readFile } from 'node:fs/promises';
import type { Seen } from './results.js';

/** What the runs saw, the last one of each stack. */
export const SEEN = 'tools/stacks/seen.json';

export async function readSeen(): Promise<readonly Seen[]> {
  return JSON.parse(await readFile(SEEN, 'utf8'));
}
