import { expect, it } from 'vitest';
import { coldDownload } from './cold.js';

const size = (bytes: number) => ({ plain: 3 * bytes, gzip: bytes, brotli: bytes - 1 });
const WHOLE = { notice: size(10), guidance: size(100), whole: size(1_000) };

it('is all that a first visit fetches, without the models that a build may lack', () => {
  const assets = new Map([
    ['needed.onnx', size(600)],
    ['texture.onnx', size(300)],
  ]);
  expect(coldDownload(WHOLE, assets, ['texture.onnx'])).toEqual({ plain: 2_100, gzip: 700, brotli: 700 });
});

it('takes nothing away for a model that was not built', () => {
  expect(coldDownload(WHOLE, new Map(), ['texture.onnx'])).toEqual(WHOLE.whole);
});
