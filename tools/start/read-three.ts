import type { StartDemoOptions } from './start-demo.js';

const THREE = '--three';
/** Its own: a receiver that compares by itself and one that has three operators compare do not share a database. */
export const THREE_FOLDER = '.candor/receiver-three';

export interface StartArguments {
  /** What the receiver gets. */
  readonly args: readonly string[];
  readonly demo: Pick<StartDemoOptions, 'three'>;
}

/** What is ours among the arguments of `npm start`. With three operators the receiver's folder is another where none is named. */
export function readThree(
  given: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartArguments {
  if (!given.includes(THREE)) return { args: given, demo: {} };
  const args = given.filter((arg) => arg !== THREE);
  const hasFolder = args.some((arg) => /^--data(=|$)/.test(arg)) || Boolean(env.CANDOR_DATA);
  return { args: hasFolder ? args : [...args, '--data', THREE_FOLDER], demo: { three: {} } };
}
