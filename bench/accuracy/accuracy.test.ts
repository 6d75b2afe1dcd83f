import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPictures } from './pictures.js';
import { type EngineResult, toMarkdown } from './report.js';
import { type Embedded, falseHits, falseMatches, falseNonMatches, flaggedShare, score } from './score.js';
import { BIN, SimilarityCounts } from './similarity-counts.js';

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

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

function at(person: string, degrees: number, group: string | null = null): Embedded {
  const angle = (degrees * Math.PI) / 180;
  const vector = Float32Array.of(Math.cos(angle), Math.sin(angle));
  return { person, group, picture: `${person}-${degrees}`, vector };
}

/** Two people of a group who look alike, and one who does not; each has two pictures. */
const PEOPLE = [
  at('a', 0, 'g'),
  at('a', 10, 'g'),
  at('b', 5, 'g'),
  at('b', 20, 'g'),
  at('c', 90),
  at('c', 170),
];

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

  it('expects N times the rate of false hits, and flags almost everybody in the end (requirements 0.3)', () => {
    const rate = { errors: 1, n: 10_000 };
    expect(falseHits(rate, 10_000)).toBe(1);
    expect(flaggedShare(rate, 1_000)).toBeCloseTo(0.095, 3);
    expect(flaggedShare(rate, 10_000)).toBeCloseTo(0.63, 2);
  });
});

function engine(embedded: readonly Embedded[]): EngineResult {
  const scores = score(embedded, dot);
  return { name: 'candor', model: 'm', scores, missed: 1, pictures: embedded.length + 1, medianMs: 20 };
}

function reportOf(embedded: readonly Embedded[], rendered = false, wantedFmr = 0.01): string {
  const rest = { source: 'Some pictures.', madeWith: {}, unused: [], wantedFmr, curve: 'curve.svg' };
  return toMarkdown({ ...rest, engines: [engine(embedded)], rendered });
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

  it('has no bare zero (requirement P-03)', () => {
    expect(reportOf([at('a', 0), at('b', 90), at('c', 180)])).not.toMatch(/\| 0 %|0\/\d+ \|/);
  });
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-pictures-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, content = ''): Promise<void> {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), content);
}

describe('readPictures', () => {
  it('takes a folder a person, with groups where they are given, and names what it does not use', async () => {
    await Promise.all(['ada/1.jpg', 'ada/note.txt', 'bo/1.PNG', 'readme.md'].map((name) => put(name)));
    await put('groups.csv', 'person,group\nada,women\n');
    const { pictures, unused } = await readPictures(folder);
    expect(pictures.map(({ person, group }) => [person, group])).toEqual([
      ['ada', 'women'],
      ['bo', null],
    ]);
    expect(unused.map(({ name }) => name)).toEqual(['ada/note.txt', 'readme.md']);
  });

  it('takes a CSV file, with paths relative to it', async () => {
    await put('list.csv', 'person,picture,group\nada,p/1.jpg,women\nbo,2.jpg\n');
    const { pictures } = await readPictures(join(folder, 'list.csv'));
    expect(pictures).toEqual([
      { person: 'ada', path: join(folder, 'p/1.jpg'), group: 'women' },
      { person: 'bo', path: join(folder, '2.jpg'), group: null },
    ]);
  });

  it.each([
    ['one person', 'ada,1.jpg\n', 'pictures of 1 people'],
    ['a line without a picture', 'ada,1.jpg\nbo\n', 'line 2'],
    ['quotes', '"ada, the first",1.jpg\nbo,2.jpg\n', 'line 1'],
    ['too many columns', 'ada,1.jpg,g,x\nbo,2.jpg\n', 'line 1'],
  ])('refuses a list with %s, and says where', async (_, text, words) => {
    await put('list.csv', text);
    await expect(readPictures(join(folder, 'list.csv'))).rejects.toThrow(words);
  });
});
