import { readFileSync, writeFileSync } from 'node:fs';
import { type LockedPackages, missingOptionalPackages } from './optional-packages.js';

/** `npm run lockfile`, after a change of dependencies: adds what npm left out of package-lock.json. */
const FILE = 'package-lock.json';

const lock: { packages: LockedPackages } = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = missingOptionalPackages(lock.packages);
const inOrder = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries(inOrder) }, null, 2)}\n`);
console.log(`${Object.keys(missing).length} optional packages added to ${FILE}`);
