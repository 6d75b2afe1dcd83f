import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { findInCommits } from '../doctor/in-commits.js';
import { DATABASES, freshDatabase } from '../testing/databases.fixture.js';
import { startPostgresServer } from '../testing/postgres-server.fixture.js';
import { appendAudit, verifyAudit } from './audit-log.js';
import type { Database } from './database.js';
import { coolsUntil, recordFailure } from './failures.js';
import { migrationState } from './migration-state.js';
import { storeOptOut, sweepOptOuts } from './opt-outs.js';
import { auditLog } from './schema.js';
import { findSession, openSession, sweepSessions } from './sessions.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const now = new Date('2025-11-22T10:00:00.000Z');
const later = (durationMs: number): Date => new Date(now.getTime() + durationMs);

function open(database: Database, principal: string, max: number) {
  const session = {
    sessionId: randomUUID(),
    nonce: 'n',
    challenge: { id: 'c', steps: [] },
    noticeHash: 'h',
    locale: 'en',
    profile: 'standard' as const,
    subject: 'a subject with a ’ and a \\',
    groups: ['g'],
    openedAt: now,
    captureBy: later(1),
    submitBy: later(2),
  };
  return openSession(database, session, [{ principal, max, windowMs: 1_000 }]).then((opened) => ({
    ...session,
    kind: opened.kind,
  }));
}

describe.each(DATABASES)('the store on %s', (kind) => {
  let database: Database;
  beforeAll(async () => {
    ({ database } = await freshDatabase(kind));
  });

  it('has all migrations', async () => {
    expect(await migrationState(database)).toMatchObject({ pending: 0 });
  });

  it('gives back what was stored, times to the millisecond', async () => {
    const { kind: opened, ...session } = await open(database, 'one', 1);
    expect(opened).toBe('opened');
    expect(await findSession(database, session.sessionId)).toEqual({
      ...session,
      attemptsLeft: 0,
      verificationId: null,
      endedAt: null,
    });
  });

  it('lets no more through than there are attempts when all come at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => open(database, 'many', 5)));
    expect(all.filter((one) => one.kind === 'opened')).toHaveLength(5);
  });

  it('keeps the log one chain when many write at once', async () => {
    const append = (about: string) =>
      database.transaction((transaction) =>
        appendAudit(transaction, [{ kind: 'received', about, at: now, details: { share: 0.1, none: null } }]),
      );
    await Promise.all(Array.from({ length: 12 }, (_, index) => append(`v${index}`)));
    expect(await verifyAudit(database)).toMatchObject({ kind: 'intact', rows: 12 });
  });

  it('undoes a transaction that fails', async () => {
    const failing = database.transaction(async (transaction) => {
      await appendAudit(transaction, [{ kind: 'deleted', about: 'x', at: now }]);
      await transaction.execute(sql`select 1 / 0`);
    });
    await expect(failing).rejects.toThrow();
    expect(await verifyAudit(database)).toMatchObject({ kind: 'intact', rows: 12 });
  });

  it('is looked at for commits that are answered before they are on the disk', async () => {
    const found = (synchronous: 'on' | 'off') =>
      database.transaction(async (transaction) => {
        await transaction.execute(sql`select set_config('synchronous_commit', ${synchronous}, true)`);
        return findInCommits(transaction);
      });
    const off = await found('off');
    expect(off).toMatchObject({ kind: 'fault', what: 'commits' });
    expect(off.words).toMatch(/^synchronous_commit .*can bring back what was answered as deleted/);
    expect((await found('on')).words).not.toContain('synchronous_commit');
  });

  it('counts failures, and sweeps what is due and nothing else', async () => {
    for (let index = 0; index < 5; index += 1) await recordFailure(database, 'failing', later(index * 1_000));
    expect(await coolsUntil(database, 'failing', 5, later(10_000))).toEqual(later(4_000 + 1_800_000));
    expect(await coolsUntil(database, 'failing', 6, later(10_000))).toBeNull();
    const optOut = {
      alternative: 'a',
      subject: null,
      locale: 'en',
      reason: null,
      openedAt: now,
      test: false,
    };
    await storeOptOut(database, { ...optOut, caseId: 'due', deleteAfter: later(5) });
    await storeOptOut(database, { ...optOut, caseId: 'kept', deleteAfter: later(6) });
    expect(await sweepOptOuts(database, later(5))).toBe(1);
    const deleted = await database.select().from(auditLog).where(eq(auditLog.kind, 'deleted'));
    expect(deleted).toMatchObject([{ about: 'due', details: { what: 'opt-out' } }]);
    expect(await sweepSessions(database, later(2 * 86_400_000), 1_000)).toBe(6);
  });
});

it('an embedded PostgreSQL stands in where the system has none', async () => {
  const server = await startPostgresServer('embedded');
  try {
    expect([server.source, await server.database()]).toEqual([
      'embedded',
      expect.stringMatching(/^postgres:/),
    ]);
  } finally {
    await server.stop();
  }
});
