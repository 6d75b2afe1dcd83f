import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTIES } from './party.js';
import { reconstruct, type SharingKind, share } from './sharing.js';
import { PAIRS } from './three-parties.fixture.js';

const secrets = fc.uint32Array({ maxLength: 50 }).map((words) => Uint32Array.from(words));
const KINDS = ['arithmetic', 'binary'] as const satisfies readonly SharingKind[];

describe.each(KINDS)('%s sharing', (kind) => {
  it('gives the secret to any two parties, whichever is named first', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const shares = share(kind, secret);
        for (const [party, other] of PAIRS) {
          const one = { party, shares: shares[party] };
          const two = { party: other, shares: shares[other] };
          expect(reconstruct(one, two)).toEqual(secret);
          expect(reconstruct(two, one)).toEqual(secret);
        }
      }),
    );
  });

  it('gives one party the same whatever the secret is: what it holds is drawn, or hidden under what is drawn', () => {
    // With the drawn words fixed, the party that lacks the computed component sees no difference at all; for each of the other two
    // there is, for any other secret, a draw that gives it exactly what it holds.
    const draws = [Uint32Array.of(17), Uint32Array.of(4_000_000_000)];
    const draw = (): ((count: number) => Uint32Array<ArrayBuffer>) => {
      const left = [...draws];
      return () => left.shift() ?? new Uint32Array(1);
    };
    const [withOne] = share(kind, Uint32Array.of(1), draw());
    const [withTwo] = share(kind, Uint32Array.of(2), draw());
    expect(withOne).toEqual(withTwo);
    const sharedOne = share(kind, Uint32Array.of(1), draw());
    const redrawn = [
      // Party 1 lacks component 0, party 2 component 1: that draw takes up the difference of the secrets.
      { party: 1, draws: [otherDraw(kind, draws[0]), draws[1]] },
      { party: 2, draws: [draws[0], otherDraw(kind, draws[1])] },
    ] as const;
    for (const { party, draws: other } of redrawn) {
      const left = [...other];
      const shared = share(kind, Uint32Array.of(2), () => left.shift() ?? new Uint32Array(1));
      expect(shared[party]).toEqual(sharedOne[party]);
    }
  });

  it('draws anew each time', () => {
    const secret = new Uint32Array(8);
    expect(share(kind, secret)[0]).not.toEqual(share(kind, secret)[0]);
  });

  it('refuses shares of which the common component differs, and one party twice', () => {
    const shares = share(kind, Uint32Array.of(1, 2, 3));
    const others = share(kind, Uint32Array.of(1, 2, 3));
    for (const [party, other] of PAIRS)
      expect(() =>
        reconstruct({ party, shares: shares[party] }, { party: other, shares: others[other] }),
      ).toThrow(expect.objectContaining({ code: 'shares.mismatch' }));
    for (const party of PARTIES) {
      const view = { party, shares: shares[party] };
      expect(() => reconstruct(view, view)).toThrow(expect.objectContaining({ code: 'shares.bad_input' }));
    }
  });
});

/** The draw that makes of the secret 2 what `drawn` makes of the secret 1. */
function otherDraw(kind: SharingKind, drawn = new Uint32Array(1)): Uint32Array<ArrayBuffer> {
  return drawn.map((word) => (kind === 'arithmetic' ? word + 1 : word ^ 1 ^ 2));
}
