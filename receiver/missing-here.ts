import { parseArgs } from 'node:util';
import { chooseCommand } from './commands/commands.js';
import { findConfigFile } from './configuration/file.js';
import { collect, flagsForParseArgs } from './configuration/given.js';
import { missingPackages, NEEDED_ALWAYS, neededPackages } from './peers.js';

/** What has to be installed before this command can run, in one line; null when nothing has. Imports nothing that Candor does not bring.
 * @param args - as they were typed, the command's words included. */
export async function missingHere(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  isInstalled: (name: string) => boolean,
): Promise<string | null> {
  const flags = flagsOf(args);
  return flags === null ? null : missingPackages(await neededHere(flags, env), isInstalled);
}

type Flags = Readonly<Record<string, unknown>>;

/** The flags of a command that needs packages; null for another, and for words that are no command: that says itself what is wrong. */
function flagsOf(given: readonly string[]): Flags | null {
  try {
    const { needs, args } = chooseCommand(given);
    return needs === 'nothing' ? null : settingsIn(args);
  } catch {
    return null;
  }
}

/** Flags that are none of the settings belong to the command, or it refuses them. */
function settingsIn(args: readonly string[]): Flags {
  const options = { ...flagsForParseArgs(), config: { type: 'string' } } as const;
  return parseArgs({ args: [...args], options, strict: false }).values;
}

/** A configuration file may name the database, and imports the receiver: which one it is, is known once the rest is there. */
async function neededHere(
  flags: Flags,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  const isNamed = flags.config !== undefined || Boolean(env.CANDOR_CONFIG);
  if (isNamed || (await findConfigFile(undefined)) !== null) return NEEDED_ALWAYS;
  const { databaseUrl, index } = collect(flags, env).given;
  return neededPackages(textOf(databaseUrl), textOf(index));
}

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' ? given : undefined;
}
