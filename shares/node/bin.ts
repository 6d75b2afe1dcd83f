#!/usr/bin/env node
import { asksForHelp, HELP } from './help.js';

/** `candor-share-node` as it is installed. Imports nothing that Candor does not bring, so that it can say what is missing. */

const DATABASE = '@electric-sql/pglite';

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

if (asksForHelp(process.argv.slice(2))) {
  process.stdout.write(HELP);
} else if (isInstalled(DATABASE)) {
  await import('./cli.js');
} else {
  process.stderr.write(
    `candor-share-node: not installed: ${DATABASE}. Install with: npm install ${DATABASE}\n`,
  );
  process.exitCode = 1;
}
