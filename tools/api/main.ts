import { readFileSync } from 'node:fs';
import { doorsOf, extract } from './extract.js';

/** `npm run api`: writes docs/api anew. `npm run api -- --check`: fails where it is not what the doors export, and where a door
 * leaves out a type that its exports name. Needs `npm run build`. */
const isCheck = process.argv.includes('--check');
const root = process.cwd();
const doors = doorsOf(JSON.parse(readFileSync('package.json', 'utf8')));
const findings = doors.map((door) => extract(root, door, !isCheck));
for (const { door, faults } of findings)
  for (const fault of faults) console.error(`${door.specifier}: ${fault}`);
const count = findings.reduce((sum, { faults }) => sum + faults.length, 0);
console.log(`${doors.length} doors, ${count} faults`);
process.exitCode = count === 0 && doors.length > 0 ? 0 : 1;
