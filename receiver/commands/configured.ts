import { type CliOptions, readCliOptions, USAGE } from '../cli-options.js';
import { checkOptions, type ReceiverConfig } from '../options.js';
import type { Invocation } from './command.js';

export interface Configured {
  readonly options: CliOptions;
  readonly config: ReceiverConfig;
}

/** The configuration that a command shares with `start`; null, and help printed, when that was asked for.
 * @throws {@link ReceiverOptionError} */
export async function configured(
  { env, print }: Pick<Invocation, 'env' | 'print'>,
  args: readonly string[],
  help: string,
): Promise<Configured | null> {
  const options = await readCliOptions(args, env, 'usual');
  if (options === null) {
    print(`${help}\n${USAGE}`);
    return null;
  }
  return { options, config: checkOptions(options.receiver, env.NODE_ENV === 'production') };
}

/** Takes `--name VALUE` or `--name=VALUE` out of the arguments. */
export function takeFlag(
  args: readonly string[],
  name: string,
): { readonly value: string | undefined; readonly rest: readonly string[] } {
  const joined = args.findIndex((arg) => arg.startsWith(`--${name}=`));
  if (joined >= 0) {
    return { value: args[joined]?.slice(name.length + 3), rest: args.toSpliced(joined, 1) };
  }
  const index = args.indexOf(`--${name}`);
  return index < 0
    ? { value: undefined, rest: args }
    : { value: args[index + 1], rest: args.toSpliced(index, 2) };
}
