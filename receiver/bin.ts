#!/usr/bin/env node
import { asksForHelp, HELP } from './help.js';
import { missingHere } from './missing-here.js';

/** `candor-receiver` as it is installed. Imports nothing that Candor does not bring, so that it can say what is missing. */

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

const args = process.argv.slice(2);
const missing = await missingHere(args, process.env, isInstalled);
if (asksForHelp(args)) {
  process.stdout.write(HELP);
} else if (missing === null) {
  await import('./cli.js');
} else {
  process.stderr.write(missing);
  process.exitCode = 1;
}
