import { eq, type InferSelectModel } from 'drizzle-orm';
import type { Database } from './database.js';
import { templates } from './schema.js';

export async function findTemplate(
  database: Database,
  verificationId: string,
): Promise<InferSelectModel<typeof templates> | null> {
  const [row] = await database
    .select()
    .from(templates)
    .where(eq(templates.verificationId, verificationId))
    .limit(1);
  return row ?? null;
}
