import { createReceiver, readCliOptions, serve } from '../../receiver/index.js';
import type { Sum } from '../test/counts.js';

/** One thing that a user of the package does, as a check of its own. */
export interface Check<Scene> {
  readonly name: string;
  run(scene: Scene): Promise<unknown>;
}

export type Serving = Awaited<ReturnType<typeof serve>>;

/** A receiver for consumers' pages, which keeps nothing. */
export async function startReceiver(folder: string): Promise<Serving> {
  const options = await readCliOptions(['--data', folder], { RECEIVER_PORT: '0', DATABASE_URL: 'memory://' });
  if (options === null) throw new Error('these arguments do not ask for help');
  return serve(await createReceiver(options.receiver), options);
}

/** Runs them one after the other, also after one that fails. */
export async function runChecks<Scene>(checks: readonly Check<Scene>[], scene: Scene): Promise<Sum> {
  let failed = 0;
  for (const check of checks) if (!(await passes(check, scene))) failed += 1;
  return { passed: checks.length - failed, failed };
}

async function passes<Scene>({ name, run }: Check<Scene>, scene: Scene): Promise<boolean> {
  const startedAt = Date.now();
  const failure = await run(scene).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${failure === null ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (failure !== null) console.error(failure);
  return failure === null;
}
