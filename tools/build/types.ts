import { spawn } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { packageJson, ROOT } from './root.js';

const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** Writes the doors' declarations, and those that they refer to, to `folder`/types.
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
  await keepReachable(folder);
}

/** The compiler writes a declaration for every source that a door needs to run. Of those, a user's compiler reads only
 * what the doors' types refer to. */
async function keepReachable(folder: string): Promise<void> {
  const doors = Object.values(packageJson.exports).flatMap((door) =>
    typeof door === 'string' ? [] : [door.types],
  );
  const reached = new Set<string>();
  const left = doors
    .map((path) => join(folder, path.replace('./dist/', '')))
    .filter((path) => path.includes('/types/'));
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const { importedFiles } = ts.preProcessFile(await readFile(path, 'utf8'));
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith('.')) left.push(join(dirname(path), fileName.replace(/\.js$/, '.d.ts')));
    }
  }
  const written = await readdir(join(folder, 'types'), { recursive: true, withFileTypes: true });
  for (const entry of written) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(path)) await rm(path);
  }
}
