import { describe, expect, it } from 'vitest';
import { issuesOf } from '../options.js';
import { post } from './post.js';
import { isPrivateAddress } from './private-address.js';
import { nextAttempt } from './schedule.js';

const NEW = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

describe('the times of the attempts', () => {
  const delayS = (attempts: number, chance: number, retryAfterS: number | null = null) => {
    const next = nextAttempt({ createdAt: new Date(0), attempts, retryAfterS }, new Date(0), chance);
    return next === null ? null : next.getTime() / 1_000;
  };

  it('grow fourfold from 5 s to 6 h, each by chance between half and all of it', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 30].map((attempts) => delayS(attempts, 1))).toEqual([
      5, 20, 80, 320, 1_280, 5_120, 20_480, 21_600, 21_600,
    ]);
    expect(delayS(3, 0)).toBe(40);
  });

  it('are no earlier than the endpoint asks, up to 6 h', () => {
    expect([delayS(1, 1, 60), delayS(1, 1, 999_999)]).toEqual([60, 21_600]);
  });
});

describe('an endpoint', () => {
  const url = (text: string, secrets: readonly string[] = [NEW]) =>
    issuesOf({ webhooks: [{ url: text, secrets }] }, false).filter(({ field }) =>
      field.startsWith('webhooks'),
    );

  it('is https, or http on this machine, with secrets of 24 to 64 bytes', () => {
    expect(url('https://shop.example/hooks')).toEqual([]);
    expect(url('http://localhost:1/hooks')).toEqual([]);
    for (const bad of [
      'http://shop.example',
      'ftp://shop.example',
      'shop.example',
      'http://127.0.0.1.example',
    ])
      expect(url(bad), bad).toHaveLength(1);
    for (const secret of ['secret', 'whsec_', 'whsec_AAAA', `whsec_${'A'.repeat(100)}`])
      expect(url('https://shop.example', [secret]), secret).not.toEqual([]);
    expect(url('https://shop.example', [])).toHaveLength(1);
  });

  it.each([
    '10.0.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    'not an address',
  ])('whose name leads to %s is in a private network', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1:248:1893:25c8:1946'])(
    'may be at %s',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );

  it('in a private network is not called unless that is allowed: webhook.private_address', async () => {
    const { signal } = new AbortController();
    const at = (address: string, allowPrivateNetwork: boolean) =>
      post({ url: `https://${address}:1/`, secrets: [NEW], allowPrivateNetwork }, {}, '{}', signal);
    for (const address of ['10.255.255.1', '[fd00::1]', 'ip6-localhost'])
      await expect(at(address, false)).rejects.toMatchObject({
        code: expect.stringMatching(/private_address|ENOTFOUND|EAI/),
      });
    await expect(at('10.255.255.1', false)).rejects.toMatchObject({ code: 'webhook.private_address' });
  });
});
