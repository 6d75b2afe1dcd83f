import { expect, it } from 'vitest';
import { verifyAudit } from '../../receiver/store/audit-log.js';
import { openDatabase } from '../../receiver/store/open-database.js';
import { Deployment } from './deployment.fixture.js';
import { expectSameAnswers, expectStoredOnce, whileKilling } from './killing.fixture.js';
import { folderWithTables, provideReceiver } from './process.fixture.js';

/** One receiver with PGlite in its folder. `npm run test:machines` kills it twenty times. */

const KILLINGS = 2 * Number(process.env.CANDOR_TEST_KILLINGS ?? 1);

provideReceiver();

it(`a receiver with PGlite loses and doubles nothing when it is killed ${KILLINGS} times under load`, {
  timeout: 180_000 + 30_000 * KILLINGS,
}, async () => {
  const dataDir = await folderWithTables();
  const deployment = await Deployment.start(1, { CANDOR_DATA: dataDir });
  const victims = Array.from({ length: KILLINGS }, () => [0]);
  const accepted = await whileKilling(deployment, victims);
  expect(deployment.faults).toEqual([]);
  expect(accepted.length).toBeGreaterThan(12 * KILLINGS);
  await expectSameAnswers(deployment, accepted);
  const before = accepted[0];
  if (before === undefined) throw new Error('nobody was accepted');
  const again = await deployment.verifySomewhere(before.face);
  expect(again.outcome.status, 'who came before the first kill is found').toBe('needs_review');
  await deployment.stop();
  const open = await openDatabase(undefined, dataDir, 'leave');
  await expectStoredOnce(open, [...accepted, again]);
  expect(await verifyAudit(open.database)).toMatchObject({ kind: 'intact' });
  await open.close();
});
