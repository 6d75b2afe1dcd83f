import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCounts, readScores } from '../../receiver/commands/calibrate-files.js';
import { thresholdFrom } from '../../src/calibration/scores.js';
import { at, dot } from './people.fixture.js';
import { countsByGroup } from './rates-at.js';
import { score } from './score.js';
import { countsCsv, openScoresFile } from './scores-files.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-scores-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** 60 people round a circle, of two groups, with two pictures each in one folder for all, as a list of pictures has them. */
const EMBEDDED = Array.from({ length: 60 }, (_, index) => {
  const group = index % 2 === 0 ? 'even' : 'odd';
  return [0, 3].map((turned) => ({
    ...at(`p${index}`, index * 6 + turned, group),
    picture: `img/${index}-${turned}.jpg`,
  }));
}).flat();
const GROUP_OF = new Map(EMBEDDED.map(({ person, group }) => [person, group ?? '']));
const SCORES = score(EMBEDDED, dot);
const NAMED = {
  modelId: 'm',
  modelSha256: 'a'.repeat(64),
  calibration: 'https://shop.example/a',
  mostFmr: 0.3,
};

function writeScores(mostRows?: number): string {
  const path = join(folder, 'scores.csv');
  const file = openScoresFile(path, mostRows);
  score(EMBEDDED, dot, (pair) => file.add('candor', pair));
  file.finish();
  return path;
}

async function writeCounts(): Promise<string> {
  const path = join(folder, 'counts.csv');
  const result = {
    name: 'candor',
    model: 'm',
    scores: SCORES,
    missed: 0,
    pictures: 120,
    medianMs: 1,
  } as const;
  await writeFile(path, countsCsv([result]));
  return path;
}

/** Without the last lines, as a copy that was broken off. */
async function cut(path: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, lines.slice(0, -10).join('\n'));
}

describe('what the bench writes', () => {
  it('gives calibrate the same threshold, from either file, whatever the pictures are called', async () => {
    const inBench = thresholdFrom(countsByGroup(SCORES), NAMED);
    expect(inBench).toMatchObject({ n: 1_770, worstGroup: { n: 435 } });
    expect(thresholdFrom(await readScores(writeScores(), 'candor', GROUP_OF), NAMED)).toEqual(inBench);
    expect(thresholdFrom(await readCounts(await writeCounts(), 'candor'), NAMED)).toEqual(inBench);
  });

  it('is refused by calibrate where it holds the first pairs alone', async () => {
    const path = writeScores(1_000);
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(1_002);
    await expect(readScores(path, 'candor', GROUP_OF)).rejects.toThrow(
      'holds 1000 of 1830 pairs of candor; counts.csv (--counts) has all',
    );
  });

  it('is refused by calibrate where it was cut, and where the run was', async () => {
    const path = writeScores();
    await cut(path);
    await expect(readScores(path, 'candor', GROUP_OF)).rejects.toThrow('it was cut, or is not of candor');
    const counts = await writeCounts();
    await cut(counts);
    await expect(readCounts(counts, 'candor')).rejects.toThrow('it was cut, or is not of candor');
    const unfinished = openScoresFile(path);
    score(EMBEDDED.slice(0, 8), dot, (pair) => unfinished.add('candor', pair));
    unfinished.close();
    await expect(readScores(path, 'candor', GROUP_OF)).rejects.toThrow('it was cut, or is not of candor');
  });
});
