import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostHeaders } from './host-headers.js';

const reportError = vi.fn();
beforeEach(() => {
  reportError.mockClear();
  vi.stubGlobal('reportError', reportError);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const TOKEN = { Authorization: 'Bearer first' };

describe('the headers of the host', () => {
  it.each([
    ['an object', TOKEN],
    ['Headers', new Headers(TOKEN)],
    ['pairs', Object.entries(TOKEN)],
  ])('are read from %s', (_, given) => {
    expect(hostHeaders(given)().get('authorization')).toBe('Bearer first');
  });

  it.each([undefined, null])('are none where they are %s', (given) => {
    expect([...hostHeaders(given)()]).toEqual([]);
  });

  it('are the newest ones, and nobody’s who changes what was given out', () => {
    const given = { ...TOKEN };
    const headers = hostHeaders(given);
    headers().set('Authorization', 'ours');
    given.Authorization = 'Bearer second';
    expect(headers().get('authorization')).toBe('Bearer second');
  });

  it('stay as they were where reading them throws, and the page hears of it', () => {
    const fault = new ReferenceError('session is not defined');
    let token = (): string => 'Bearer first';
    const headers = hostHeaders({
      get Authorization(): string {
        return token();
      },
    });
    headers();
    token = () => {
      throw fault;
    };
    expect(headers().get('authorization')).toBe('Bearer first');
    expect(reportError).toHaveBeenCalledWith(fault);
  });

  it.each([
    ['a line break', { Authorization: 'Bearer SECRET\nX-Other: 1' }],
    ['a name that is none', { 'not a name': 'SECRET' }],
  ])('with %s are config.invalid, and no value is in the error', (_, given) => {
    let thrown: unknown;
    try {
      hostHeaders(given)();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'config.invalid', detail: 'headers' });
    expect((thrown as Error).cause).toBeUndefined();
  });

  it('that are none any more stay as they were', () => {
    const given = { ...TOKEN };
    const headers = hostHeaders(given);
    headers();
    given.Authorization = 'Bearer SECRET\nX: 1';
    expect(headers().get('authorization')).toBe('Bearer first');
    expect(reportError).toHaveBeenCalledWith(expect.objectContaining({ code: 'config.invalid' }));
    expect(String(reportError.mock.calls)).not.toContain('SECRET');
  });
});
