import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

/** The package that the command needs and that Candor does not bring: the database's. Null where it needs none.
 * @param args - as they were typed. */
export async function neededPackage(args: readonly string[]): Promise<'pg' | '@electric-sql/pglite' | null> {
  const [command] = args;
  if (command === 'init' || command === 'certificate') return null;
  return (await namesPostgres(args)) ? 'pg' : '@electric-sql/pglite';
}

/** What is wrong with a configuration is said when the node starts. */
async function namesPostgres(args: readonly string[]): Promise<boolean> {
  const options = { config: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options, strict: false });
  if (typeof values.config !== 'string') return false;
  try {
    return JSON.parse(await readFile(values.config, 'utf8'))?.database?.kind === 'postgres';
  } catch {
    return false;
  }
}
