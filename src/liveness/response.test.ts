import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTestChallenge } from './challenge.js';
import { checkOneFace } from './one-face.js';
import { judgeChallenge } from './response.js';
import { type Filmed, film, turns } from './series.fixture.js';

const LEFT_RIGHT = parseTestChallenge('turn-left@1100,turn-right@3000');
const LEFT = 32;
const RIGHT = -32;
const genuine = turns({ fromMs: 1_450, peakDeg: LEFT }, { fromMs: 3_350, peakDeg: RIGHT });

function judge(filmed: Filmed, challenge = LEFT_RIGHT) {
  const { band, reason } = judgeChallenge(film(filmed), challenge);
  return reason === undefined ? band : `${band} ${reason}`;
}

describe('judgeChallenge', () => {
  it('passes who turns left, comes back, turns right and comes back', () => {
    expect(judge({ yawAt: genuine })).toBe('pass');
  });

  it('passes whatever the person looks like at rest: angles are relative', () => {
    expect(judge({ yawAt: (atMs) => genuine(atMs) + 12 })).toBe('pass');
    expect(judge({ yawAt: (atMs) => genuine(atMs) - 12 })).toBe('pass');
  });

  it('passes at ten analysed frames a second', () => {
    expect(judge({ yawAt: genuine, every: 3 })).toBe('pass');
  });

  it('passes over a single slip of the landmarks', () => {
    const slip = (atMs: number): number => (Math.abs(atMs - 600) < 20 ? 45 : genuine(atMs));
    expect(judge({ yawAt: slip })).toBe('pass');
  });

  it('passes frames without a face in between: those are for one-face', () => {
    expect(
      judge({ yawAt: genuine, changeAt: (atMs) => (atMs > 2_300 && atMs < 2_500 ? { face: null } : {}) }),
    ).toBe('pass');
  });

  it.each([
    ['nobody turns', turns(), 'challenge.missing'],
    [
      'the turns are too small',
      turns({ fromMs: 1_450, peakDeg: 17 }, { fromMs: 3_350, peakDeg: -17 }),
      'challenge.missing',
    ],
    ['only the first turn is made', turns({ fromMs: 1_450, peakDeg: LEFT }), 'challenge.missing'],
    ['only the second turn is made', turns({ fromMs: 3_350, peakDeg: RIGHT }), 'challenge.missing'],
    [
      'the sides are swapped',
      turns({ fromMs: 1_450, peakDeg: RIGHT }, { fromMs: 3_350, peakDeg: LEFT }),
      'challenge.wrong',
    ],
    ['the stream is mirrored', (atMs: number) => -genuine(atMs), 'challenge.wrong'],
    [
      'both sides are tried in each step',
      turns(
        { fromMs: 1_300, peakDeg: RIGHT, holdMs: 0 },
        { fromMs: 2_000, peakDeg: LEFT, holdMs: 0, riseMs: 300 },
        { fromMs: 3_350, peakDeg: RIGHT },
      ),
      'challenge.wrong',
    ],
    [
      'a third turn follows',
      turns(
        { fromMs: 1_400, peakDeg: LEFT },
        { fromMs: 3_250, peakDeg: RIGHT, holdMs: 0, riseMs: 300 },
        { fromMs: 3_950, peakDeg: LEFT, holdMs: 0, riseMs: 300 },
      ),
      'challenge.wrong',
    ],
    [
      'the first turn comes before its cue',
      turns({ fromMs: 950, peakDeg: LEFT }, { fromMs: 3_350, peakDeg: RIGHT }),
      'challenge.early',
    ],
    [
      'the first turn comes 100 ms after its cue',
      turns({ fromMs: 1_200, peakDeg: LEFT, riseMs: 250 }, { fromMs: 3_350, peakDeg: RIGHT }),
      'challenge.early',
    ],
    [
      'the second turn comes before its cue',
      turns({ fromMs: 1_350, peakDeg: LEFT, holdMs: 0 }, { fromMs: 2_700, peakDeg: RIGHT }),
      'challenge.early',
    ],
    [
      'the first turn comes in the time of the second',
      turns(
        { fromMs: 3_200, peakDeg: LEFT, holdMs: 0, riseMs: 300 },
        { fromMs: 4_000, peakDeg: RIGHT, holdMs: 0, riseMs: 300 },
      ),
      'challenge.late',
    ],
    ['the head stays turned', turns({ fromMs: 1_450, peakDeg: LEFT, returns: false }), 'challenge.no_return'],
    [
      'the second turn does not come back',
      turns({ fromMs: 1_450, peakDeg: LEFT }, { fromMs: 3_350, peakDeg: RIGHT, returns: false }),
      'challenge.no_return',
    ],
  ])('fails when %s', (_name, yawAt, reason) => {
    expect(judge({ yawAt })).toBe(`fail ${reason}`);
  });

  it('does not call a quick person early, nor a slow drift', () => {
    expect(judge({ yawAt: turns({ fromMs: 1_330, peakDeg: LEFT }, { fromMs: 3_240, peakDeg: RIGHT }) })).toBe(
      'pass',
    );
    const drift = (atMs: number): number => (atMs < 1_450 ? atMs / 250 : 6) + genuine(atMs) * 0.9;
    expect(judge({ yawAt: drift })).toBe('pass');
  });

  it('accepts who is back just after the next cue, as people with little time are', () => {
    const yawAt = turns(
      { fromMs: 1_700, peakDeg: LEFT, riseMs: 600, holdMs: 200 },
      { fromMs: 3_400, peakDeg: RIGHT },
    );
    expect(judge({ yawAt })).toBe('pass');
  });

  it('judges a single cue over the whole rest of the clip', () => {
    const single = parseTestChallenge('turn-right@1200');
    expect(judge({ yawAt: turns({ fromMs: 3_200, peakDeg: RIGHT, riseMs: 600 }) }, single)).toBe('pass');
    expect(judge({ yawAt: turns({ fromMs: 3_200, peakDeg: LEFT, riseMs: 600 }) }, single)).toBe(
      'fail challenge.wrong',
    );
  });

  it('judges the other actions by their own measure', () => {
    const bump = (atMs: number, fromMs: number): number => turns({ fromMs, peakDeg: 1 })(atMs);
    const closerThenLeft = parseTestChallenge('move-closer@1100,turn-left@3000');
    const yawAt = turns({ fromMs: 3_350, peakDeg: LEFT });
    expect(judge({ yawAt }, closerThenLeft)).toBe('fail challenge.missing');
    const leansIn = (atMs: number) => ({ face: { iedPx: 80 * (1 + 0.3 * bump(atMs, 1_450)) } });
    expect(judge({ yawAt, changeAt: leansIn }, closerThenLeft)).toBe('pass');
    const mouthThenLeft = parseTestChallenge('open-mouth@1100,turn-left@3000');
    const opens = (atMs: number) => ({ face: { lipGapRatio: 0.3 * bump(atMs, 1_450) } });
    expect(judge({ yawAt, changeAt: opens }, mouthThenLeft)).toBe('pass');
    const upThenLeft = parseTestChallenge('look-up@1100,turn-left@3000');
    const looksUp = (atMs: number) => ({ face: { pitchDeg: 3 + 18 * bump(atMs, 1_450) } });
    expect(judge({ yawAt, changeAt: looksUp }, upThenLeft)).toBe('pass');
    const looksDown = (atMs: number) => ({ face: { pitchDeg: 3 - 18 * bump(atMs, 1_450) } });
    expect(judge({ yawAt, changeAt: looksDown }, upThenLeft)).toBe('fail challenge.missing');
  });

  const bump = (fromMs: number, peak: number) => turns({ fromMs, peakDeg: peak });
  const OTHERS = [
    ['look-up', (share: number) => ({ pitchDeg: 2 + 24 * share })],
    ['move-closer', (share: number) => ({ iedPx: 80 * (1 + 0.4 * share) })],
    ['open-mouth', (share: number) => ({ lipGapRatio: 0.01 + 0.2 * share })],
  ] as const;

  it.each(
    OTHERS.flatMap(([action, made]) =>
      (
        [
          ['in its time', [1_450], 'pass'],
          ['before its cue', [900], 'fail challenge.early'],
          ['20 ms after its cue', [1_120], 'fail challenge.early'],
          ['never', [], 'fail challenge.missing'],
          ['when the next cue is shown', [3_100], 'fail challenge.late'],
        ] as const
      ).map(([when, fromMs, verdict]) => ({ action, made, when, fromMs, verdict })),
    ),
  )('$action $when: $verdict', ({ action, made, fromMs, verdict }) => {
    const share = (atMs: number) => fromMs.reduce((sum, start) => sum + bump(start, 1)(atMs), 0);
    const yawAt = turns({ fromMs: 3_400, peakDeg: LEFT });
    const challenge = parseTestChallenge(`${action}@1100,turn-left@3000`);
    expect(judge({ yawAt, changeAt: (atMs) => ({ face: made(share(atMs)) }) }, challenge)).toBe(verdict);
  });

  it.each(OTHERS)('%s that is not taken back is no answer', (action, made) => {
    const share = turns({ fromMs: 1_450, peakDeg: 1, returns: false });
    const yawAt = turns({ fromMs: 3_400, peakDeg: LEFT });
    const challenge = parseTestChallenge(`${action}@1100,turn-left@3000`);
    expect(judge({ yawAt, changeAt: (atMs) => ({ face: made(share(atMs)) }) }, challenge)).toBe(
      'fail challenge.no_return',
    );
  });

  it.each(OTHERS.slice(0, 2))(
    '%s that nobody asked for is a wrong answer, beside the right one too',
    (_, made) => {
      const share = turns({ fromMs: 1_450, peakDeg: 1 });
      const changeAt = (atMs: number) => ({
        face: { ...made(share(atMs)), lipGapRatio: 0.01 + 0.2 * share(atMs) },
      });
      const yawAt = turns({ fromMs: 3_400, peakDeg: LEFT });
      const challenge = parseTestChallenge('open-mouth@1100,turn-left@3000');
      expect(judge({ yawAt, changeAt }, challenge)).toBe('fail challenge.wrong');
    },
  );

  it.each(OTHERS)('%s is not held against a turned head, whose measures are off', (_, made) => {
    const share = turns({ fromMs: 1_550, peakDeg: 1, riseMs: 200, holdMs: 100 });
    expect(judge({ yawAt: genuine, changeAt: (atMs) => ({ face: made(share(atMs)) }) })).toBe('pass');
  });

  it('does not hold it against a person that they talk', () => {
    const mouth = turns({ fromMs: 1_450, peakDeg: 0.2 });
    expect(
      judge({ yawAt: genuine, changeAt: (atMs) => ({ face: { lipGapRatio: 0.01 + mouth(atMs) } }) }),
    ).toBe('pass');
  });

  it('does not take a syllable for an opened mouth', () => {
    const syllable = turns({ fromMs: 1_450, peakDeg: 0.35, riseMs: 100, holdMs: 20 });
    const yawAt = turns({ fromMs: 3_400, peakDeg: LEFT });
    const talks = (atMs: number) => ({ face: { lipGapRatio: 0.01 + syllable(atMs) } });
    const challenge = parseTestChallenge('open-mouth@1100,turn-left@3000');
    expect(judge({ yawAt, changeAt: talks, every: 1 }, challenge)).toBe('fail challenge.missing');
  });

  it('is absent, not passed, when it was not asked, has no baseline, or the numbers are broken', () => {
    expect(judge({ yawAt: genuine }, { id: 'c', steps: [] })).toBe('absent challenge.not_asked');
    const lateFace = (atMs: number) => (atMs < 1_000 ? { face: null } : {});
    expect(judge({ yawAt: genuine, changeAt: lateFace })).toBe('absent frames.too_few');
    const broken = (atMs: number) => (atMs > 4_900 ? { face: { yawDeg: Number.NaN } } : {});
    expect(judge({ yawAt: genuine, changeAt: broken })).toBe('absent model.failed');
  });

  it('lets no recorded order pass another challenge', () => {
    const orders = [
      ['turn-left@1100,turn-right@3000', LEFT, RIGHT],
      ['turn-right@1100,turn-left@3000', RIGHT, LEFT],
    ] as const;
    for (const [asked] of orders)
      for (const [recorded, first, second] of orders) {
        const yawAt = turns({ fromMs: 1_450, peakDeg: first }, { fromMs: 3_350, peakDeg: second });
        expect(judge({ yawAt }, parseTestChallenge(asked))).toBe(
          asked === recorded ? 'pass' : 'fail challenge.wrong',
        );
      }
  });

  it('passes genuine people of every speed, size of turn and frame rate', () => {
    const person = fc.record({
      reactionMs: fc.integer({ min: 260, max: 600 }),
      riseMs: fc.integer({ min: 200, max: 450 }),
      peakDeg: fc.integer({ min: 23, max: 60 }),
      restDeg: fc.integer({ min: -10, max: 10 }),
      every: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(person, ({ reactionMs, riseMs, peakDeg, restDeg, every }) => {
        const made = turns(
          { fromMs: 1_100 + reactionMs, peakDeg, riseMs, holdMs: 150 },
          { fromMs: 3_000 + reactionMs, peakDeg: -peakDeg, riseMs, holdMs: 150 },
        );
        const filmed: Filmed = { yawAt: (atMs) => restDeg + made(atMs), every };
        expect(judge(filmed)).toBe('pass');
        expect(checkOneFace(film(filmed)).band).toBe('pass');
      }),
    );
  });
});
