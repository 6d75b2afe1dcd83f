import { eq } from 'drizzle-orm';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseSlots } from '../../receiver/keys/database-slots.js';
import { MasterKeys } from '../../receiver/keys/master-keys.js';
import { slotsPath } from '../../receiver/keys/open-slots.js';
import { SharedSlotFile } from '../../receiver/keys/shared-slot-file.js';
import type { KeySlots } from '../../receiver/keys/slots.js';
import { verifyAudit } from '../../receiver/store/audit-log.js';
import type { OpenDatabase } from '../../receiver/store/database.js';
import { openDatabase } from '../../receiver/store/open-database.js';
import { templates, verifications } from '../../receiver/store/schema.js';
import { newFace, sealFor } from '../../receiver/testing/harness.fixture.js';
import { type PostgresServer, startPostgresServer } from '../../receiver/testing/postgres-server.fixture.js';
import { type Session, SessionSchema } from '../../src/envelope/wire.js';
import { type Accepted, Deployment, newMasterKey } from './deployment.fixture.js';
import { expectSameAnswers, whileKilling } from './killing.fixture.js';
import { provideReceiver, temporaryFolder } from './process.fixture.js';

/** Three receivers, each a process, on one PostgreSQL. `npm run test:machines` plays more of the same. */

const PAIRS = Number(process.env.CANDOR_TEST_PAIRS ?? 10);
/** Each time, two of the three are killed. */
const KILLINGS = Number(process.env.CANDOR_TEST_KILLINGS ?? 1);
const LONG = { timeout: 180_000 + 10_000 * (PAIRS + KILLINGS) };
const PLACES: readonly ('database' | 'folder')[] =
  process.env.CANDOR_TEST_PAIRS === undefined ? ['database'] : ['database', 'folder'];

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

provideReceiver();

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgresServer();
});
afterAll(() => server.stop());

describe.each(PLACES)('three receivers with their keys in a shared %s', (place) => {
  let deployment: Deployment;
  let open: OpenDatabase;
  let slots: KeySlots | null;

  beforeAll(async () => {
    const DATABASE_URL = await server.database();
    const [masterKey, folder] = [newMasterKey(), `${await temporaryFolder()}/keys`];
    const keys: Record<string, string> =
      place === 'database' ? { CANDOR_MASTER_KEY: masterKey } : { CANDOR_KEYS: folder };
    deployment = await Deployment.start(3, { DATABASE_URL, ...keys });
    open = await openDatabase(DATABASE_URL, '', 'leave');
    slots =
      place === 'database'
        ? new DatabaseSlots(open.database, new MasterKeys([masterKey], random), random)
        : await SharedSlotFile.open({ path: slotsPath(folder), random, locks: open.locks });
  });
  afterAll(async () => {
    await deployment.stop();
    await open.close();
  });

  it(`find each of ${PAIRS} pairs that arrive at two of them at the same moment`, LONG, async () => {
    const found: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const [first, second] = [pair % 3, (pair + 1) % 3];
      const outcomes = await deliverTogether(deployment, first, second);
      const statuses = outcomes.map(({ status }) => status);
      found.push(statuses.filter((status) => status === 'needs_review').length);
    }
    expect(found.filter((hits) => hits === 0)).toEqual([]);
    expect(found).toHaveLength(PAIRS);
  });

  it('have nothing left of a withdrawal at one of them', async () => {
    const { face, outcome } = await deployment.verifySomewhere();
    const path = `${deployment.url(1)}/verifications/${outcome.verificationId}`;
    const headers = { Authorization: `Bearer ${outcome.removalToken}` };
    expect((await fetch(path, { method: 'DELETE', headers })).status).toBe(200);
    for (const index of [0, 1, 2]) {
      const record = await fetch(`${deployment.url(index)}/verifications/${outcome.verificationId}`, {
        headers,
      });
      expect((await record.json()).state).toBe('withdrawn');
    }
    // Whichever it comes to, the same face is nobody's.
    expect((await deployment.verifySomewhere(face)).outcome.status).toBe('no_duplicate');
  });

  it(`lose and double nothing when two of them are killed ${KILLINGS} times under load`, LONG, async () => {
    const before = await open.database.$count(verifications);
    const victims = Array.from({ length: KILLINGS }, (_, killing) => [killing % 3, (killing + 1) % 3]);
    const accepted = await whileKilling(deployment, victims);
    expect(deployment.faults).toEqual([]);
    expect(await open.database.$count(verifications)).toBe(before + accepted.length);
    await expectSameAnswers(deployment, accepted);
    expect(await open.database.$count(verifications), 'the same bytes again store nothing').toBe(
      before + accepted.length,
    );
    expect(await verifyAudit(open.database)).toMatchObject({ kind: 'intact' });
    await expectAllKeys(open, slots);
    await expectFound(deployment, accepted);
  });
});

async function deliverTogether(deployment: Deployment, ...indexes: readonly number[]) {
  const face = newFace();
  const sealed = await Promise.all(
    indexes.map(async (index) => {
      const seller = deployment.seller(index);
      const discovery = await seller.discover();
      const session: Session = parse(SessionSchema, await (await seller.askForSession(discovery)).json());
      return { index, envelope: await sealFor(discovery, session, { embedding: face }) };
    }),
  );
  return Promise.all(sealed.map(({ index, envelope }) => deployment.deliverAt(index, envelope)));
}

/** Every verification has its template, and every template its key. */
async function expectAllKeys({ database }: OpenDatabase, slots: KeySlots | null): Promise<void> {
  const rows = await database.select({ slotId: templates.slotId }).from(templates);
  const stored = await database.$count(verifications, eq(verifications.state, 'stored'));
  const keys = await slots?.read(rows.map(({ slotId }) => slotId));
  expect([rows.length, keys?.size]).toEqual([stored, stored]);
}

/** Some of the sellers are found at each receiver: at those that lived and at those that came back. */
async function expectFound(deployment: Deployment, accepted: readonly Accepted[]): Promise<void> {
  const every = Math.ceil(accepted.length / 6);
  for (const [at, { face }] of accepted.filter((_, index) => index % every === 0).entries()) {
    const { status } = await deliverFace(deployment, at % 3, face);
    expect(status, `at receiver ${at % 3}`).toBe('needs_review');
  }
}

async function deliverFace(deployment: Deployment, index: number, embedding: Float32Array) {
  const seller = deployment.seller(index);
  const discovery = await seller.discover();
  const session = parse(SessionSchema, await (await seller.askForSession(discovery)).json());
  return deployment.deliverAt(index, await sealFor(discovery, session, { embedding }));
}
