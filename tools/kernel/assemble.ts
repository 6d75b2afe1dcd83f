import { readFile } from 'node:fs/promises';
import wabt from 'wabt';

const FOLDER = 'receiver/matching/scan';
export const KERNEL_MODULE = `${FOLDER}/kernel.ts`;

/** The TypeScript module that holds what `kernel.wat` assembles to.
 * @throws where the source does not assemble. */
export async function assembleKernel(): Promise<string> {
  const source = await readFile(`${FOLDER}/kernel.wat`, 'utf8');
  const features = { simd: true, threads: true };
  const assembler = await wabt();
  const parsed = assembler.parseWat('kernel.wat', source, features);
  try {
    parsed.validate();
    const binary = Buffer.from(parsed.toBinary({}).buffer).toString('base64');
    return [
      '/** kernel.wat, assembled: `npm run kernel` writes this file. */',
      'export const KERNEL_BASE64 =',
      `  '${binary}';`,
      '',
    ].join('\n');
  } finally {
    parsed.destroy();
  }
}
