import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import type { Door } from './extract.js';
import { COMMON_OPTIONS, faultsOf, hostOf } from './held-sources.js';

/** The pages and servers of examples/, which are JavaScript, held against what the built doors export. */

/** TypeScript, which `npm run test:package` compiles; and a receiver that uses nothing of the package. */
const LEFT_OUT = ['signup-react/', 'own-receiver/bare-receiver.mjs'];

const OPTIONS: ts.CompilerOptions = {
  ...COMMON_OPTIONS,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowJs: true,
  checkJs: true,
  // As their writers have no types, what the compiler cannot know is any.
  strict: false,
};

/** What the examples have and this repository has not. */
const ELSEWHERE = `
declare module '*.css' {}
declare module '*.vue' { const component: unknown; export default component; }
declare module '@vitejs/plugin-vue' { const plugin: (options?: object) => import('vite').Plugin; export default plugin; }
declare module 'vue' { export function ref<T>(value: T): { value: T }; export function createApp(root: unknown): { mount(at: string): void }; }
declare module 'express' { const express: any; export default express; }
`;

/** Vue’s own compiler reads the rest of the file. */
function scriptOf(component: string): string {
  return /<script setup>([\s\S]*?)<\/script>/.exec(component)?.[1] ?? '';
}

/** Each source by the path under which it is compiled. */
function sourcesBelow(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /[.](?:mjs|jsx?|vue)$/.test(file) && !file.includes('node_modules'))
    .filter((file) => !LEFT_OUT.some((left) => file.startsWith(left)));
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return file.endsWith('.vue')
        ? [join(folder, `${file}.script.js`), scriptOf(text)]
        : [join(folder, file), text];
    }),
  );
}

/** A page without a bundler imports `./candor/NAME.js`, a copy of the package beside it. */
function doorIn(specifier: string, doors: readonly Door[]): Door | undefined {
  const copied = /^[.]\/candor\/(?<name>[\w-]+)[.]js$/.exec(specifier)?.groups?.name;
  return doors.find((door) => door.specifier === specifier || door.specifier === `candor/${copied}`);
}

/** @param root - the package's, absolute.
 * @returns how many sources were read, and the compiler's words on them. */
export function checkExampleFolders(
  root: string,
  doors: readonly Door[],
): { readonly count: number; readonly faults: readonly string[] } {
  const sources = sourcesBelow(resolve(root, 'examples'));
  const held = { root, sources, declared: ELSEWHERE, options: OPTIONS };
  const { host, files } = hostOf(held);
  host.resolveModuleNameLiterals = (literals, file) =>
    literals.map(({ text }) => {
      const door = doorIn(text, doors);
      if (door === undefined) return ts.resolveModuleName(text, file, OPTIONS, host);
      const resolvedFileName = resolve(root, door.types);
      return { resolvedModule: { resolvedFileName, extension: ts.Extension.Dts } };
    });
  return { count: sources.size, faults: faultsOf(ts.createProgram(files, OPTIONS, host), held) };
}
