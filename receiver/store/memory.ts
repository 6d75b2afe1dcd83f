import { eq } from 'drizzle-orm';
import type { Database } from './database.js';
import { memory } from './schema.js';

/** What the receiver remembers under this name; null when nothing. */
export async function recall(database: Database, name: string): Promise<string | null> {
  const [row] = await database.select().from(memory).where(eq(memory.name, name)).limit(1);
  return row?.value ?? null;
}

export async function remember(database: Database, name: string, value: string): Promise<void> {
  await database
    .insert(memory)
    .values({ name, value })
    .onConflictDoUpdate({ target: memory.name, set: { value } });
}
