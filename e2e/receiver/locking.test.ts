import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { ReceiverProcess } from '../../tools/lab/receiver-process.js';
import { addressOf, folderWithTables, provideReceiver, start, verifyAt } from './process.fixture.js';
import { countHeld } from './seed.fixture.js';

provideReceiver();

/** Process numbers of its own, as in a container. */
const CONTAINED = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
const canContain = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0;

async function holdersOf(receivers: readonly ReceiverProcess[]): Promise<string[]> {
  const urls = await Promise.all(receivers.map(({ started }) => started));
  return urls.filter((url) => url !== null);
}

describe('many receivers on one folder', () => {
  it('of 20 that start at once, one holds it, and the others say so', async () => {
    const args = ['--data', await folderWithTables()];
    const receivers = Array.from({ length: 20 }, () => start({ args }));
    expect(await holdersOf(receivers)).toHaveLength(1);
    const refused = receivers.filter(({ said }) => /in use by a receiver/.test(said()));
    expect(refused).toHaveLength(19);
  });

  it('one holds it also where the one before was killed', async () => {
    const args = ['--data', await folderWithTables()];
    const first = start({ args });
    await addressOf(first);
    first.child.kill('SIGKILL');
    await first.ended;
    const receivers = Array.from({ length: 10 }, () => start({ args }));
    expect(await holdersOf(receivers)).toHaveLength(1);
  });

  it.skipIf(!canContain)(
    'in two containers (process namespaces), one holds it, and no accepted record is lost',
    async () => {
      const folder = await folderWithTables();
      const args = ['--data', folder];
      const contained = [1, 2].map(() => start({ args, through: CONTAINED }));
      const [url = '', ...others] = await holdersOf(contained);
      expect(others).toEqual([]);
      const accepted = await Promise.all(Array.from({ length: 20 }, () => verifyAt(url)));
      const late = start({ args });
      expect(await late.started, 'nor may one that comes later, from outside').toBeNull();
      for (const { child } of contained) child.kill('SIGKILL');
      await Promise.all(contained.map(({ ended }) => ended));
      expect((await countHeld(folder)).templates).toBe(accepted.length);
    },
  );
});
