/** The packages that the receiver needs and that installing Candor does not bring, because a page needs none of them. */

export const NEEDED_ALWAYS = ['hono', '@hono/node-server', 'drizzle-orm'] as const;

/** What PGlite needs for the index `pgvector`. */
export const PGLITE_PGVECTOR = '@electric-sql/pglite-pgvector';

/** @param databaseUrl - as in the environment: absent or `memory://` is PGlite.
 * @param index - as in the environment. */
export function neededPackages(
  databaseUrl: string | undefined,
  index: string | undefined,
): readonly string[] {
  if (/^postgres(ql)?:/.test(databaseUrl ?? '')) return [...NEEDED_ALWAYS, 'pg'];
  const extension = index === 'pgvector' ? [PGLITE_PGVECTOR] : [];
  return [...NEEDED_ALWAYS, '@electric-sql/pglite', ...extension];
}

/** Runs an import, and says what to install where a package is missing.
 * @throws Error with {@link missingPackages}' words */
export async function importing<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing || !thrown.message.includes(`'${name}'`)) throw thrown;
    throw new Error(`not installed: ${name}. Install with: npm install ${name}`);
  }
}

/** One line for whoever typed the command; null when nothing is missing. */
export function missingPackages(
  needed: readonly string[],
  isInstalled: (name: string) => boolean,
): string | null {
  const missing = needed.filter((name) => !isInstalled(name));
  if (missing.length === 0) return null;
  return `candor-receiver: not installed: ${missing.join(', ')}. Install with: npm install ${missing.join(' ')}\n`;
}
