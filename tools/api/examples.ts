import { resolve } from 'node:path';
import ts from 'typescript';
import { DECLARATION_OPTIONS, type DoorExport } from './door-exports.js';
import type { Door } from './extract.js';
import { faultsOf, hostOf } from './held-sources.js';

/** Whoever looks an export up finds one use of it that compiles: each function, class and constant of a door has an `@example`. */

export interface ExampleFindings {
  /** How many there are. */
  readonly count: number;
  readonly faults: readonly string[];
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

/** Compiles each example against the package, as it imports itself.
 * @param root - the package's, absolute.
 * @param exported - what each door exports, by its specifier. */
export function findExamples(
  root: string,
  doors: readonly Door[],
  exported: ReadonlyMap<string, readonly DoorExport[]>,
): ExampleFindings {
  const faults: string[] = [];
  const modules = new Map<string, string>();
  for (const door of doors) {
    const values = (exported.get(door.specifier) ?? []).filter(({ isValue }) => isValue);
    const names = values.map(({ name }) => name);
    for (const { name, tags } of values) {
      const path = resolve(root, `example of ${door.name}.${name}.tsx`);
      const code = tags.find((tag) => tag.name === 'example')?.text;
      if (code === undefined) faults.push(`${door.specifier}: ${name} has no @example`);
      else modules.set(path, moduleOf(door, { name, code }, names));
    }
  }
  const held = { root, sources: modules, declared: HOST, options: DECLARATION_OPTIONS };
  const { host, files } = hostOf(held);
  faults.push(...faultsOf(ts.createProgram(files, DECLARATION_OPTIONS, host), held));
  return { count: modules.size, faults };
}
