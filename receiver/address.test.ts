import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientOf, forwardedFor } from './address.js';

describe('a client', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    [' 192.0.2.1 ', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:80', '192.0.2.1'],
    ['::FFFF:c000:0201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:4711', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is counted as %s', (text, client) => {
    expect(clientOf(text)).toBe(client);
  });

  it.each([
    '',
    'unknown',
    '_hidden',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.1:',
    '[::1',
    '::1]:80',
    'a.example',
    '1:2:3',
  ])('“%s” is none', (text) => {
    expect(clientOf(text)).toBeNull();
  });

  it('has no other name on another port or in another place of its /64', () => {
    const port = fc.integer({ min: 0, max: 65_535 });
    fc.assert(
      fc.property(fc.ipV4(), port, (address, at) => {
        expect(clientOf(`${address}:${at}`)).toBe(clientOf(address));
        expect(clientOf(`::ffff:${address}`)).toBe(address);
      }),
    );
    const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
    const four = fc.tuple(group, group, group, group).map((groups) => groups.join(':'));
    fc.assert(
      fc.property(four, four, four, port, (network, one, other, at) => {
        expect(clientOf(`[${network}:${one}]:${at}`)).toBe(clientOf(`${network}:${other}`.toUpperCase()));
      }),
    );
  });

  it('is told from whatever is given without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(clientOf(text) ?? 'none').toBeTypeOf('string');
      }),
    );
  });
});

describe('X-Forwarded-For', () => {
  it.each([
    [undefined, 1, undefined],
    ['192.0.2.1', 0, undefined],
    ['192.0.2.1', 1, '192.0.2.1'],
    ['203.0.113.9, 192.0.2.1', 1, ' 192.0.2.1'],
    ['203.0.113.9,192.0.2.1,10.0.0.1', 2, '192.0.2.1'],
    ['192.0.2.1', 2, '192.0.2.1'],
  ])('%s behind %i proxies: %s', (header, hops, entry) => {
    expect(forwardedFor(header, hops)).toBe(entry);
  });
});
