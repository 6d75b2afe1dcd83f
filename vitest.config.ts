import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  // The examples name the package, which is not built for these tests.
  resolve: { alias: { 'candor/receiver': fileURLToPath(new URL('receiver/index.ts', import.meta.url)) } },
  test: {
    include: ['{src,receiver,shares,tools,bench,demo,e2e,evaluation,examples}/**/*.test.{ts,tsx}'],
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
    // Cryptography, PGlite and rendering on two shared cores; no test asserts a duration.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One more than the processors of the smallest machine: some tests wait, for processes and for time to pass.
    maxWorkers: 3,
    // Each file opens databases of its own for a few seconds: what V8 spends on optimizing their WebAssembly does not come back.
    execArgv: ['--liftoff-only'],
  },
});
