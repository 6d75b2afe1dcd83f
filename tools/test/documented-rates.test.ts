import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calibratedThreshold } from '../../src/calibration/calibrated-threshold.js';
import { CALIBRATIONS, calibrationOf } from '../../src/calibration/calibration.js';
import { lowestUsablePoint } from '../../src/calibration/operating-points.js';
import { SHIPPED_MODEL } from '../../src/core/shipped-model.js';
import { LOWEST_SIMILARITY } from '../../src/envelope/threshold.js';
import { DOUBLE_THRESHOLD } from '../../src/testing/receiver-double/terms.js';
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
