import { resolve } from 'node:path';
import ts from 'typescript';
import type { Door } from './extract.js';
import { COMMON_OPTIONS } from './held-sources.js';

/** What each door exports, with the words that stand above it, as the compiler reads them of the built declarations. */

export interface DoorExport {
  readonly name: string;
  /** Can be called, constructed or read; not a type alone. */
  readonly isValue: boolean;
  /** Without the tags; empty where there is none. */
  readonly docstring: string;
  readonly tags: readonly DocTag[];
  readonly declarations: readonly ts.Declaration[];
}

export interface DocTag {
  /** Without the `@`. */
  readonly name: string;
  readonly text: string;
}

export const DECLARATION_OPTIONS: ts.CompilerOptions = {
  ...COMMON_OPTIONS,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  allowUnreachableCode: true,
};

function isTypeOnly(exported: ts.Symbol): boolean {
  const declarations = exported.declarations ?? [];
  return declarations.some(
    (one) => ts.isExportSpecifier(one) && (one.isTypeOnly || one.parent.parent.isTypeOnly),
  );
}

/** The compiler takes `@throws {@link Name} …` for two tags: what a link begins is part of the one before it. */
function tagsOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly DocTag[] {
  const tags: DocTag[] = [];
  for (const { name, text } of symbol.getJsDocTags(checker)) {
    const words = ts.displayPartsToString(text);
    const before = name === 'link' ? tags.pop() : undefined;
    tags.push(
      before === undefined ? { name, text: words } : { ...before, text: `${before.text}@link ${words}` },
    );
  }
  return tags;
}

function readExport(exported: ts.Symbol, checker: ts.TypeChecker): DoorExport {
  const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
  const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
  return {
    name: exported.name,
    isValue: (symbol.flags & ts.SymbolFlags.Value) !== 0 && !isTypeOnly(exported),
    docstring: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    tags: tagsOf(symbol, checker),
    declarations: symbol.declarations ?? [],
  };
}

/** @param root - the package's, absolute.
 * @returns what each door exports, by its specifier.
 * @throws naming a file of declarations that exports nothing. */
export function exportsOf(root: string, doors: readonly Door[]): ReadonlyMap<string, readonly DoorExport[]> {
  const fileOf = ({ types }: Door): string => resolve(root, types);
  const program = ts.createProgram(doors.map(fileOf), DECLARATION_OPTIONS);
  const checker = program.getTypeChecker();
  return new Map(
    doors.map((door) => {
      const source = program.getSourceFile(fileOf(door));
      const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
      if (module === undefined) throw new Error(`${fileOf(door)} exports nothing`);
      return [
        door.specifier,
        checker.getExportsOfModule(module).map((exported) => readExport(exported, checker)),
      ];
    }),
  );
}
