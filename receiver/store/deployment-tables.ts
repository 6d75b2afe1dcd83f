import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.js';
import type { AuditDetail, AuditKind } from './kinds.js';

/** What the receivers of a deployment share besides the sellers: their log, secrets, counts and memory. */

/** What happened, without who: survives withdrawal and deletion. Each row holds the hash of the one before, so that none
 * can be altered or taken out of the middle unseen. */
export const auditLog = pgTable(
  'audit_log',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    kind: text('kind').$type<AuditKind>().notNull(),
    /** A verification id, a case id or another name of what it happened to. */
    about: text('about').notNull(),
    details: jsonb('details').$type<Readonly<Record<string, AuditDetail>>>().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_log_about').on(table.about), index('audit_log_at').on(table.at)],
);

/** What the receivers of a deployment share, where it is kept here: wrapped by a master key that is not. */
export const deploymentSecrets = pgTable('deployment_secrets', {
  name: text('name').primaryKey(),
  masterKeyId: text('master_key_id').notNull(),
  wrapped: bytea('wrapped').notNull(),
});

/** The keys of templates, where they are kept here: wrapped by a master key that is not. */
export const keySlots = pgTable('key_slots', {
  slotId: text('slot_id').primaryKey(),
  masterKeyId: text('master_key_id').notNull(),
  wrapped: bytea('wrapped').notNull(),
  madeAt: instant('made_at').notNull().defaultNow(),
});

/** How many POSTs came from where in one minute. `client` is a keyed hash. */
export const postCounts = pgTable(
  'post_counts',
  {
    client: text('client').notNull(),
    minute: integer('minute').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.client, table.minute] }),
    index('post_counts_minute').on(table.minute),
  ],
);

/** What the receiver remembers of itself: which keys it works with, and when it last lived. */
export const memory = pgTable('receiver_memory', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
