import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from './command.js';
import { installAlone, linkNeighbours } from './consumer.js';

const DOCUMENT = 'docs/embedding.md';
const HEADING = '\n## Without React\n';
const COMMON = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM'],
  module: 'esnext',
  moduleResolution: 'bundler',
  types: [],
  strict: true,
  noEmit: true,
};

/** @throws where the section has no lines of TypeScript. */
async function documentedLines(): Promise<string> {
  const [, section = ''] = (await readFile(DOCUMENT, 'utf8')).split(HEADING);
  const lines = /```ts\n(?<lines>[\s\S]*?)```/.exec(section.split('\n## ', 1)[0] ?? '')?.groups?.lines;
  if (lines === undefined) throw new Error(`${DOCUMENT} has no TypeScript below ${HEADING.trim()}`);
  return lines;
}

/** A project without React compiles what the document says of the element: as most do, without looking into the declarations of packages, where
 * nothing but the tarball is installed; and with these looked into, beside `@types/react`.
 * @param compiler - its command.
 * @throws with what the compiler says. */
export async function expectPlainTypeScript(
  folder: string,
  tarball: string,
  compiler: string,
): Promise<void> {
  await installAlone(folder, tarball);
  const host = 'declare function save(verificationId: string): void;\nexport {};\n';
  await writeFile(join(folder, 'page.ts'), `${await documentedLines()}${host}`);
  await compile(folder, compiler, true);
  await linkNeighbours(folder, ['@types/react']);
  await compile(folder, compiler, false);
}

async function compile(folder: string, compiler: string, skipLibCheck: boolean): Promise<void> {
  const project = { compilerOptions: { ...COMMON, skipLibCheck }, include: ['page.ts'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
  await command(folder, compiler, '-p', '.');
}
