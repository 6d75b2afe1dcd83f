import { existsSync } from 'node:fs';
import { cruiseLayers } from './cruise-layers.js';

const folders = [
  'src',
  'receiver',
  'shares',
  'tools',
  'demo',
  'e2e',
  'bench',
  'evaluation',
  'examples',
].filter((name) => existsSync(name));

const { moduleCount, violations } = await cruiseLayers(process.cwd(), folders);
for (const violation of violations) console.error(violation);
console.log(`${moduleCount} modules, ${violations.length} imports against docs/architecture.md`);
process.exitCode = violations.length === 0 ? 0 : 1;
