import { expect, it } from 'vitest';
import type { Notice } from './notice.js';
import { PeerNotices } from './peer-notices.js';

it('says once that another operator is away, however often it is dialled, and again for another reason', () => {
  const said: Notice[] = [];
  const notices = new PeerNotices((notice) => said.push(notice));
  for (let dial = 0; dial < 100; dial += 1) notices.down(1, 'shares.disconnected');
  notices.down(2, 'shares.disconnected');
  notices.down(1, 'shares.unknown_certificate');
  notices.up(1);
  notices.down(1, 'shares.disconnected');
  expect(said).toEqual([
    { event: 'down', party: 1, code: 'shares.disconnected' },
    { event: 'down', party: 2, code: 'shares.disconnected' },
    { event: 'down', party: 1, code: 'shares.unknown_certificate' },
    { event: 'up', party: 1 },
    { event: 'down', party: 1, code: 'shares.disconnected' },
  ]);
});
