import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sessionRequest, startHarness } from '../testing/harness.fixture.js';
import { expectProblem } from '../testing/problem.fixture.js';
import { storageCodeOf } from './storage-error.js';

const failed = (code: string): Error =>
  new Error('Failed query', { cause: Object.assign(new Error('no'), { code }) });

describe('a failure of the database', () => {
  it.each([
    '08006',
    '57P01',
    '57014',
    '53200',
    '53300',
    '58030',
    '25006',
    '40001',
    '40003',
    '40P01',
    '55P03',
  ])('%s passes by itself or by an operator’s hand, and may be tried again', (code) =>
    expect(storageCodeOf(failed(code))).toBe('storage.unavailable'),
  );

  it('is a full disk where it says so', () => {
    expect(storageCodeOf(failed('53100'))).toBe('storage.full');
  });

  it.each(['23505', '22P02', '42P01', '25001', '40002'])('%s is a fault of the receiver', (code) =>
    expect(storageCodeOf(failed(code))).toBeNull(),
  );

  it('that passes is answered 503, with the time to try again', async () => {
    const harness = await startHarness();
    onTestFinished(() => harness.close());
    const { database } = harness.context;
    const request = await sessionRequest(await harness.discover());
    for (const code of ['57014', '40P01', '25006']) {
      const raise = sql.raw(`begin raise exception 'no' using errcode = '${code}'; end`);
      await database.execute(
        sql`create or replace function fail() returns trigger language plpgsql as $$ ${raise} $$`,
      );
      await database.execute(
        sql`create or replace trigger fail before insert on sessions for each row execute function fail()`,
      );
      const answer = await harness.send('POST', '/sessions', request);
      expect(answer.headers.get('Retry-After')).toBe('30');
      await expectProblem(answer, 503, 'storage.unavailable');
    }
  });
});
