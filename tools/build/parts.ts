import { dirname, posix } from 'node:path';
import ts from 'typescript';

/** A part that is fetched later is fetched again, under another address, when it arrives broken (`src/core/later.ts`). What it
 * imports in its turn keeps its address, and a browser keeps a broken script for as long as the page lives: so a part may need
 * only what its door has already. */

interface Module {
  readonly needs: readonly string[];
  readonly parts: readonly string[];
}

/** Modules by their path. */
export type Modules = ReadonlyMap<string, Module>;

export function moduleOf(path: string, text: string): Module {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const near = (specifiers: readonly string[]): readonly string[] =>
    specifiers.filter((name) => name.startsWith('.')).map((name) => posix.join(dirname(path), name));
  return { needs: near(source.statements.flatMap(importedBy)), parts: near(partsIn(source)) };
}

function importedBy(statement: ts.Statement): readonly string[] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
  const { moduleSpecifier } = statement;
  return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? [moduleSpecifier.text] : [];
}

function partsIn(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isCallExpression(inner) && inner.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = inner.arguments;
      if (specifier !== undefined && ts.isStringLiteralLike(specifier)) found.push(specifier.text);
    }
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

/** What a module needs before it can run, itself included. */
function closureOf(modules: Modules, path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const needed of modules.get(path)?.needs ?? []) closureOf(modules, needed, found);
  return found;
}

/** @param door - its path. @returns a line for each part, however deep, that needs what the door does not have. */
export function partFaultsOf(modules: Modules, door: string): readonly string[] {
  const atHand = closureOf(modules, door);
  const faults: string[] = [];
  const seen = new Set(atHand);
  const open = [...atHand];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const part of modules.get(path)?.parts ?? []) {
      const needed = [...closureOf(modules, part)].filter((need) => need !== part && !atHand.has(need));
      faults.push(...needed.map((need) => `${part}, fetched later by ${door}, needs ${need}`));
      for (const next of closureOf(modules, part)) if (!seen.has(next)) open.push(next);
      for (const next of closureOf(modules, part)) seen.add(next);
    }
  }
  return [...new Set(faults)];
}
