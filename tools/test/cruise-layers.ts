import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

export interface LayersReport {
  /** Files of ours that were read. */
  readonly moduleCount: number;
  /** `rule: from → to`, one per import that the table forbids. */
  readonly violations: readonly string[];
}

const RULES_FILE = fileURLToPath(new URL('../../.dependency-cruiser.cjs', import.meta.url));
const TS_CONFIG_FILE = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

/** Holds every import below `folders` against the table of docs/architecture.md.
 * @param baseDir - absolute; the table's paths start here.
 * @throws when no module was seen: a checker that sees nothing finds nothing wrong. */
export async function cruiseLayers(baseDir: string, folders: readonly string[]): Promise<LayersReport> {
  const options = await extractDepcruiseOptions(RULES_FILE);
  const { output } = await cruise([...folders], { ...options, baseDir, validate: true }, undefined, {
    tsConfig: extractTSConfig(TS_CONFIG_FILE),
  });
  if (typeof output === 'string') throw new TypeError('dependency-cruiser answered with text');
  return report(output);
}

function report({ modules, summary }: ICruiseResult): LayersReport {
  const moduleCount = modules.filter(({ source }) => !source.includes('node_modules/')).length;
  if (moduleCount === 0) throw new Error('dependency-cruiser saw no modules');
  const violations = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return { moduleCount, violations };
}
