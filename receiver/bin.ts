#!/usr/bin/env node
import { chooseCommand } from './commands/commands.js';
import { asksForHelp, HELP } from './help.js';
import { missingPackages, neededPackages } from './peers.js';

/** `candor-receiver` as it is installed. Imports nothing that Candor does not bring, so that it can say what is missing. */

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** What has to be installed first, in one line; null when nothing has. */
function whatIsMissing(args: readonly string[]): string | null {
  try {
    const { needs } = chooseCommand(args);
    return needs === 'nothing'
      ? null
      : missingPackages(neededPackages(process.env.DATABASE_URL), isInstalled);
  } catch {
    // The command itself says what is wrong with its words.
    return null;
  }
}

const args = process.argv.slice(2);
const missing = whatIsMissing(args);
if (asksForHelp(args)) {
  process.stdout.write(HELP);
} else if (missing === null) {
  await import('./cli.js');
} else {
  process.stderr.write(missing);
  process.exitCode = 1;
}
