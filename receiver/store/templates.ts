import { eq, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { Database } from './database.js';
import { templates } from './schema.js';
import { logTemplates } from './template-log.js';
import type { VerificationRow } from './verifications.js';

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

export type NewTemplate = Omit<InferInsertModel<typeof templates>, 'verificationId'>;

/** In the transaction that stores its verification, under the lock of the templates. */
export async function storeTemplate(
  transaction: Database,
  { verificationId, receivedAt }: Pick<VerificationRow, 'verificationId' | 'receivedAt'>,
  template: NewTemplate,
): Promise<void> {
  await transaction.insert(templates).values({ verificationId, ...template });
  await logTemplates(transaction, 'insert', [verificationId], receivedAt);
}
