import fc from 'fast-check';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { detSvg } from '../../evaluation/report/det.js';
import { BIN, SimilarityCounts } from '../../src/calibration/similarity-counts.js';
import { ThresholdSchema } from '../../src/envelope/wire.js';
import { likenesses } from './bootstrap.js';
import { curvesOf, MATCH_AXES } from './curves.js';
import { at, dot, PEOPLE } from './people.fixture.js';
import { countsByGroup, intervalsByPeople, overallThreshold, worstGroup } from './rates-at.js';
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
  mostFmr = 0.01,
): string {
  const candor = engine(embedded);
  const threshold = overallThreshold(candor.scores, wantedFmr);
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
    mostFmr,
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
    expect(reportOf(PEOPLE)).not.toContain('newcomers with one or more');
    const [, hits = ''] = reportOf(PEOPLE, false, 0.5).split('newcomers with one or more |\n');
    expect(hits).toMatch(/^\| 1,000,000 \|/m);
  });

  it('puts the worst group first, never an average', () => {
    const two = [...PEOPLE, at('d', 40, 'h'), at('e', 130, 'h')];
    expect(reportOf(two, false, 0.2).split('\n')).toContainEqual(
      expect.stringMatching(/^\| candor \| \*\*none can be shown\*\*[^|]* \| g: 1\/1, 100 %/),
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

  it('gives no threshold for a receiver that so few pairs cannot show, and none from rendered persons', () => {
    expect(reportOf(PEOPLE, false, 0.5)).toContain(
      'None: no threshold shows a false match rate of at most 0.01',
    );
    expect(reportOf(PEOPLE, true, 0.5)).toContain('None from rendered persons.');
  });

  it('gives the receiver the threshold of the worst group, never that of the average', () => {
    const report = reportOf(CROWD, false, 0.3, [], 0.3);
    const [, json = ''] = /```json\n([^`]+)```/.exec(report) ?? [];
    const threshold = parse(ThresholdSchema, JSON.parse(json));
    expect(threshold).toMatchObject({ ...MODEL, n: 19_900, worstGroup: { name: { en: 'alike' }, n: 4_950 } });
    expect(threshold.worstGroup?.fmrAtMost).toBeLessThanOrEqual(0.3);
    expect(threshold.value).toBeGreaterThan((overallThreshold(score(CROWD, dot), 0.3) ?? 1) + 0.1);
  });

  it('says by the size of a marketplace which threshold holds, or how many pairs are lacking', () => {
    expect(reportOf(CROWD)).toContain(
      'it takes 30,000 pairs of a group without an error, 4,950 were compared | **none can be shown**',
    );
    expect(reportOf(PEOPLE)).toContain('| 1,000,000 | 0.00001 % |');
  });

  it('names what is no picture, and counts it neither as a face that was not found nor as a miss', () => {
    expect(reportOf(PEOPLE, false, 0.2, ['ada/broken.jpg'])).toContain('- ada/broken.jpg: no picture');
  });

  it('has no bare zero (requirement P-03)', () => {
    expect(reportOf([at('a', 0), at('b', 90), at('c', 180)])).not.toMatch(/\| 0 %|0\/\d+ \|/);
  });
});

/** A group of 100 look-alikes in a crowd: on a quarter of the circle, the other 100 all round it. Two pictures each. */
const CROWD = Array.from({ length: 200 }, (_, index) => {
  const isAlike = index < 100;
  const degrees = index * (isAlike ? 0.9 : 3.6);
  return [0, 2].map((turned) => at(`p${index}`, degrees + turned, isAlike ? 'alike' : 'others'));
}).flat();

describe('the worst group', () => {
  it('is the one whose rate may be the highest: few pairs do not pass for a low rate', () => {
    // Among 5 people there are 10 pairs, none alike; among 100 there is 1 of 4,950.
    const few = Array.from({ length: 5 }, (_, index) => at(`f${index}`, index * 70, 'few'));
    const many = Array.from({ length: 100 }, (_, index) => at(`m${index}`, index * 3.6, 'many'));
    const scores = score([...few, ...many, at('x', 0.1, 'many')], dot);
    const threshold = 0.999;
    expect(worstGroup(scores, threshold)).toMatchObject({ name: 'few', rate: { errors: 0, n: 10 } });
    expect(scores.groups.get('many')?.impostor.atLeast(threshold)).toBe(1);
  });

  it('is none of one person, who has nobody to be compared with', () => {
    const scores = score([...PEOPLE, at('alone', 45, 'one')], dot);
    expect(worstGroup(scores, 0.5)?.name).toBe('g');
    expect([...countsByGroup(scores).groups.keys()]).toEqual(['g']);
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
