import { relative, resolve } from 'node:path';
import ts from 'typescript';

/** Sources that need not be on the disk, for the compiler. */

/** What a page's or a server's newest compiler takes, of either kind of module. */
export const COMMON_OPTIONS = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
} satisfies ts.CompilerOptions;

export interface HeldSources {
  /** The package's root, absolute. */
  readonly root: string;
  /** What is judged: text by absolute path. */
  readonly sources: ReadonlyMap<string, string>;
  /** Declarations that they take for granted. */
  readonly declared: string;
  readonly options: ts.CompilerOptions;
}

/** A compiler host that finds the held sources before the disk's. */
export function hostOf({ root, sources, declared, options }: HeldSources): {
  readonly host: ts.CompilerHost;
  readonly files: readonly string[];
} {
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  const held = new Map([...sources, [resolve(root, 'taken for granted.d.ts'), declared]]);
  host.fileExists = (path) => held.has(path) || fileExists(path);
  host.readFile = (path) => held.get(path) ?? readFile(path);
  host.getCurrentDirectory = () => root;
  return { host, files: [...held.keys()] };
}

/** @returns the compiler's words on each of the sources. */
export function faultsOf(program: ts.Program, { root, sources }: HeldSources): readonly string[] {
  return [...sources.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(
      ({ messageText }) => `${relative(root, path)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}
