#!/usr/bin/env node
import { chooseCommand } from './commands/commands.js';
import { findConfigFile } from './configuration/file.js';
import { asksForHelp, HELP } from './help.js';
import { missingPackages, NEEDED_ALWAYS, neededPackages } from './peers.js';

/** `candor-receiver` as it is installed. Imports nothing that Candor does not bring, so that it can say what is missing. */

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** A configuration file may name the database, and import the receiver: which one it is, is known once the rest is there. */
async function neededHere(args: readonly string[]): Promise<readonly string[]> {
  const isNamed = args.includes('--config') || Boolean(process.env.CANDOR_CONFIG);
  const hasFile = isNamed || (await findConfigFile(undefined)) !== null;
  return hasFile ? NEEDED_ALWAYS : neededPackages(process.env.DATABASE_URL, process.env.CANDOR_INDEX);
}

/** What has to be installed first, in one line; null when nothing has. */
async function whatIsMissing(args: readonly string[]): Promise<string | null> {
  try {
    if (chooseCommand(args).needs === 'nothing') return null;
  } catch {
    // The command itself says what is wrong with its words.
    return null;
  }
  return missingPackages(await neededHere(args), isInstalled);
}

const args = process.argv.slice(2);
const missing = await whatIsMissing(args);
if (asksForHelp(args)) {
  process.stdout.write(HELP);
} else if (missing === null) {
  await import('./cli.js');
} else {
  process.stderr.write(missing);
  process.exitCode = 1;
}
