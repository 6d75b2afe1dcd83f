import { describe, expect, it } from 'vitest';
import {
  addressOf,
  expectRefusalWithout,
  folderWithTables,
  provideReceiver,
  start,
} from './process.fixture.js';
import { countHeld, seedDue } from './seed.fixture.js';

provideReceiver();

const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

/** Those of storage.key and hpke.json: keeping.test.ts. */
it.each(['token.key', 'principal.key'])(
  'a record keeps a receiver without its %s from starting, and from making another',
  expectRefusalWithout,
);

describe('deletion', () => {
  it('takes 10,000 due records of each kind at one start, and tells no id', async () => {
    const folder = await folderWithTables();
    // Unbatched, their seven columns in the log would be more than a statement can have values.
    await seedDue(folder, 10_000, daysAgo(1));
    const receiver = start({ args: ['--data', folder] });
    await addressOf(receiver);
    await receiver.stop();
    expect(receiver.said()).toMatch(/"verifications":10000,"proofs":0,"sessions":0,"optOuts":10000/);
    expect(receiver.said()).not.toMatch(/due-|session-\d|case-/);
    expect(await countHeld(folder)).toEqual({ templates: 0, optOuts: 0 });
  });
});
