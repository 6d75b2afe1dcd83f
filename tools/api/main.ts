import { readFileSync } from 'node:fs';
import { exportsOf } from './door-exports.js';
import { checkExampleFolders } from './example-folders.js';
import { findExamples } from './examples.js';
import { doorsOf, extract } from './extract.js';
import { writeReference } from './write-reference.js';

/** `npm run api`: writes docs/api anew, for each door its report and its page. `npm run api -- --check`: fails where one of them is not what
 * the doors export, where a door leaves out a type that its exports name, and where an export has no docstring or no example, or one of
 * the examples or of examples/ does not compile. Needs `npm run build`. */
const isCheck = process.argv.includes('--check');
const root = process.cwd();
const doors = doorsOf(JSON.parse(readFileSync('package.json', 'utf8')));
const exported = exportsOf(root, doors);
const reports = extract(root, doors, !isCheck);
const pages = doors.map((door) => ({
  door,
  faults: writeReference(root, door, exported.get(door.specifier) ?? [], !isCheck),
}));
const { count, faults } = findExamples(root, doors, exported);
const folders = checkExampleFolders(root, doors);
const ofDoors = [...reports, ...pages].flatMap(({ door, faults: found }) =>
  found.map((fault) => `${door.specifier}: ${fault}`),
);
const all = [...ofDoors, ...faults, ...folders.faults];
for (const fault of all) console.error(fault);
console.log(
  `${doors.length} doors, ${count} examples, ${folders.count} sources of examples/, ${all.length} faults`,
);
process.exitCode = all.length === 0 && doors.length > 0 ? 0 : 1;
