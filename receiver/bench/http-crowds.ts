import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { number, object, parse } from 'valibot';
import type { Kem } from '../../src/envelope/wire.js';
import { serve } from '../serve.js';
import type { Harness } from '../testing/harness.fixture.js';
import type { CrowdRates } from './crowd.js';

const CLIENT = fileURLToPath(new URL('./http-client.ts', import.meta.url));
const RatesSchema = object({ sessions: number(), verifications: number() });

/** Sends crowds to the receiver over HTTP, from a process of their own on this machine. Closes the receiver at the end.
 * @returns what each round measured. */
export async function crowdsOverHttp(
  { receiver }: Harness,
  rounds: number,
): Promise<Readonly<Record<Kem, readonly CrowdRates[]>>> {
  const { url, close } = await serve(receiver, { port: 0 });
  const client = fork(CLIENT, [url], { execArgv: ['--import', import.meta.resolve('tsx')] });
  const ended = endOf(client);
  const crowd = (kem: Kem): Promise<CrowdRates> => crowdOf(client, ended, kem);
  const measured: Record<Kem, CrowdRates[]> = { 'x-wing': [], x25519: [] };
  try {
    // The first one is slow: functions are compiled, connections made.
    await crowd('x25519');
    for (let round = 0; round < rounds; round += 1)
      for (const kem of ['x-wing', 'x25519'] as const) measured[kem].push(await crowd(kem));
    return measured;
  } finally {
    client.kill();
    await close();
  }
}

/** Rejects when the clients' process ends, which it does not by itself. */
function endOf(client: ChildProcess): Promise<never> {
  const ended = once(client, 'exit').then(([code]) => {
    throw new Error(`the clients ended with ${code}`);
  });
  // At the end nobody waits for it any more.
  ended.catch(() => {});
  return ended;
}

async function crowdOf(client: ChildProcess, ended: Promise<never>, kem: Kem): Promise<CrowdRates> {
  client.send(kem);
  const [rates] = await Promise.race([once(client, 'message'), ended]);
  return parse(RatesSchema, rates);
}
