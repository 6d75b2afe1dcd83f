import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ciphertextsIn,
  filesBelow,
  foundIn,
  leaveTrace,
  opensWith,
  type Trace,
} from './testing/forensic.fixture.js';
import { type Harness, startHarness } from './testing/harness.fixture.js';

/** What is left on the disk of those who withdrew: `FORENSIC_WITHDRAWALS=1000 npx vitest run receiver/forensic` for
 * so many. */
const WITHDRAWALS = Number(process.env.FORENSIC_WITHDRAWALS ?? 12);

const now = (): Date => new Date();
let dataDir: string;
let before: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'candor-forensic-'));
  before = await mkdtemp(join(tmpdir(), 'candor-forensic-before-'));
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await rm(before, { recursive: true, force: true });
});

function withdraw(harness: Harness, { verificationId, removalToken }: Trace): Promise<Response> {
  const headers = { Authorization: `Bearer ${removalToken}` };
  return harness.send('DELETE', `/verifications/${verificationId}`, undefined, headers);
}

describe('withdrawal reaches the bytes', () => {
  const traces: Trace[] = [];
  let storageKey: Uint8Array;
  /** The last ones stay: without them, the looking itself might be blind. */
  const staying = (): Trace[] => traces.slice(WITHDRAWALS);
  const gone = (): Trace[] => traces.slice(0, WITHDRAWALS);

  beforeAll(
    async () => {
      const harness = await startHarness({ dataDir, databaseUrl: undefined, now });
      storageKey = Uint8Array.from(harness.context.secrets.storage);
      for (let seller = 0; seller < WITHDRAWALS + 2; seller += 1) traces.push(await leaveTrace(harness));
      await cp(dataDir, before, { recursive: true });
      for (const trace of gone()) expect((await withdraw(harness, trace)).status).toBe(200);
      await harness.receiver.upkeep();
      await harness.receiver.close();
    },
    120_000 + 1_000 * WITHDRAWALS,
  );

  it('leaves no key of theirs in the data folder, its write-ahead log included', async () => {
    const files = await filesBelow(dataDir);
    const keys = traces.map(({ slotKey }) => slotKey);
    expect([...foundIn(files, keys)].toSorted((a, b) => a - b)).toEqual([WITHDRAWALS, WITHDRAWALS + 1]);
  });

  it('leaves no embedding anywhere, withdrawn or not', async () => {
    const files = [...(await filesBelow(dataDir)), ...(await filesBelow(before))];
    expect(
      foundIn(
        files,
        traces.map(({ plain }) => plain),
      ).size,
    ).toBe(0);
  });

  it('leaves ciphertexts in a copy from before that no key of today opens, and that those of then did', async () => {
    const copied = await filesBelow(join(before, 'database'));
    expect(ciphertextsIn(copied, traces).size, 'the ciphertexts are there to be found').toBe(traces.length);
    const [then, today] = await Promise.all(
      [before, dataDir].map((folder) => readFile(join(folder, 'keys/slots.bin'))),
    );
    if (then === undefined || today === undefined) throw new Error('unreachable');
    const opened = (file: Buffer, some: readonly Trace[]) =>
      some.filter((trace) => opensWith(file, storageKey, trace)).length;
    expect(opened(today, staying())).toBe(2);
    expect(opened(then, gone().slice(0, 3))).toBe(3);
    expect(opened(today, gone())).toBe(0);
  });
});
