#!/usr/bin/env node
import { USAGE } from './cli-options.js';
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

const missing = missingPackages(neededPackages(process.env.DATABASE_URL), isInstalled);
if (process.argv.includes('--help')) {
  process.stdout.write(USAGE);
} else if (missing === null) {
  await import('./cli.js');
} else {
  process.stderr.write(missing);
  process.exitCode = 1;
}
