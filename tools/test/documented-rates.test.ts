import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calibratedThreshold } from '../../src/calibration/calibrated-threshold.js';
import { CALIBRATIONS, calibrationOf } from '../../src/calibration/calibration.js';
import { lowestUsablePoint } from '../../src/calibration/operating-points.js';
import { SHIPPED_MODEL } from '../../src/core/shipped-model.js';
import { LOWEST_SIMILARITY } from '../../src/envelope/threshold.js';
import { DOUBLE_THRESHOLD } from '../../src/testing/receiver-double/terms.js';
import { statements } from '../figures/statements.js';
import { withFigures } from '../figures/tables.js';
import dlib from '../models/embeddings/dlib.json' with { type: 'json' };
import mobilefacenet from '../models/embeddings/mobilefacenet.json' with { type: 'json' };

/** What documents, page, receiver and test kit say of error rates is what was counted (src/calibration). A rate without
 * errors is a bound, 3/n, and never nothing (requirement P-03). */

const DOCUMENTS = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const BARE_ZERO = /(?<![\d.,–])0(?:\.0+)? ?%/;

describe('the documentation', () => {
  it('is looked at as a whole', () => expect(DOCUMENTS.length).toBeGreaterThan(10));

  it.each(DOCUMENTS)('%s says of no rate that it is nought', (file) => {
    const bare = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => BARE_ZERO.test(line));
    expect(bare).toEqual([]);
  });

  it.each(DOCUMENTS)('%s has the tables that the counts give (-u writes them)', async (file) => {
    const text = readFileSync(file, 'utf8');
    await expect(withFigures(text)).toMatchFileSnapshot(`../../${file}`);
  });

  it.each(['docs/thresholds.md', 'docs/model-cards.md'])('%s has such tables', (file) => {
    expect(readFileSync(file, 'utf8')).toContain('<!-- figures: models -->\n|');
  });

  it.each(statements())('$file says within a sentence what was counted: $says', ({ file, says }) => {
    const text = readFileSync(file, 'utf8').replace(/\s+/g, ' ');
    expect(text.includes(says), says).toBe(true);
  });

  it.each([
    ['docs/matching.md', ['flagged']],
    ['docs/scaling.md', ['scaling']],
    ['docs/thresholds.md', ['wanted-fmr', 'groups', 'galleries']],
    ['docs/model-cards.md', ['wanted-fmr', 'mobilefacenet-by-group', 'dlib-resnet-v1-by-group']],
  ])('%s has its rates from the counts', (file, names) => {
    const text = readFileSync(file, 'utf8');
    for (const name of names) expect(text).toContain(`<!-- figures: ${name} -->\n|`);
  });

  it('states the misses at false match rates of 1 in 10,000 and 1 in 100,000, with the worst group', () => {
    const text = withFigures('<!-- figures: wanted-fmr -->\n<!-- /figures -->');
    expect(text).toContain('| 1 in 10,000 | 0.415 | East Asian people: 18/5886, 0.31 % (0.19–0.48 %) |');
    expect(text).toContain('251/3747, 6.7 %');
    expect(text).toMatch(/\| 1 in 100,000 \| 0\.48 \|.*\| 432\/3747, 12 %/);
  });

  it('knows no table by another name', () => {
    expect(() => withFigures('<!-- figures: none -->\n\n<!-- /figures -->')).toThrow('none');
  });

  it.each(['APCER 0 %', '| 0.0 % |', '(0%)'])('would find %s', (text) => expect(text).toMatch(BARE_ZERO));
  it.each(['10 %', '0.0 to 0.5 %', '≤ 2.0 %', '100 %'])('lets %s stand', (text) =>
    expect(text).not.toMatch(BARE_ZERO),
  );
});

describe('the calibration', () => {
  it('is of the files that npm run models builds', () => {
    const files = CALIBRATIONS.map(({ modelId, modelSha256 }) => ({ id: modelId, sha256: modelSha256 }));
    expect(files).toEqual([mobilefacenet, dlib].map(({ id, sha256 }) => ({ id, sha256 })));
  });

  it('is there for the model that is shipped', () => {
    expect(calibrationOf(SHIPPED_MODEL.modelId)?.modelSha256).toBe(SHIPPED_MODEL.modelSha256);
  });

  it('gives the lowest similarity that page and receiver take', () => {
    const lowest = CALIBRATIONS.map((each) => [each.modelId, lowestUsablePoint(each)?.threshold]);
    expect(LOWEST_SIMILARITY).toEqual(Object.fromEntries(lowest));
  });

  it('gives the threshold of the test kit’s receiver', () => {
    const calibration = calibrationOf(SHIPPED_MODEL.modelId);
    if (calibration === null) throw new Error('the shipped model was not measured');
    const { name, ...figures } = calibratedThreshold(calibration, DOUBLE_THRESHOLD.calibration).worstGroup;
    expect(DOUBLE_THRESHOLD).toEqual({
      ...calibratedThreshold(calibration, DOUBLE_THRESHOLD.calibration),
      worstGroup: { name: { en: name.en }, ...figures },
    });
  });
});
