import { readFile } from 'node:fs/promises';
import wabt from 'wabt';

const SOURCE = 'receiver/matching/scan/kernel.wat';
export const KERNEL = 'receiver/matching/scan/kernel.wasm';

/** What `kernel.wat` assembles to.
 * @throws where it does not assemble. */
export async function assembleKernel(): Promise<Uint8Array> {
  const assembler = await wabt();
  const parsed = assembler.parseWat(SOURCE, await readFile(SOURCE, 'utf8'), { simd: true, threads: true });
  try {
    const { buffer } = parsed.toBinary({});
    if (!WebAssembly.validate(new Uint8Array(buffer))) throw new Error(`${SOURCE} assembles to no module`);
    return buffer;
  } finally {
    parsed.destroy();
  }
}
