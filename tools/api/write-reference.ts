import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DoorExport } from './door-exports.js';
import type { Door } from './extract.js';
import { referenceOf } from './reference.js';

/** Puts the page of a door beside its report.
 * @param root - the package's, absolute.
 * @param isLocal - writes the page; otherwise a difference is a fault.
 * @returns what is wrong with the door's docstrings, or with the page. */
export function writeReference(
  root: string,
  door: Door,
  exported: readonly DoorExport[],
  isLocal: boolean,
): readonly string[] {
  const { page, faults } = referenceOf(door, exported);
  const file = resolve(root, `docs/api/${door.name}.md`);
  if (isLocal) writeFileSync(file, page);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== page)
    return [...faults, `docs/api/${door.name}.md is not what is exported: npm run api`];
  return faults;
}
