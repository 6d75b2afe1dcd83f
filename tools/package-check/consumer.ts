import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { command } from './command.js';

/** What a consumer has besides Candor: its peers, and what builds and tests the example. Linked from here, so that npm installs
 * nothing but Candor. */
const NEIGHBOURS = [
  ...Object.keys(packageJson.peerDependencies),
  '@types/react-dom',
  'vite',
  'vitest',
  'jsdom',
  '@testing-library/react',
  '@testing-library/dom',
];

/** Packs the package as `npm publish` would.
 * @returns the tarball's absolute path. */
export async function packPackage(folder: string): Promise<string> {
  await command('.', 'npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack made no tarball');
  return join(folder, tarball);
}

/** Installs tarballs and packages, and nothing that a user would not get with them. */
export async function installAlone(folder: string, ...wanted: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  await command(
    folder,
    'npm',
    'install',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--silent',
    ...wanted,
  );
}

/** Copies an example out of this repository and installs the tarball into it, as a user would. */
export async function installInto(example: string, folder: string, tarball: string): Promise<void> {
  await cp(resolve('examples', example), folder, { recursive: true });
  await installAlone(folder, tarball);
  await linkNeighbours(folder, NEIGHBOURS);
}

/** Puts packages of this repository beside what was installed. */
export async function linkNeighbours(folder: string, neighbours: readonly string[]): Promise<void> {
  for (const neighbour of neighbours) {
    const link = join(folder, 'node_modules', neighbour);
    await rm(link, { recursive: true, force: true });
    await mkdir(dirname(link), { recursive: true });
    await symlink(resolve('node_modules', neighbour), link);
  }
}

/** Puts the receiver's address where the example has the one of `npm start`. */
export async function pointAt(file: string, receiverUrl: string): Promise<void> {
  const source = await readFile(file, 'utf8');
  const pointed = source.replace('http://localhost:8787', receiverUrl);
  if (pointed === source) throw new Error(`${file} names no receiver`);
  await writeFile(file, pointed);
}
