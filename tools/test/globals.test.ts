import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../build/root.js';

/** That a source knows the globals of the place where it runs, and no others (docs/architecture.md, "Where it runs"). */

type Project = 'page' | 'worker' | 'node';

function configOf(project: Project): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.${project}.json`, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
}

/** The compiler's words on `statement`, in a source that imports what the project is made of: a package could bring the
 * globals of another place with it. */
function faults(
  project: Project,
  file: string,
  roots: readonly string[],
  statement: string,
): readonly string[] {
  const { options } = configOf(project);
  const path = join(ROOT, file);
  const source = [...roots.map((root) => `import '${root}';`), `export const probe = ${statement};`].join(
    '\n',
  );
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.readFile = (name) => (name === path ? source : readFile(name));
  const program = ts.createProgram([path], options, host);
  const probe = program.getSourceFile(path);
  return ts
    .getPreEmitDiagnostics(program, probe)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const PAGE = ['src/ui/probe.ts', ['../index.js', '../headless.js', '../element/element.js']] as const;
const WORKER = ['src/vision/worker/probe.ts', ['./entry.js', '../../outbox-worker.js']] as const;
const NODE = ['receiver/probe.ts', []] as const;

/** The name that the compiler does not know. */
function nameIn(said: string): string {
  return /Cannot find name '([^']+)'/.exec(said)?.[1] ?? said;
}

/** Everything that a forbidden name is asked of at once: one program of the whole project takes seconds. */
function all(...names: readonly string[]): string {
  return `[${names.join(', ')}]`;
}

describe('what a page knows', () => {
  it('has nothing of Node, and no module of it', () => {
    const names = [
      'process.env',
      'Buffer.from',
      'setImmediate',
      '__dirname',
      "import('node:fs')",
      'document',
    ];
    expect(faults('page', ...PAGE, all(...names)).map(nameIn)).toEqual([
      'process',
      'Buffer',
      'setImmediate',
      '__dirname',
      'node:fs',
    ]);
  });
});

describe('what a worker knows', () => {
  it('has nothing of a document, and nothing of Node', () => {
    const names = [
      'document.body',
      'window',
      'localStorage',
      'process.env',
      'Buffer.from',
      'OffscreenCanvas',
    ];
    const said = faults('worker', ...WORKER, all(...names));
    expect(said.map(nameIn)).toEqual(['document', 'window', 'localStorage', 'process', 'Buffer']);
  });
});

describe('what Node knows', () => {
  it('has what the receiver needs', () => {
    expect(faults('node', ...NODE, all('process.env', 'Buffer.from'))).toEqual([]);
  });
});

describe('the sources', () => {
  it('are each looked at as those of a page or of a worker, but for what is of Node alone', () => {
    const looked = new Set(['page', 'worker'].flatMap((project) => configOf(project as Project).fileNames));
    const left = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /[.]tsx?$/.test(file) && !/[.](test|fixture)[.]tsx?$/.test(file))
      .filter((file) => !looked.has(join(ROOT, 'src', file)));
    expect(looked.size).toBeGreaterThan(300);
    expect(left.filter((file) => !file.startsWith('testing/'))).toEqual([]);
  });
});
