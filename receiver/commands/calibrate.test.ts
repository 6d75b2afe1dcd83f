import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTS_HEAD, pairsLine, SCORES_HEAD } from '../../src/calibration/score-rows.js';
import { demoOptions } from '../demo.js';
import { chooseCommand } from './commands.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-calibrate-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, ...lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

/** Impostors from −0.5 to 0.4, genuine pairs from 0.3 to 0.9, of two groups of people whose pictures lie in one folder. */
function scores(pairs: number): Promise<string> {
  const lines = [SCORES_HEAD];
  for (let index = 0; index < pairs; index += 1) {
    const group = index % 2;
    const alike = -0.5 + (0.9 * index) / pairs;
    lines.push(`candor,impostor,p${group},img/1.jpg,q${group},img/2.jpg,${alike.toFixed(6)}`);
    lines.push(`candor,genuine,p0,img/1.jpg,p0,img/3.jpg,${(0.3 + (0.6 * index) / pairs).toFixed(6)}`);
    lines.push('human,impostor,p0,img/1.jpg,q0,img/2.jpg,0.99');
  }
  return file(`scores-${pairs}.csv`, ...lines, pairsLine('candor', 2 * pairs), pairsLine('human', pairs));
}

const { modelId, modelSha256 } = demoOptions().threshold;
const named = ['--model', modelId, '--model-sha256', modelSha256, '--address', 'https://shop.example/a'];

interface Ended {
  readonly status: number;
  readonly printed: string;
  readonly noted: string;
}

async function calibrate(...flags: readonly string[]): Promise<Ended> {
  const chosen = chooseCommand(['calibrate', ...flags]);
  let [printed, noted] = ['', ''];
  const status = await (await chosen.load()).run({
    args: chosen.args,
    env: {},
    print: (text) => {
      printed += text;
    },
    note: (text) => {
      noted += text;
    },
  });
  return { status, printed, noted };
}

describe('candor-receiver calibrate', () => {
  it('gives the lowest threshold that the worst group’s pairs can show, with its bounds', async () => {
    const groups = await file('groups.csv', 'person,group', 'p0,a', 'q0,a', 'p1,b', 'q1,b');
    const { printed, noted } = await calibrate('--scores', await scores(4_000), '--groups', groups, ...named);
    const threshold = JSON.parse(printed);
    // No impostor is at 0.4 or above: 2,000 pairs of a group without an error show 3/2000.
    expect(threshold).toMatchObject({ value: 0.4, n: 4_000, metric: 'cosine' });
    expect(threshold.worstGroup).toMatchObject({ n: 2_000, fmr: 0.0015, fmrAtMost: 0.0015 });
    expect(threshold.fmr).toBe(0.00075);
    expect(threshold.fnmr).toBeCloseTo(1 / 6, 2);
    expect(noted).toBe('');
  });

  it('takes groups from counts.csv, which has them', async () => {
    const counts = await file(
      'counts.csv',
      COUNTS_HEAD,
      'candor,genuine,,0.6000,5000',
      'candor,impostor,,0.3750,9000',
      'candor,impostor,a,0.3750,3000',
      'candor,impostor,a,0.4500,1',
      'candor,impostor,b,0.3750,1001',
      pairsLine('candor', 14_000),
    );
    const { printed } = await calibrate('--counts', counts, ...named);
    // At 0.38 group a has 1/3001, at most 0.19 %; b has 0/1001, at most 0.3 %, and is the worst of which we know.
    expect(JSON.parse(printed)).toMatchObject({
      value: 0.38,
      n: 9_000,
      fnmr: 3 / 5_000,
      worstGroup: { name: { en: 'b' }, n: 1_001, fmrAtMost: 0.003 },
    });
  });

  it('gives none where there are too few pairs to show it', async () => {
    await expect(calibrate('--scores', await scores(500), ...named)).rejects.toThrow(/rule of three/);
  });

  it('refuses groups that would say nothing: of other people, of one person, of no form', async () => {
    const path = await scores(4_000);
    const withGroups = async (...lines: readonly string[]): Promise<Ended> =>
      calibrate('--scores', path, '--groups', await file('some.csv', ...lines), ...named);
    await expect(withGroups('img,a')).rejects.toThrow(
      '--groups names nobody who is in the scores, such as img',
    );
    await expect(withGroups('p0,a', 'q0,a', 'p1,b')).rejects.toThrow(
      'groups without a pair of two people in the scores, such as b',
    );
    await expect(withGroups('p0;a')).rejects.toThrow(/some\.csv, line 1: expected person,group/);
    await expect(withGroups()).rejects.toThrow('--groups names nobody');
    const { noted } = await withGroups('p0,a', 'q0,a', 'ida,a');
    expect(noted).toBe('--groups names 1 people who are not in the scores, such as ida\n');
  });

  it('refuses a file that does not hold all pairs', async () => {
    const row = 'candor,impostor,p0,img/1.jpg,q0,img/2.jpg,0.1';
    const cut = await file('cut.csv', SCORES_HEAD, row, row);
    await expect(calibrate('--scores', cut, ...named)).rejects.toThrow('it was cut, or is not of candor');
    const first = await file('first.csv', SCORES_HEAD, row, row, pairsLine('candor', 3));
    await expect(calibrate('--scores', first, ...named)).rejects.toThrow('holds 2 of 3 pairs of candor');
  });

  it('names all that is missing, and the line that is no score', async () => {
    await expect(calibrate()).rejects.toThrow(/--model is missing\n--model-sha256/);
    await expect(calibrate(...named)).rejects.toThrow('--counts or --scores is needed, and not both');
    const path = await file('broken.csv', SCORES_HEAD, 'candor,genuine,a,1.jpg,a,2.jpg,2');
    await expect(calibrate('--scores', path, ...named)).rejects.toThrow(/line 2/);
    await expect(calibrate('--counts', path, '--groups', path, ...named)).rejects.toThrow(/own groups/);
    await expect(calibrate('--counts', path, ...named)).rejects.toThrow(/line 1: not engine,kind,group/);
  });
});
