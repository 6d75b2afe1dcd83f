/** The packages that the receiver needs and that installing Candor does not bring, because a page needs none of them. */

const ALWAYS = ['hono', '@hono/node-server', 'drizzle-orm'] as const;

/** @param databaseUrl - as in the environment: absent or `memory://` is PGlite. */
export function neededPackages(databaseUrl: string | undefined): readonly string[] {
  return [...ALWAYS, /^postgres(ql)?:/.test(databaseUrl ?? '') ? 'pg' : '@electric-sql/pglite'];
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
