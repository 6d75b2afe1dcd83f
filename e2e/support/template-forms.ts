import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** 1 in the fixed point of shares (docs/protocol.md). */
const ONE = 8_192;
/** Numbers of a window: no other bytes are equal by chance. */
const WINDOW_NUMBERS = 16;

/** Where a window of a vector begins: in its second and in its last quarter. */
const windowsOf = (dim: number): readonly number[] => [dim / 4, (3 * dim) / 4].map(Math.floor);

/** Pieces of a template in each form that somebody who put it together could have it in, by name: float32, float64, the fixed point of
 * shares in 16 and 32 bits, int8, and each of float32 and int8 in base64. Pieces, because a list of rows has no borders to look for.
 *
 * Its floats are those of the fixed point: what is beyond 13 bits never left the seller's device. */
export function formsOf(template: Int32Array): ReadonlyMap<string, Buffer> {
  const floats = Float32Array.from(template, (number) => number / ONE);
  const binary: Readonly<Record<string, ArrayBufferView>> = {
    float32: floats,
    float64: Float64Array.from(floats),
    fixed32: template,
    fixed16: Int16Array.from(template),
    int8: Int8Array.from(floats, (number) => Math.round(127 * number)),
  };
  const forms = new Map<string, Buffer>();
  for (const at of windowsOf(template.length)) {
    for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(binary)) {
      const bytes = Buffer.from(buffer, byteOffset, byteLength);
      const size = byteLength / template.length;
      forms.set(`${name} from ${at}`, bytes.subarray(at * size, (at + WINDOW_NUMBERS) * size));
      if (name !== 'float32' && name !== 'int8') continue;
      for (const alphabet of ['base64', 'base64url'] as const)
        forms.set(`${name} ${alphabet} from ${at}`, textWindow(bytes, at * size, alphabet));
    }
  }
  return forms;
}

/** Of the whole vector's text: from the first group of three bytes that lies behind `from`. */
function textWindow(bytes: Buffer, from: number, alphabet: 'base64' | 'base64url'): Buffer {
  const group = Math.ceil(from / 3);
  return Buffer.from(bytes.toString(alphabet).slice(4 * group, 4 * group + 2 * WINDOW_NUMBERS));
}

/** The same of a component, as an operator has it: in 32 bits. */
export function wordsOf(component: Uint32Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(component.buffer, component.byteOffset, component.byteLength);
  return new Map(
    windowsOf(component.length).map((at) => [
      `from ${at}`,
      bytes.subarray(4 * at, 4 * (at + WINDOW_NUMBERS)),
    ]),
  );
}

/** Names of the needles that lie in a file below the folder.
 * @throws where there is none. */
export async function foundInFolder(
  folder: string,
  needles: ReadonlyMap<string, Buffer>,
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))),
  );
  if (files.length === 0) throw new Error(`there is no file in ${folder}`);
  const isThere = ([, needle]: readonly [string, Buffer]): boolean =>
    files.some((file) => file.includes(needle));
  return [...needles].filter(isThere).map(([name]) => name);
}
