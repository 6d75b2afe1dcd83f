import { resolve } from 'node:path';
import ts from 'typescript';
import type { Door } from './extract.js';
import { COMMON_OPTIONS, faultsOf, hostOf } from './held-sources.js';

/** Whoever looks an export up finds one use of it that compiles: each function, class and constant of a door has an `@example`. */

export interface ExampleFindings {
  /** How many there are. */
  readonly count: number;
  readonly faults: readonly string[];
}

interface Exported {
  readonly name: string;
  /** Null where it has none. */
  readonly code: string | null;
}

function isTypeOnly(exported: ts.Symbol): boolean {
  const declarations = exported.declarations ?? [];
  return declarations.some(
    (one) => ts.isExportSpecifier(one) && (one.isTypeOnly || one.parent.parent.isTypeOnly),
  );
}

function exportedValues(program: ts.Program, file: string): readonly Exported[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const door = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (door === undefined) throw new Error(`${file} exports nothing`);
  return checker.getExportsOfModule(door).flatMap((exported) => {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
    if ((symbol.flags & ts.SymbolFlags.Value) === 0 || isTypeOnly(exported)) return [];
    const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'example');
    return [{ name: exported.name, code: tag === undefined ? null : ts.displayPartsToString(tag.text) }];
  });
}

/** What the examples take for granted of a host's own page or server. */
const HOST = `
declare function save(text: string): void;
declare function goOn(way: string): void;
declare function draw(state: unknown): void;
declare function count(...measured: readonly unknown[]): void;
declare const error: unknown;
declare const seller: { readonly pseudonym: string };
declare const asked: import('candor/testing').GenuineOptions;
declare const app: import('hono').Hono;
declare const context: import('hono').Context;
declare const token: string;
declare const receiver: import('candor/receiver').Receiver;
declare const envelope: import('candor/receiver').Envelope;
declare const keyring: import('candor/receiver').Keyring;
declare const session: import('candor/receiver').ClaimedSession & { readonly sessionId: string };
declare const terms: import('candor/receiver').Terms;
declare const notice: import('candor/receiver').Notice;
declare const act: import('candor/receiver').ConsentAct;
declare const alternatives: readonly import('candor/receiver').Alternative[];
declare const record: import('candor/receiver').ConsentRecord;
`;

/** A module around the example: what it names of its door is imported, and what it awaits may be awaited. */
function moduleOf(
  door: Door,
  { name, code }: { readonly name: string; readonly code: string },
  names: readonly string[],
): string {
  const used = names.filter((one) => one === name || new RegExp(`\\b${one}\\b`).test(code));
  const lines = code.split('\n');
  const own = lines.filter((line) => line.startsWith('import '));
  const rest = lines.filter((line) => !line.startsWith('import '));
  return [
    `import { ${used.join(', ')} } from '${door.specifier}';`,
    ...own,
    'export async function example(): Promise<unknown> {',
    ...rest,
    'return undefined; }',
  ].join('\n');
}

const OPTIONS: ts.CompilerOptions = {
  ...COMMON_OPTIONS,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  allowUnreachableCode: true,
};

/** Reads the built declarations of each door and compiles each example against the package, as it imports itself.
 * @param root - the package's, absolute. */
export function findExamples(root: string, doors: readonly Door[]): ExampleFindings {
  const files = doors.map(({ types }) => resolve(root, types));
  const program = ts.createProgram(files, OPTIONS);
  const faults: string[] = [];
  const modules = new Map<string, string>();
  for (const [index, door] of doors.entries()) {
    const values = exportedValues(program, files[index] ?? '');
    const names = values.map(({ name }) => name);
    for (const { name, code } of values) {
      const path = resolve(root, `example of ${door.name}.${name}.tsx`);
      if (code === null) faults.push(`${door.specifier}: ${name} has no @example`);
      else modules.set(path, moduleOf(door, { name, code }, names));
    }
  }
  const held = { root, sources: modules, declared: HOST, options: OPTIONS };
  const { host, files: all } = hostOf(held);
  faults.push(...faultsOf(ts.createProgram(all, OPTIONS, host), held));
  return { count: modules.size, faults };
}
