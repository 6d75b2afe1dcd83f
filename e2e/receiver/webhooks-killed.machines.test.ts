import { createServer, type Server, type ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../../receiver/testing/postgres-server.fixture.js';
import type { Outcome } from '../../src/envelope/wire.js';
import { Deployment } from './deployment.fixture.js';
import { provideReceiver } from './process.fixture.js';

/** `npm run test:machines`: a receiver on a real PostgreSQL, killed between the commit and the delivery of what it tells the
 * marketplace's backend. What a killed one had taken is sent again after 30 s. */

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const KILLS = 10;
const SELLERS_FOR_EACH = 4;

interface Message {
  readonly type: string;
  readonly data: { readonly verificationId: string };
}

/** Takes messages whose signature is right; while it hangs, it answers none. */
class Backend {
  readonly heard: Message[] = [];
  isHanging = true;
  #waiting: ServerResponse[] = [];
  readonly #server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (this.isHanging) {
        this.#waiting.push(response);
        return;
      }
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, `${value}`]),
      );
      this.heard.push(new Webhook(SECRET).verify(body, headers) as Message);
      response.writeHead(204).end();
    });
  });

  start(): Promise<string> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address();
        resolve(
          `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/hooks`,
        );
      });
    });
  }

  get asked(): number {
    return this.#waiting.length;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** In the order of arrival, without what came again at once. */
  typesOf(verificationId: string): string[] {
    const types = this.heard.flatMap(({ type, data }) =>
      data.verificationId === verificationId ? [type] : [],
    );
    return types.filter((type, index) => type !== types[index - 1]);
  }
}

provideReceiver();

let server: PostgresServer;
const backend = new Backend();
let deployment: Deployment;
beforeAll(async () => {
  server = await startPostgresServer();
  deployment = await Deployment.start(1, {
    DATABASE_URL: await server.database(),
    CANDOR_WEBHOOK_URL: await backend.start(),
    CANDOR_WEBHOOK_SECRET: SECRET,
  });
});
afterAll(async () => {
  await deployment.stop();
  backend.stop();
  await server.stop();
});

/** Three things for the backend to hear, in this order. */
const STORY = ['verification.decided', 'verification.objected', 'verification.deleted'];

async function live(): Promise<Outcome> {
  const { outcome } = await deployment.verifySomewhere();
  const path = `${deployment.url(0)}/verifications/${outcome.verificationId}`;
  const headers = { Authorization: `Bearer ${outcome.removalToken}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ text: 'It is me.' });
  expect((await fetch(`${path}/objections`, { method: 'POST', headers, body })).status).toBe(201);
  expect((await fetch(path, { method: 'DELETE', headers })).status).toBe(200);
  return outcome;
}

it(`tells everything at least once and in order, killed ${KILLS} times between commit and delivery`, {
  timeout: 600_000,
}, async () => {
  const outcomes: Outcome[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Half of the kills find messages under way that nobody answers, half of them find some just answered.
    backend.isHanging = kill % 2 === 0;
    const asked = backend.asked;
    for (let seller = 0; seller < SELLERS_FOR_EACH; seller += 1) outcomes.push(await live());
    if (backend.isHanging) await vi.waitFor(() => expect(backend.asked).toBeGreaterThan(asked), 30_000);
    await deployment.kill(0);
    await deployment.restart(0);
  }
  backend.isHanging = false;
  const told = () => outcomes.map(({ verificationId }) => backend.typesOf(verificationId));
  await vi.waitFor(() => expect(told().every((types) => types.length >= STORY.length)).toBe(true), {
    timeout: 240_000,
    interval: 500,
  });
  for (const types of told()) expect(types).toEqual(STORY);
  expect(deployment.faults).toEqual([]);
  const again = backend.heard.length - outcomes.length * STORY.length;
  console.log(
    `${outcomes.length} sellers, ${KILLS} kills: ${backend.heard.length} messages heard, ${again} of them again`,
  );
});
