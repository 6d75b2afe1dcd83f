import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'valibot';
import { newFace, sealFor } from '../../receiver/testing/harness.fixture.js';
import { type Envelope, type Outcome, OutcomeSchema, SessionSchema } from '../../src/envelope/wire.js';
import type { ReceiverProcess } from '../../tools/lab/receiver-process.js';
import { addressOf, PAGE_ORIGIN, start, temporaryFolder } from './process.fixture.js';
import { RemoteSeller } from './remote-seller.fixture.js';

/** 32 bytes, base64url. */
export function newMasterKey(): string {
  return randomBytes(32).toString('base64url');
}

/** One verification that was answered 201. */
export interface Accepted {
  readonly envelope: Envelope;
  readonly face: Float32Array;
  readonly outcome: Outcome;
}

/** How often a seller tries before it is a fault, and how long they wait between, ms. */
const TRIES = 1_200;
const PAUSE_MS = 50;

/** Receivers of one deployment, each in a process of its own. */
export class Deployment {
  /** Answers that a seller must never see: 500 and above. */
  readonly faults: string[] = [];
  readonly #env: Readonly<Record<string, string>>;
  readonly #receivers: { process: ReceiverProcess; url: string }[] = [];

  private constructor(env: Readonly<Record<string, string>>) {
    this.#env = env;
  }

  /** @param env - the database and where the keys are. */
  static async start(count: number, env: Readonly<Record<string, string>>): Promise<Deployment> {
    const config = join(await temporaryFolder(), 'candor.config.json');
    // However many there are, all are searched: these tests are about who misses whom.
    await writeFile(config, JSON.stringify({ search: { scope: 'gallery', mostFalseHits: 1e6 } }));
    const common = { CANDOR_CONFIG: config, CANDOR_MAX_ATTEMPTS: '1000000' };
    const deployment = new Deployment({ ...common, ...env });
    const begun = Array.from({ length: count }, () => deployment.#spawn());
    for (const process of begun) deployment.#receivers.push({ process, url: await addressOf(process) });
    return deployment;
  }

  get size(): number {
    return this.#receivers.length;
  }

  url(index: number): string {
    return this.#at(index).url;
  }

  /** SIGKILL, and waits until it is gone. */
  async kill(index: number): Promise<void> {
    const { process } = this.#at(index);
    process.child.kill('SIGKILL');
    await process.ended;
  }

  async restart(index: number): Promise<void> {
    const receiver = this.#at(index);
    receiver.process = this.#spawn();
    receiver.url = await addressOf(receiver.process);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#receivers.map(({ process }) => process.stop()));
  }

  /** A seller who comes to any of the receivers with each step, and to another one where none answers. */
  async verifySomewhere(face: Float32Array = newFace()): Promise<Accepted> {
    const envelope = await this.#somewhere(async (seller) => {
      const discovery = await seller.discover();
      const opened = await this.#judged(await seller.askForSession(discovery));
      return sealFor(discovery, parse(SessionSchema, await opened.json()), { embedding: face });
    });
    const outcome = await this.#somewhere((seller) => this.#delivered(seller, envelope));
    return { envelope, face, outcome };
  }

  /** Delivers at this one alone. */
  async deliverAt(index: number, envelope: Envelope): Promise<Outcome> {
    return this.#delivered(this.seller(index), envelope);
  }

  seller(index: number): RemoteSeller {
    return new RemoteSeller(this.url(index), PAGE_ORIGIN);
  }

  async #delivered(seller: RemoteSeller, envelope: Envelope): Promise<Outcome> {
    const answer = await this.#judged(await seller.deliverSealed(envelope));
    return parse(OutcomeSchema, await answer.json());
  }

  async #judged(answer: Response): Promise<Response> {
    if (answer.status >= 500) this.faults.push(`${answer.status}: ${await answer.clone().text()}`);
    if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
    return answer;
  }

  /** A connection that breaks says nothing of what became of the request: the same is asked of another one. */
  async #somewhere<T>(ask: (seller: RemoteSeller) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await ask(this.seller(Math.floor(Math.random() * this.size)));
      } catch (thrown) {
        // `fetch` says TypeError where the network failed.
        if (!(thrown instanceof TypeError) || tries === TRIES) throw thrown;
        await wait(PAUSE_MS);
      }
    }
  }

  #spawn(): ReceiverProcess {
    return start({ args: [], env: this.#env });
  }

  #at(index: number) {
    const receiver = this.#receivers[index];
    if (receiver === undefined) throw new RangeError(`there is no receiver ${index}`);
    return receiver;
  }
}
