import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface PackageJson {
  readonly version: string;
  /** Not known yet. */
  readonly repository?: { readonly url: string };
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
}

/** Of this package. Its shape is npm's own. */
export const packageJson: PackageJson = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

/** What whoever installs the package has: everything else must be inside what is built. */
export const INSTALLED: readonly string[] = Object.keys({
  ...packageJson.dependencies,
  ...packageJson.peerDependencies,
});

/** `react` of `react/jsx-runtime`, `@hono/node-server` of itself. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
