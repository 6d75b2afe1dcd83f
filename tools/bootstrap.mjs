#!/usr/bin/env node
// What `npm start`, `npm test` and the other commands run first. Plain JavaScript without a dependency, because in a bare
// clone there is none: it installs what package-lock.json names, then runs the TypeScript entry in this same process, so
// that a signal reaches the servers and not a parent of theirs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ENTRIES = {
  start: 'tools/start/main.ts',
  test: 'tools/test/main.ts',
  models: 'tools/models/main.ts',
  build: 'tools/build/main.ts',
  'docs:demo': 'tools/docs/main.ts',
  'test:attacks': 'evaluation/attacks/main.ts',
  'bench:path': 'bench/path/main.ts',
  'bench:accuracy': 'bench/accuracy/main.ts',
  'bench:templates': 'evaluation/templates/main.ts',
  'bench:cost': 'bench/cost/main.ts',
  'report:liveness': 'evaluation/report/main.ts',
};
const OLDEST_NODE = [20, 19];
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} reason @returns {never} */
function giveUp(reason) {
  console.error(reason);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  giveUp(`Candor needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function lockedPackages(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
}

// By content, not by age: a checkout gives package-lock.json a new date without a new version in it.
function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const present = lockedPackages('node_modules/.package-lock.json');
  return Object.entries(lockedPackages('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

function install() {
  const startedAt = Date.now();
  console.log('Installing packages (npm ci), about half a minute …');
  const { npm_execpath: npm } = process.env;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm ? process.execPath : 'npm', npm ? [npm, ...args] : args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !npm && process.platform === 'win32',
  });
  if (status !== 0) giveUp('npm ci failed: its own words are above.');
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

checkNode();
const entry = ENTRIES[process.argv[2] ?? ''];
if (entry === undefined)
  giveUp(`usage: node tools/bootstrap.mjs ${Object.keys(ENTRIES).join('|')} [options]`);
if (!isInstalled()) install();
process.chdir(root);
// From here on the entry finds its own arguments where any program does.
process.argv.splice(1, 2, join(root, entry));
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(join(root, entry)).href);
