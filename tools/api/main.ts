import { readFileSync } from 'node:fs';
import { checkExampleFolders } from './example-folders.js';
import { findExamples } from './examples.js';
import { doorsOf, extract } from './extract.js';

/** `npm run api`: writes docs/api anew. `npm run api -- --check`: fails where it is not what the doors export, where a door
 * leaves out a type that its exports name, and where an export has no example, or one of these or of examples/ does not compile.
 * Needs `npm run build`. */
const isCheck = process.argv.includes('--check');
const root = process.cwd();
const doors = doorsOf(JSON.parse(readFileSync('package.json', 'utf8')));
const findings = extract(root, doors, !isCheck);
const { count, faults } = findExamples(root, doors);
const folders = checkExampleFolders(root, doors);
const all = [
  ...findings.flatMap(({ door, faults: found }) => found.map((fault) => `${door.specifier}: ${fault}`)),
  ...faults,
  ...folders.faults,
];
for (const fault of all) console.error(fault);
console.log(
  `${doors.length} doors, ${count} examples, ${folders.count} sources of examples/, ${all.length} faults`,
);
process.exitCode = all.length === 0 && doors.length > 0 ? 0 : 1;
