import { type BrowserContext, expect, type Request } from '@playwright/test';

/** Longest time between a request and the browser's word of it on a busy machine, ms. */
const TOLD_AFTER_MS = 500;

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

  /** Waits until the browser has told of every request that began before: nothing new for {@link TOLD_AFTER_MS}. The end of
   * a request is no sign, because a worker that is ended takes its requests along without a word. */
  async quiet(): Promise<void> {
    await expect
      .poll(async () => {
        const before = this.#requests.length;
        await new Promise((resolve) => setTimeout(resolve, TOLD_AFTER_MS));
        return this.#requests.length - before;
      })
      .toBe(0);
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
