import { parse } from 'valibot';
import { deliveryHeaders, sealFor, sessionRequest } from '../../receiver/testing/harness.fixture.js';
import {
  type Discovery,
  DiscoverySchema,
  type Envelope,
  type Session,
  SessionSchema,
} from '../../src/envelope/wire.js';

/** A seller's browser without the browser, over HTTP. */
export class RemoteSeller {
  readonly #url: string;
  readonly #origin: string;

  constructor(url: string, origin: string) {
    this.#url = url;
    this.#origin = origin;
  }

  async discover(): Promise<Discovery> {
    return parse(DiscoverySchema, await (await fetch(`${this.#url}/.well-known/candor`)).json());
  }

  post(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { Origin: this.#origin, ...headers },
      body,
    });
  }

  async askForSession(discovery: Discovery): Promise<Response> {
    const body = JSON.stringify(await sessionRequest(discovery));
    return this.post('/sessions', body, { 'Content-Type': 'application/json' });
  }

  async deliver(discovery: Discovery, session: Session): Promise<Response> {
    return this.deliverSealed(await sealFor(discovery, session));
  }

  deliverSealed(envelope: Envelope): Promise<Response> {
    return this.post('/verifications', JSON.stringify(envelope), deliveryHeaders(envelope));
  }

  /** From the notice to the answer; or the first answer that is not the expected one. */
  async verify(): Promise<Response> {
    const discovery = await this.discover();
    const opened = await this.askForSession(discovery);
    if (opened.status !== 201) return opened;
    return this.deliver(discovery, parse(SessionSchema, await opened.json()));
  }
}
