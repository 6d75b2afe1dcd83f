import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ENTRY = `${ROOT}bundle-exports-entry.ts`;

/** One module with the named exports of single source files, so that a browser test can try a stage by itself.
 * @param exports - name → path from the repository's root. */
export async function bundleExports(exports: Readonly<Record<string, string>>): Promise<string> {
  const lines = Object.entries(exports).map(([name, path]) => `export { ${name} } from './${path}';`);
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'browser',
    // MediaPipe's loader asks for a module of Node's where a browser never gets to.
    external: /^node:/,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? lines.join('\n') : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return output[0].code;
}
