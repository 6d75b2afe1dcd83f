import { and, eq, ne } from 'drizzle-orm';
import type { Database } from './database.js';
import { memory } from './schema.js';

/** What the receiver remembers under this name; null when nothing. */
export async function recall(database: Database, name: string): Promise<string | null> {
  const [row] = await database.select().from(memory).where(eq(memory.name, name)).limit(1);
  return row?.value ?? null;
}

/** As {@link remember}; of several receivers that remember the same at once, one is told that it was another.
 * @returns whether it was another, or nothing. */
export async function rememberChange(database: Database, name: string, value: string): Promise<boolean> {
  const changed = await database
    .insert(memory)
    .values({ name, value })
    .onConflictDoUpdate({ target: memory.name, set: { value }, setWhere: ne(memory.value, value) })
    .returning({ name: memory.name });
  return changed.length > 0;
}

/** Does nothing where it remembers something else than `before`. */
export async function rememberInPlaceOf(
  database: Database,
  name: string,
  before: string,
  value: string,
): Promise<void> {
  const isBefore = and(eq(memory.name, name), eq(memory.value, before));
  await database.update(memory).set({ value }).where(isBefore);
}

export async function remember(database: Database, name: string, value: string): Promise<void> {
  await database
    .insert(memory)
    .values({ name, value })
    .onConflictDoUpdate({ target: memory.name, set: { value } });
}
