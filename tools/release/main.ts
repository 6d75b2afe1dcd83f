import { readFileSync } from 'node:fs';
import { ROOT } from '../build/root.js';
import { releaseFaults } from './faults.js';

/** `npm run release:check -- v0.1.0`: whether this commit may be released under that tag. */

interface Described {
  readonly version: string;
  readonly repository?: string | { readonly url: string };
}

const read = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');
const [tag = ''] = process.argv.slice(2);
const { version, repository }: Described = JSON.parse(read('package.json')); // its shape is npm's own
const address = typeof repository === 'object' ? repository.url : repository;

const faults = releaseFaults({ tag, version, repository: address, changelog: read('CHANGELOG.md') });
for (const fault of faults) console.error(`release: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
