import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { ROOT } from './root.js';

const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** Writes the doors' declarations to `folder`/types.
 * @throws with the compiler's words when the sources do not type-check. */
export async function buildTypes(folder: string): Promise<void> {
  const args = [TSC, '-p', `${ROOT}tsconfig.build.json`, '--outDir', `${folder}/types`, '--pretty', 'false'];
  const compiler = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  compiler.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    compiler.once('error', reject);
    compiler.once('close', resolve);
  });
  if (status !== 0) throw new Error(`tsc:\n${said}`);
}
