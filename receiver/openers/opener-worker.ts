import { parentPort, workerData } from 'node:worker_threads';
import { wipe } from '../../src/core/bytes.js';
import { unreachable } from '../../src/core/unreachable.js';
import { EnvelopeInvalid, type ReceiverKey } from '../../src/envelope/open.js';
import { openSealed } from './open-sealed.js';
import type { OpenerAnswer, OpenerSetUp, OpenerTask, Sealed } from './thread-messages.js';

/** The thread of an `OpenerThread`: holds the secret keys, and answers each envelope with what is in it. */

const setUp: OpenerSetUp = workerData;
let keyring: ReadonlyMap<string, ReceiverKey> = new Map();

function say(answer: OpenerAnswer): void {
  parentPort?.postMessage(answer);
}

function take(keys: readonly ReceiverKey[]): void {
  for (const { privateKey } of keyring.values()) wipe(privateKey);
  keyring = new Map(keys.map((key) => [key.kid, key]));
}

async function answer(id: number, envelope: Sealed): Promise<void> {
  try {
    say({ kind: 'opened', id, payload: await openSealed(envelope, keyring, setUp) });
  } catch (thrown) {
    if (!(thrown instanceof EnvelopeInvalid)) throw thrown;
    say({ kind: 'invalid', id });
  }
}

async function work(task: OpenerTask): Promise<void> {
  switch (task.kind) {
    case 'keys':
      return take(task.keys);
    case 'open':
      return answer(task.id, task.envelope);
    default:
      return unreachable(task);
  }
}

// One after the other: no key is wiped while an envelope is opened with it.
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: OpenerTask) => {
  last = last.then(() => work(task));
});
say({ kind: 'ready' });
