import { boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { ShareDeletionReceipt } from '../../src/core/record.js';
import { instant } from './columns.js';

/** What is known of templates that three operators keep (docs/three-operators.md): nothing of the face. */

/** - `pending`: the operators were, or are being, asked to store it; no verification stands behind it yet
 * - `stored`: with its verification
 * - `removing`: to be deleted by all three, of whom not all have said that they did
 * - `deleted`: all three have signed that they did */
export type SharedState = 'pending' | 'stored' | 'removing' | 'deleted';

/** An operator's receipt, which was checked when it came. */
export interface KeptReceipt {
  /** As it was called then. */
  readonly name: string;
  readonly receipt: ShareDeletionReceipt;
  readonly signature: string;
  /** With which it was checked: SPKI, base64url. Absent from what was kept before this was written down. */
  readonly receiptKey?: string;
}

export const sharedTemplates = pgTable(
  'shared_templates',
  {
    /** Drawn before the operators are asked: until it is stored there is no verification of this id. */
    verificationId: text('verification_id').primaryKey(),
    /** By what the operators know it: 32 hexadecimal digits, drawn at random. */
    templateId: text('template_id').notNull(),
    sessionId: text('session_id').notNull(),
    state: text('state').$type<SharedState>().notNull(),
    /** While it is pending: when whoever asks has given up for certain. Else null. */
    pendingUntil: instant('pending_until'),
    /** Whether a verification stands, or stood, behind it. */
    wasStored: boolean('was_stored').notNull().default(false),
    madeAt: instant('made_at').notNull(),
    /** Since when the operators are to delete it. */
    removingAt: instant('removing_at'),
    receipts: jsonb('receipts').$type<KeptReceipt[]>().notNull().default([]),
  },
  (table) => [
    index('shared_templates_template').on(table.templateId),
    index('shared_templates_session').on(table.sessionId),
    index('shared_templates_state').on(table.state, table.removingAt),
  ],
);
