import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const FOLDERS = [
  'src',
  'receiver',
  'shares',
  'tools',
  'bench',
  'demo',
  'e2e',
  'evaluation',
  'examples',
] as const;

/** A test file that cannot share a process with others: it has a document, which some packages look for once, when they are loaded,
 * or doubles of modules, or what it loads puts names on the globals. */
const WANTS_A_PROCESS =
  /@vitest-environment|\bvi\.(?:mock|doMock)\(|'(?:fake-indexeddb\/auto|onnxruntime-web)'/;
/** The same by what they import. */
const LOADS_A_RUNTIME = [
  'src/vision/worker/landmarks.test.ts',
  'src/vision/worker/memory-gl.test.ts',
  'tools/models/bring.test.ts',
];

function filesThatWantAProcess(): string[] {
  const root = fileURLToPath(new URL('.', import.meta.url));
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }),
  )
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules') && WANTS_A_PROCESS.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file));
}

const alone = [...filesThatWantAProcess(), ...LOADS_A_RUNTIME];

export default defineConfig({
  // The examples name the package, which is not built for these tests.
  resolve: { alias: { 'candor/receiver': fileURLToPath(new URL('receiver/index.ts', import.meta.url)) } },
  test: {
    // Those have a command of their own (`npm run test:machines`, `test:engines`, `test:shares`, `bench:receiver`).
    exclude: [
      ...configDefaults.exclude,
      '**/*.machines.test.ts',
      '**/*.engines.test.ts',
      '**/*.nodes.test.ts',
      '**/*.bench.test.ts',
      // A host's own, which names the built package: `npm run test:package` runs it.
      'examples/signup-react/**',
    ],
    environment: 'node',
    // Cryptography, PGlite and rendering beside browser tests, which come first (tools/test/lanes.ts); no test asserts a duration.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    // One more than the processors of the smallest machine: some tests wait, for processes and for time to pass.
    maxWorkers: 3,
    // Each file opens databases of its own for a few seconds: what V8 spends on optimizing their WebAssembly does not come back.
    execArgv: ['--liftoff-only'],
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: [`{${FOLDERS}}/**/*.test.{ts,tsx}`],
          exclude: alone,
          // A process for each file would load the same packages 350 times.
          isolate: false,
          setupFiles: 'tools/test/fresh-modules.ts',
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
