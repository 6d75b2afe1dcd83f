import type { BrowserContext, Request } from '@playwright/test';

export interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  /** Null where there is none. */
  readonly body: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Every request of a context's pages and workers, from now on. */
export class NetworkLog {
  readonly #requests: Request[] = [];

  constructor(context: BrowserContext) {
    context.on('request', (request) => this.#requests.push(request));
  }

  all(): readonly LoggedRequest[] {
    return this.#requests.map((request) => ({
      method: request.method(),
      url: request.url(),
      body: request.postDataBuffer(),
      headers: request.headers(),
    }));
  }

  /** `POST /sessions` and so on: what went to the receiver, in order, without preflights.
   * @param since - how many requests of {@link all} to leave out. */
  to(origin: string, since = 0): readonly string[] {
    return this.all()
      .slice(since)
      .filter(({ method, url }) => url.startsWith(`${origin}/`) && method !== 'OPTIONS')
      .map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  }

  /** The one request of this kind. @throws when there is none, or more than one. */
  only(method: string, path: string): LoggedRequest {
    const [found, ...more] = this.all().filter(
      (request) => request.method === method && new URL(request.url).pathname === path,
    );
    if (found === undefined || more.length > 0)
      throw new Error(`${more.length + (found ? 1 : 0)} × ${method} ${path}`);
    return found;
  }
}
