import { readFileSync } from 'node:fs';
import { packageJson, ROOT } from '../build/root.js';
import { releaseFaults } from './faults.js';

/** `npm run release:check -- v0.1.0`: whether this commit may be released under that tag. */

const [tag = null] = process.argv.slice(2);
const { version, repository } = packageJson;
const changelog = readFileSync(`${ROOT}CHANGELOG.md`, 'utf8');
const faults = releaseFaults({ tag, version, repository: repository?.url, changelog });
for (const fault of faults) console.error(`release: ${fault}`);
if (faults.length === 0) console.log(`release: ${tag} may be released`);
else process.exitCode = 1;
