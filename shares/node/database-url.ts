import { readFile } from 'node:fs/promises';
import { ShareError } from '../errors.js';
import type { Settings } from './config.js';

export type PostgresChoice = Extract<Settings['database'], { readonly kind: 'postgres' }>;

/** Where the PostgreSQL server is. It may hold a password: never in a message. Read anew for each connection, so a password may change.
 * @throws {@link ShareError} `shares.bad_input` naming the field. */
export async function databaseUrlOf(choice: PostgresChoice): Promise<string> {
  const { field, url } = await given(choice);
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new ShareError('shares.bad_input', { detail: `database.${field} holds no postgres:// URL` });
  return url;
}

async function given(choice: PostgresChoice): Promise<{ readonly field: string; readonly url: string }> {
  if ('url' in choice) return { field: 'url', url: choice.url };
  if ('urlVariable' in choice)
    return { field: 'urlVariable', url: process.env[choice.urlVariable]?.trim() ?? '' };
  const text = await readFile(choice.urlFile, 'utf8').catch((cause: unknown) => {
    throw new ShareError('shares.bad_input', { cause, detail: 'database.urlFile cannot be read' });
  });
  return { field: 'urlFile', url: text.trim() };
}
