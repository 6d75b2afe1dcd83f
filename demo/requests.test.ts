import { describe, expect, it } from 'vitest';
import { readRequest } from './requests.js';

const PAGE = 'https://shop.example/join?locale=de';
const ENDPOINT = 'https://verify.example/candor/';

function kind(name: string, entryType = 'resource'): string {
  return readRequest({ name, entryType, encodedBodySize: 10 }, PAGE, ENDPOINT).kind;
}

describe('readRequest', () => {
  it('knows the requests of the protocol by their path below the endpoint', () => {
    expect(kind('https://verify.example/candor/.well-known/candor')).toBe('discovery');
    expect(kind('https://verify.example/candor/sessions')).toBe('session');
    expect(kind('https://verify.example/candor/verifications')).toBe('verification');
    expect(kind('https://verify.example/candor/verifications/42')).toBe('record');
    expect(kind('https://verify.example/candor/verifications/42/objections')).toBe('objection');
    expect(kind('https://verify.example/candor/sessions/42')).toBe('session-end');
    expect(kind('https://verify.example/candor/opt-outs')).toBe('opt-out');
  });

  it('calls the page and its files by their name', () => {
    expect(kind(PAGE, 'navigation')).toBe('page');
    expect(kind('https://shop.example/assets/index.js')).toBe('file');
  });

  it('hides no request to a stranger among the known ones', () => {
    expect(kind('https://elsewhere.example/candor/sessions')).toBe('other');
    expect(kind('https://verify.example/candorx/sessions')).toBe('other');
    expect(kind('https://verify.example/tracker')).toBe('other');
  });

  it('marks the sealed message, and only that, as about the face', () => {
    const about = (path: string): boolean =>
      readRequest(
        { name: `https://verify.example/candor${path}`, entryType: 'resource', encodedBodySize: 0 },
        PAGE,
        ENDPOINT,
      ).aboutFace;
    expect(['/verifications', '/sessions', '/opt-outs', '/verifications/42'].map(about)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('calls a request answered only when an answer came, and knows when it cannot know', () => {
    const answered = (status: { responseStatus?: number }): boolean | null =>
      readRequest(
        {
          name: 'https://verify.example/candor/verifications',
          entryType: 'resource',
          encodedBodySize: 0,
          ...status,
        },
        PAGE,
        ENDPOINT,
      ).answered;
    expect([answered({ responseStatus: 201 }), answered({ responseStatus: 0 }), answered({})]).toEqual([
      true,
      false,
      null,
    ]);
  });

  it('says that it does not know a size rather than calling it nothing', () => {
    const seen = readRequest(
      { name: 'https://shop.example/x.css', entryType: 'resource', encodedBodySize: 0 },
      PAGE,
      ENDPOINT,
    );
    expect(seen.receivedBytes).toBeNull();
  });
});
