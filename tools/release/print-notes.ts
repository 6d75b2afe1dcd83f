import { readFileSync } from 'node:fs';
import { packageJson, ROOT } from '../build/root.js';
import { releaseNotes } from './notes.js';

/** `npm run release:notes -- v0.1.0`: what the page of the release with that tag says. In CI its links lead to the repository. */

const [tag = `v${packageJson.version}`] = process.argv.slice(2);
const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
const base = server === undefined || repository === undefined ? '' : `${server}/${repository}/blob/${tag}/`;

try {
  console.log(releaseNotes(readFileSync(`${ROOT}CHANGELOG.md`, 'utf8'), tag.replace(/^v/, ''), base));
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
}
