import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { chooseKey } from '../src/envelope/key.js';
import { ClockJumpError } from './clock.js';
import { templateLog, webhookMessages } from './store/schema.js';
import { type Harness, sealFor, startHarness } from './testing/harness.fixture.js';

const JUMP_MS = 40 * 86_400_000;
// Nothing answers there.
const WEBHOOKS = [{ url: 'http://127.0.0.1:9/hooks', secrets: [`whsec_${'A'.repeat(43)}=`] }];

async function deliverOne(harness: Harness): Promise<void> {
  const answer = await harness.deliver(await sealFor(await harness.discover(), await harness.openSession()));
  expect(answer.status).toBe(201);
}

describe('a receiver whose clock jumps by 40 days while it runs', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness({ webhooks: WEBHOOKS });
    await deliverOne(harness);
    return () => harness.close();
  });

  const left = async (): Promise<readonly number[]> => {
    const { database } = harness.context;
    return Promise.all([templateLog, webhookMessages].map((table) => database.$count(table)));
  };

  it('deletes nothing and destroys no key, and goes on as before once the clock is right', async () => {
    const [before, kept] = [await harness.discover(), await left()];
    const old = chooseKey(before.keys, harness.now()).kid;
    const sealed = await sealFor(before, await harness.openSession());
    harness.advance(JUMP_MS);
    await expect(harness.receiver.upkeep()).rejects.toThrow(ClockJumpError);
    await expect(harness.receiver.upkeep(), 'nor the second time').rejects.toThrow(ClockJumpError);
    expect(await left()).toEqual(kept);
    harness.advance(-JUMP_MS);
    await harness.receiver.upkeep();
    const after = await harness.discover();
    expect(chooseKey(after.keys, harness.now()).kid).toBe(old);
    expect((await harness.deliver(sealed)).status, 'what was sealed before still opens').toBe(201);
  });

  it('has keys to offer all the while', async () => {
    harness.advance(JUMP_MS);
    await expect(harness.receiver.upkeep()).rejects.toThrow(ClockJumpError);
    expect(chooseKey((await harness.discover()).keys, harness.now())).toBeDefined();
  });
});

describe('a start', () => {
  const folder = async (): Promise<string> => {
    const path = await mkdtemp(join(tmpdir(), 'candor-clock-'));
    onTestFinished(() => rm(path, { recursive: true, force: true }));
    return path;
  };

  it('by a clock that would give up messages asks whether it is right', async () => {
    const options = { dataDir: await folder(), databaseUrl: undefined, webhooks: WEBHOOKS };
    const before = await startHarness(options);
    await deliverOne(before);
    await before.close();
    const later = { ...options, now: () => new Date(before.now().getTime() + JUMP_MS) };
    await expect(startHarness(later)).rejects.toThrow(ClockJumpError);
    const confirmed = await startHarness({ ...later, acceptClock: true });
    await confirmed.close();
  });
});
