import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Harness, startHarness } from '../testing/harness.fixture.js';
import { appendAudit, verifyAudit } from './audit-log.js';
import { auditLog } from './schema.js';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.context.database.delete(auditLog);
});
afterAll(() => harness.close());

const at = new Date('2025-11-22T10:00:00.000Z');

async function append(...abouts: readonly string[]): Promise<void> {
  await harness.context.database.transaction((transaction) =>
    appendAudit(
      transaction,
      abouts.map((about) => ({
        kind: 'received',
        about,
        at,
        details: { scopeSize: 3, share: 0.1, none: null },
      })),
    ),
  );
}

describe('the audit log', () => {
  it('is one chain over transactions, also of those that run at the same time', async () => {
    const { database } = harness.context;
    await Promise.all([append('a', 'b'), append('c'), append('d', 'e')]);
    expect(await verifyAudit(database)).toMatchObject({ kind: 'intact', rows: 5 });
  });

  it.each([
    ['another word', { kind: 'deleted' } as const],
    ['another time', { at: new Date(at.getTime() + 1) }],
    ['another detail', { details: { scopeSize: 4, share: 0.1, none: null } }],
    ['another hash', { hash: 'A'.repeat(43) }],
  ])('shows a row that was given %s', async (_, altered) => {
    const { database } = harness.context;
    await append('a', 'b', 'c');
    const [row] = await database.select().from(auditLog).where(eq(auditLog.about, 'b'));
    await database.update(auditLog).set(altered).where(eq(auditLog.about, 'b'));
    expect(await verifyAudit(database)).toEqual({ kind: 'broken', seq: row?.seq });
  });

  it('says whether a row still has a hash that was kept', async () => {
    const { database } = harness.context;
    await append('a');
    const kept = await verifyAudit(database);
    if (kept.kind !== 'intact') throw new Error('the chain is broken');
    await append('b');
    expect(await verifyAudit(database, kept.newestHash)).toMatchObject({ rows: 2, isExpectedThere: true });
    expect(await verifyAudit(database, 'A'.repeat(43))).toMatchObject({ isExpectedThere: false });
  });

  it('shows a row that was taken out', async () => {
    const { database } = harness.context;
    await append('a', 'b', 'c');
    const [row] = await database.delete(auditLog).where(eq(auditLog.about, 'b')).returning();
    expect(await verifyAudit(database)).toEqual({ kind: 'broken', seq: (row?.seq ?? 0) + 1 });
  });

  it('does not show rows missing at the end: the newest hash does', async () => {
    const { database } = harness.context;
    await append('a', 'b');
    const before = await verifyAudit(database);
    await database.delete(auditLog).where(eq(auditLog.about, 'b'));
    const after = await verifyAudit(database);
    expect(after.kind).toBe('intact');
    expect(after).not.toEqual(before);
  });
});
