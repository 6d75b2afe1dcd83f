import { expect, it } from 'vitest';
import { CLIP_TYPES, chooseClipType } from './record-clip.js';

it.each([
  ['Chromium', /^video\/(webm|mp4)/, 'video/webm;codecs=vp8'],
  ['a browser without VP8', /^video\/webm(;codecs=(vp9|h264))?$/, 'video/webm;codecs=vp9'],
  ['a browser that only names the container', /^video\/webm$/, 'video/webm'],
  ['Safari before webm', /^video\/mp4/, 'video/mp4;codecs=avc1.42E01E'],
])('records what %s can record', (_browser, supported, expected) => {
  expect(chooseClipType((type) => supported.test(type))).toBe(expected);
});

it('has no type for a browser that can record none of them', () => {
  const asked: string[] = [];
  expect(chooseClipType((type) => asked.push(type) === 0)).toBeNull();
  expect(asked).toEqual([...CLIP_TYPES]);
});
