import { readFile } from 'node:fs/promises';
import wabt from 'wabt';

/** What is written in WebAssembly's text format, and the file beside it that it is assembled into. */
export interface Assembled {
  readonly source: string;
  readonly target: string;
  /** What the target holds. */
  readonly pack: (module: Uint8Array) => Uint8Array;
}

const SCAN: Assembled = {
  source: 'receiver/matching/scan/kernel.wat',
  target: 'receiver/matching/scan/kernel.wasm',
  pack: (module) => module,
};

/** In a module of its own, because the worker is one file. */
const PIXELS: Assembled = {
  source: 'src/vision/worker/pixels.wat',
  target: 'src/vision/worker/pixels-module.ts',
  pack: (module) =>
    Buffer.from(`/** pixels.wat, assembled by \`npm run kernel\`, in base64. */
export const PIXELS_MODULE =
  '${Buffer.from(module).toString('base64')}';
`),
};

export const ASSEMBLED: readonly Assembled[] = [SCAN, PIXELS];

/** @returns what the target is to hold.
 * @throws where the source does not assemble. */
export async function assemble({ source, pack }: Assembled): Promise<Uint8Array> {
  const assembler = await wabt();
  const parsed = assembler.parseWat(source, await readFile(source, 'utf8'), { simd: true, threads: true });
  try {
    const { buffer } = parsed.toBinary({});
    if (!WebAssembly.validate(new Uint8Array(buffer))) throw new Error(`${source} assembles to no module`);
    return pack(buffer);
  } finally {
    parsed.destroy();
  }
}
