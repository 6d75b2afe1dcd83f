import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
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

/** In a module of its own, where what has it is one file. */
function inModule(source: string, target: string, name: string): Assembled {
  const pack = (module: Uint8Array): Uint8Array =>
    Buffer.from(`/** ${basename(source)}, assembled by \`npm run kernel\`, in base64. */
export const ${name} =
  '${Buffer.from(module).toString('base64')}';
`);
  return { source, target, pack };
}

const PIXELS = inModule(
  'src/vision/worker/pixels.wat',
  'src/vision/worker/pixels-module.ts',
  'PIXELS_MODULE',
);
const DOT_KERNEL = inModule('shares/dot-kernel.wat', 'shares/dot-kernel-module.ts', 'DOT_KERNEL_MODULE');

export const ASSEMBLED: readonly Assembled[] = [SCAN, PIXELS, DOT_KERNEL];

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
