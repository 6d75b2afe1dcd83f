import fc from 'fast-check';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { detSvg } from '../../evaluation/report/det.js';
import { BIN, SimilarityCounts } from '../../src/calibration/similarity-counts.js';
import { isUsableThreshold } from '../../src/envelope/threshold.js';
import { ThresholdSchema } from '../../src/envelope/wire.js';
import { likenesses } from './bootstrap.js';
import { curvesOf, MATCH_AXES } from './curves.js';
import { at, dot, PEOPLE } from './people.fixture.js';
import { intervalsByPeople, receiverThreshold, thresholdFor } from './rates-at.js';
import { type EngineResult, toMarkdown } from './report.js';
import { type Embedded, falseMatches, falseNonMatches, score } from './score.js';
import { curveCsv } from './scores-files.js';

describe('SimilarityCounts', () => {
  it('counts what lies at and above a threshold as a list of the similarities would', () => {
    const edge = fc.integer({ min: -2_000, max: 2_000 }).map((bin) => bin * BIN);
    const similarities = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(similarities, edge, (all, threshold) => {
        const counts = new SimilarityCounts();
        for (const similarity of all) counts.add(similarity);
        // Within a bin of the threshold a pair may count to either side.
        const sure = all.filter((similarity) => similarity >= threshold + BIN).length;
        const possible = all.filter((similarity) => similarity >= threshold - 1e-9).length;
        expect(counts.atLeast(threshold)).toBeGreaterThanOrEqual(sure);
        expect(counts.atLeast(threshold)).toBeLessThanOrEqual(possible);
        expect(counts.below(threshold)).toBe(all.length - counts.atLeast(threshold));
      }),
    );
  });

  it('gives the lowest threshold that lets no more through than is wanted', () => {
    const counts = new SimilarityCounts();
    for (let pair = 0; pair < 1_000; pair += 1) counts.add(pair / 1_000 - 0.5);
    const threshold = counts.lowestThreshold(0.01);
    expect(counts.atLeast(threshold)).toBeLessThanOrEqual(10);
    expect(counts.atLeast(threshold - BIN)).toBeGreaterThan(10);
  });

  it('takes no similarity that is none', () => {
    expect(() => new SimilarityCounts().add(Number.NaN)).toThrow(RangeError);
    expect(() => new SimilarityCounts().add(1.4)).toThrow(RangeError);
  });
});

describe('score', () => {
  it('compares each person with each other once, and all pictures of one with each other', () => {
    const scores = score(PEOPLE, dot);
    expect(scores).toMatchObject({ people: 3 });
    expect([scores.genuine.total, scores.impostor.total]).toEqual([3, 3]);
    expect(falseMatches(scores, 0.9)).toEqual({ errors: 1, n: 3 });
    expect(falseNonMatches(scores, 0.9)).toEqual({ errors: 1, n: 3 });
  });

  it('counts a group among itself', () => {
    const group = score(PEOPLE, dot).groups.get('g');
    expect(group?.people).toBe(2);
    expect(group && falseMatches(group, 0.9)).toEqual({ errors: 1, n: 1 });
  });
});

function engine(embedded: readonly Embedded[]): EngineResult {
  const scores = score(embedded, dot);
  return { name: 'candor', model: 'm', scores, missed: 1, pictures: embedded.length + 1, medianMs: 20 };
}

const MODEL = { modelId: 'm', modelSha256: 'a'.repeat(64) };

function reportOf(
  embedded: readonly Embedded[],
  rendered = false,
  wantedFmr = 0.01,
  unused: readonly string[] = [],
): string {
  const candor = engine(embedded);
  const threshold = thresholdFor(candor.scores, wantedFmr);
  const thresholds =
    threshold === null
      ? []
      : [
          {
            title: 'wanted',
            threshold,
            byPeople: intervalsByPeople(
              embedded,
              dot,
              likenesses(embedded, dot, threshold),
              candor.scores,
              threshold,
            ),
          },
        ];
  return toMarkdown({
    engines: [candor],
    measured: MODEL,
    source: 'Some pictures.',
    rendered,
    madeWith: {},
    unused: unused.map((name) => ({ name, why: 'no picture' })),
    wantedFmr,
    thresholds,
    curve: 'curve.svg',
  });
}

describe('the report', () => {
  it('says of rendered persons that they test the program, and of few people that nothing is to be published', () => {
    expect(reportOf(PEOPLE, true)).toContain('this tests the program');
    expect(reportOf(PEOPLE)).toContain('3 people: a rate from fewer than 100 is not to be published');
  });

  it('states no threshold for a rate that so few pairs cannot show', () => {
    expect(reportOf(PEOPLE)).toContain('needs 10000 impostor pairs');
  });

  it('gives false hits at every size of a gallery, once a threshold can be had', () => {
    expect(reportOf(PEOPLE)).not.toContain('enrolled N');
    expect(reportOf(PEOPLE, false, 0.5)).toContain('| 1,000,000 |');
  });

  it('puts the worst group first, never an average', () => {
    const two = [...PEOPLE, at('d', 40, 'h'), at('e', 130, 'h')];
    expect(reportOf(two, false, 0.2).split('\n')).toContainEqual(
      expect.stringMatching(/^\| candor \| g: 1\/1, 100 %/),
    );
  });

  it('has the group of the highest rate above every other, with its interval by people', () => {
    const report = reportOf([...PEOPLE, at('d', 40, 'h'), at('e', 130, 'h')], false, 0.2);
    const lines = report.split('\n');
    expect(lines.find((line) => line.startsWith('| **FMR of the worst group**'))).toContain('g: 1/1, 100 %');
    expect(lines.findIndex((line) => line.startsWith('| g (fewer'))).toBeLessThan(
      lines.findIndex((line) => line.startsWith('| h (fewer')),
    );
  });

  it('gives the threshold for a receiver, and says when none would take it', () => {
    const report = reportOf(PEOPLE, false, 0.5);
    expect(report).toContain('"modelId": "m"');
    expect(report).toContain('**A receiver refuses this one**: up to 100 % of pairs may match');
    expect(reportOf(PEOPLE, true, 0.5)).toContain('None from rendered persons.');
  });

  it('names what is no picture, and counts it neither as a face that was not found nor as a miss', () => {
    expect(reportOf(PEOPLE, false, 0.2, ['ada/broken.jpg'])).toContain('- ada/broken.jpg: no picture');
  });

  it('has no bare zero (requirement P-03)', () => {
    expect(reportOf([at('a', 0), at('b', 90), at('c', 180)])).not.toMatch(/\| 0 %|0\/\d+ \|/);
  });
});

describe('the threshold for a receiver’s configuration', () => {
  // A group of look-alikes in a crowd: 200 people round a circle, 20 of them close together.
  const crowd = Array.from({ length: 200 }, (_, index) =>
    index < 20 ? at(`p${index}`, index * 0.4, 'alike') : at(`p${index}`, index * 1.7, 'others'),
  );
  const again = crowd.map((one, index) => ({
    ...at(one.person, index < 20 ? index * 0.4 + 2 : index * 1.7 + 2),
    group: one.group,
  }));
  const scores = score([...crowd, ...again], dot);

  it('is one that the receiver takes, with the figures that were counted', () => {
    const threshold = 0.9995;
    const stated = parse(ThresholdSchema, receiverThreshold(MODEL, scores, threshold));
    expect(stated).toMatchObject({ ...MODEL, value: threshold, n: 19_900 });
    expect(stated.worstGroup?.n).toBe(190);
    expect(stated.fmr).toBeCloseTo(falseMatches(scores, threshold).errors / 19_900, 3);
    expect(stated.worstGroup?.fmrAtMost).toBeGreaterThan(stated.worstGroup?.fmr ?? 1);
  });

  it('is refused while the worst group would match too often', () => {
    expect(isUsableThreshold(parse(ThresholdSchema, receiverThreshold(MODEL, scores, 0.9)))).toBe(false);
  });

  it('states the bound where no error was seen', () => {
    const alone = score([at('a', 0), at('a', 1), at('b', 90), at('c', 180)], dot);
    expect(receiverThreshold(MODEL, alone, 0.9)).toMatchObject({ fmr: 1, fnmr: 1, n: 3 });
    expect(receiverThreshold(MODEL, alone, 0.9)).not.toHaveProperty('worstGroup');
  });
});

describe('the curve', () => {
  it('has a band that holds it, and a file with both intervals', () => {
    const result = engine(PEOPLE);
    const [curve] = curvesOf([result]);
    for (const [index, { apcer, bpcer }] of (curve?.points ?? []).entries()) {
      expect(curve?.band?.low[index]?.apcer).toBeLessThanOrEqual(apcer);
      expect(curve?.band?.high[index]?.bpcer).toBeGreaterThanOrEqual(bpcer);
    }
    expect(
      detSvg(
        't',
        [curve].flatMap((one) => one ?? []),
        MATCH_AXES,
      ),
    ).toContain('class="band"');
    const [head, ...rows] = curveCsv([result]).trim().split('\n');
    expect(head).toBe('engine,threshold,fmr,fmr_low,fmr_high,fnmr,fnmr_low,fnmr_high');
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toMatch(/^candor,-?\d\.\d{4}(,[\d.e-]+){6}$/);
  });
});
