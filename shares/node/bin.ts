#!/usr/bin/env node
import { asksForHelp, HELP } from './help.js';
import { neededPackage } from './needed-package.js';

/** `candor-share-node` as it is installed. Imports nothing that Candor does not bring, so that it can say what is missing. */

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

const args = process.argv.slice(2);
if (asksForHelp(args)) {
  process.stdout.write(HELP);
} else {
  const needed = await neededPackage(args);
  if (needed === null || isInstalled(needed)) {
    await import('./cli.js');
  } else {
    process.stderr.write(
      `candor-share-node: not installed: ${needed}. Install with: npm install ${needed}\n`,
    );
    process.exitCode = 1;
  }
}
