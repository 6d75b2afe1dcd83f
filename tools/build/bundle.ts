import { type InputOptions, type OutputOptions, type RolldownLog, rolldown } from 'rolldown';

/** `'use client'` is a statement that Rolldown does not know and keeps; a module that is also imported statically is
 * there already when it is imported dynamically; the loaders of the WebAssembly files use `eval` outside browsers only. */
const HARMLESS = ['MODULE_LEVEL_DIRECTIVE', 'INEFFECTIVE_DYNAMIC_IMPORT', 'EVAL'];

/** Bundles TypeScript whose relative imports end in `.js`.
 * @throws on any warning: an import that is not found would otherwise only fail in the user's page. */
export async function bundle(input: InputOptions, output: OutputOptions): Promise<void> {
  const warnings: RolldownLog[] = [];
  const bundled = await rolldown({
    ...input,
    resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
    onLog: (level, log) => {
      if (level === 'warn' && !HARMLESS.includes(log.code ?? '')) warnings.push(log);
    },
  });
  try {
    await bundled.write({ format: 'esm', ...output });
  } finally {
    await bundled.close();
  }
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('\n'));
}
