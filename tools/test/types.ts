import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from '../build/root.js';

/** `npm run test:types`: every source under the globals of the place where it runs. A page has no `process`, a worker no
 * `document`; the tests, the receiver and the tools run in Node, and some of them hand functions to a page. */
export const PROJECTS = ['node', 'page', 'worker'] as const;

/** TypeScript 7, which takes a third of the processor time of 6. It has no interface for programs: what reads declarations, and the
 * build, whose declarations are published, use 6. */
const TSC = join(
  dirname(createRequire(import.meta.url).resolve('typescript-native/package.json')),
  'bin/tsc',
);

/** What the compiler knows of the last run is kept, so that the next one looks at what has changed. */
function compilerArguments(project: (typeof PROJECTS)[number]): readonly string[] {
  const known = `${ROOT}.cache/types-${project}.tsbuildinfo`;
  return [TSC, '-p', `${ROOT}tsconfig.${project}.json`, '--incremental', '--tsBuildInfoFile', known];
}

function compile(project: (typeof PROJECTS)[number]): Promise<boolean> {
  const compiler = spawn(process.execPath, compilerArguments(project), {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    compiler.once('error', reject);
    compiler.once('close', (status) => {
      if (status !== 0) console.error(`tsconfig.${project}.json: does not compile`);
      resolve(status === 0);
    });
  });
}

/** Side by side: the two small ones take no longer than the large one by itself. */
async function main(): Promise<void> {
  const compiled = await Promise.all(PROJECTS.map(compile));
  if (compiled.includes(false)) process.exitCode = 1;
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
