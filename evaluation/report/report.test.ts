import { describe, expect, it } from 'vitest';
import { CHECK_IDS, type CheckId, type VerdictWord } from '../../src/core/verdict.js';
import { curvesOf } from './curves.js';
import { toMarkdown } from './report.js';
import type { LivenessResults, Presentation } from './results.js';

function presentation(
  verdict: VerdictWord,
  failed?: CheckId,
  score = verdict === 'live' ? 1 : 0,
): Presentation {
  const checks = CHECK_IDS.map((id) => ({ id, band: id === failed ? ('fail' as const) : ('pass' as const) }));
  return { verdict: { verdict, profile: 'standard', checks }, score };
}

function times<T>(count: number, one: T): readonly T[] {
  return Array.from({ length: count }, () => one);
}

const person = { person: 'p', condition: 'daylight', group: null };
const RESULTS: LivenessResults = {
  source: 'Toy captures.',
  genuine: [
    ...times(99, { ...presentation('live'), ...person }),
    { ...presentation('inconclusive', 'quality'), ...person },
  ],
  worn: [
    ...times(51, { ...presentation('live'), ...person, condition: 'beard' }),
    { ...presentation('not-live', 'quality'), ...person, condition: 'beard' },
  ],
  species: [
    {
      id: 'a',
      title: 'A',
      expected: { kind: 'caught' },
      presentations: times(150, presentation('not-live', 'challenge')),
    },
    {
      id: 'b',
      title: 'B',
      expected: { kind: 'missed', why: 'it is a person' },
      presentations: [...times(75, presentation('live')), ...times(75, presentation('not-live', 'repeat'))],
    },
  ],
  unprompted: [
    { ...presentation('not-live', 'challenge'), video: 'genuine/talk.webm', fromMs: 5_000, yawSpanDeg: 27 },
    { ...presentation('inconclusive', 'quality'), video: 'genuine/talk.webm', fromMs: 10_000, yawSpanDeg: 4 },
  ],
  positioning: [
    {
      video: 'genuine/talk.webm',
      lengthMs: 29_900,
      readyAfterMs: 1_400,
      readyFrames: 280,
      frames: 300,
      lost: 1,
      offeredAfterMs: null,
      longestHint: { hint: 'face.not_frontal', forMs: 1_200 },
    },
    {
      video: 'genuine/dark.webm',
      lengthMs: 29_900,
      readyAfterMs: null,
      readyFrames: 0,
      frames: 300,
      lost: 0,
      offeredAfterMs: 8_600,
      longestHint: { hint: 'light.too_dark', forMs: 28_000 },
    },
  ],
  unjudged: [{ name: 'genuine/x.txt', why: 'no video' }],
  madeWith: { commit: 'abc' },
};

describe('the report', () => {
  const report = toMarkdown(RESULTS, 'det.svg');

  it('headlines the worst species and never a mean: 0/150 and 75/150 are 50 %, not 25 %', () => {
    expect(report).toContain('Worst species of all: APCER 75/150, 50 % (42–58 %) (`b`)');
    expect(report).toContain('Worst species that Candor is built to catch: APCER 0/150, ≤ 2.0 % (`a`)');
    expect(report).not.toContain('25 %');
  });

  it('counts by itself what is worn', () => {
    expect(report).toContain('| beard | 1/52, 1.9 % (0.34–10 %) | 0/52, ≤ 5.8 % | quality 1 |');
  });

  it('says who got past positioning, when, and what stood in the way', () => {
    expect(report).toContain('Did not get past positioning: 1/2, 50 %');
    expect(report).toContain('of these, 1 were offered to record anyway');
    expect(report).toContain(
      '| genuine/talk.webm | 29.9 s | yes | 1.4 s | 280 of 300 | 1 | face.not_frontal, 1.2 s | never |',
    );
    expect(report).toContain(
      '| genuine/dark.webm | 29.9 s | **no** | never | 0 of 300 | 0 | light.too_dark, 28.0 s | 8.6 s |',
    );
    expect(toMarkdown({ ...RESULTS, positioning: [] }, 'det.svg')).not.toContain('Before the recording');
  });

  it('counts a genuine capture without an answer as an error, and says how many there were', () => {
    expect(report).toMatch(/BPCER, non-responses included\): 1\/100, 1\.0 % \(0\.18–5\.4 %\)/);
    expect(report).toMatch(/BPNRR\): 1\/100/);
  });

  it('leaves no capture out with the texture models: one without an embedded frame counts as it does without them', () => {
    const seen = (word: VerdictWord, check?: CheckId) => {
      const { verdict: withTexture } = presentation(word, check);
      return { ...presentation('live'), withTexture, ...person };
    };
    const unseen = { ...presentation('inconclusive', 'quality'), ...person };
    const genuine = [...times(98, seen('live')), seen('not-live', 'texture'), unseen];
    expect(toMarkdown({ ...RESULTS, genuine }, 'det.svg')).toContain(
      'with the optional texture models: 2/100',
    );
    expect(report).toContain('with the optional texture models: not measured');
  });

  it('names the failed checks, the known gaps and what was not judged', () => {
    expect(report).toContain('challenge 150');
    expect(report).toContain('it is a person');
    expect(report).toContain('`genuine/x.txt`: no video');
  });

  it('says what synthetic clips are worth, and what was not measured', () => {
    expect(report).toContain('Synthetic clips test logic, not physical attacks.');
    expect(report).toContain('Not measured');
  });

  it('has no rate without its number of captures', () => {
    expect(report).not.toMatch(/\| 0(\.0+)? % /);
  });

  it('shows people who follow no cue check by check, parallax only where they turned', () => {
    expect(report).toContain('Found live although nobody followed a cue: 0/2,');
    expect(report).toContain('| quality | 1/2,');
    expect(report).toContain('| parallax, head turned ≥ 20° | 0/1,');
    expect(report).toMatch(/\| genuine\/talk\.webm 5 s \| not-live \| 27° \| pass \| pass \| fail/);
  });

  it('takes their texture from the verdict with the models, and counts no absent model as failed', () => {
    const bare = presentation('not-live', 'challenge').verdict;
    const checks = bare.checks.map((check) =>
      check.id === 'texture' ? ({ id: check.id, band: 'absent', reason: 'model.absent' } as const) : check,
    );
    const stretch = { verdict: { ...bare, checks }, score: 0, video: 'a.webm', fromMs: 0, yawSpanDeg: null };
    const { verdict: withTexture } = presentation('not-live', 'texture');
    const section = (...unprompted: LivenessResults['unprompted']): string =>
      toMarkdown({ ...RESULTS, unprompted }, 'det.svg');
    const mixed = section({ ...stretch, withTexture }, { ...stretch, withTexture: bare }, stretch);
    expect(mixed).toContain('| texture (optional models) | 1/2, 50 % (9.5–91 %); absent in 1 |');
    expect(mixed).toContain('absent: model.absent |');
    expect(section(stretch)).toContain('| texture (optional models) | not measured; absent in 1 |');
  });

  it('leaves that section out where there is nobody', () => {
    expect(toMarkdown({ ...RESULTS, unprompted: [] }, 'det.svg')).not.toContain('follow no cue');
  });

  it('prints both operating points', () => {
    const row = (id: string): string =>
      report.split('\n').find((line) => line.startsWith(`| \`${id}\` | APCER`)) ?? '';
    expect(row('a')).toMatch(/APCER 0\/150, ≤ 2\.0 %; BPCER 1\/100, [^;]*; 1\.00 ×/);
    expect(row('b')).toMatch(/APCER 0\/150, [^;]*; BPCER 100\/100, [^;]*; everything refused/);
  });

  it('draws nothing where there is nobody genuine to weigh attacks against', () => {
    const nobody = { ...RESULTS, genuine: [] };
    expect(curvesOf(nobody)).toEqual({ drawn: [], left: [] });
    expect(toMarkdown(nobody, 'det.svg')).toContain('No curve');
    expect(curvesOf(RESULTS).drawn.map(({ label }) => label)).toEqual(['b']);
  });
});
