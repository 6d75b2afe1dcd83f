import { describe, expect, it } from 'vitest';
import { linearRgb, relativeLuminance } from '../core/srgb.js';
import {
  dynamicRangeScore,
  eyesOpenScore,
  headPoseScore,
  headSizeScore,
  illuminationUniformityScore,
  interEyeDistanceScore,
  luminanceMeanScore,
  luminanceVarianceScore,
  marginAboveScore,
  marginBelowScore,
  mouthClosedScore,
  naturalColourScore,
  overExposureScore,
  sideCropScore,
  singleFaceScore,
  underExposureScore,
} from './ofiq.js';

const luminanceOf = (rgb: readonly [number, number, number]): number => relativeLuminance(linearRgb(rgb));

describe('OFIQ component scores', () => {
  it.each([
    ['inter-eye distance 70 px', interEyeDistanceScore(70, 0), 50],
    ['inter-eye distance 35 px seen at 60° is 70 px', interEyeDistanceScore(35, 60), 50],
    ['inter-eye distance 130 px', interEyeDistanceScore(130, 0), 95],
    ['yaw 15°', headPoseScore(15), 93],
    ['yaw 20°', headPoseScore(20), 88],
    ['pitch −20°', headPoseScore(-20), 88],
    ['roll 30°', headPoseScore(30), 75],
    ['yaw 45°', headPoseScore(45), 50],
    ['yaw 90°', headPoseScore(90), 0],
    ['yaw 120°, which cos² would mirror', headPoseScore(120), 0],
    ['lid gap 0.02 T', eyesOpenScore(0.02), 50],
    ['lid gap 0.05 T', eyesOpenScore(0.05), 95],
    ['lip gap 0.20 T', mouthClosedScore(0.2), 50],
    ['lips closed', mouthClosedScore(0), 97],
    ['second face half as large', singleFaceScore(0.5), 50],
    ['no second face', singleFaceScore(0), 100],
    ['illumination overlap 0.10', illuminationUniformityScore(0.1), 50],
    ['illumination overlap 1', illuminationUniformityScore(1), 100],
    ['entropy 4 bits', dynamicRangeScore(4), 50],
    ['entropy 8 bits', dynamicRangeScore(8), 100],
    ['1 % blown out', overExposureScore(0.01), 50],
    ['nothing blown out', overExposureScore(0), 100],
    ['5 % blown out', overExposureScore(0.05), 17],
    ['luminance 0.2', luminanceMeanScore(0.2), 50],
    ['luminance 0.8', luminanceMeanScore(0.8), 50],
    ['luminance 0.5', luminanceMeanScore(0.5), 100],
    ['luminance variance 1/60, the best', luminanceVarianceScore(1 / 60), 100],
    ['luminance variance 1/300, which is 1/6 of the sine', luminanceVarianceScore(1 / 300), 50],
    ['luminance variance 1/12, which is 5/6 of the sine', luminanceVarianceScore(1 / 12), 50],
    ['no variance', luminanceVarianceScore(0), 0],
    ['90.3 % under-exposed', underExposureScore(0.903), 50],
    ['nothing under-exposed', underExposureScore(0), 100],
    ['all under-exposed', underExposureScore(1), 0],
    ['a cheek of a* 15, b* 20', naturalColourScore(15, 20), 100],
    ['a cheek 11 units too green', naturalColourScore(-6, 20), 50],
    ['a cheek 11 units too yellow', naturalColourScore(15, 46), 50],
    ['edge 0.9 inter-eye distances away', sideCropScore(90, 100), 50],
    ['edge 1.2 inter-eye distances away', sideCropScore(120, 100), 95],
    ['1.8 T below the eyes', marginBelowScore(180, 100), 50],
    ['1.4 T above the eyes', marginAboveScore(140, 100), 50],
    ['T is 45 % of the height', headSizeScore(216, 480), 100],
    ['T is 5.5 % of the height more', headSizeScore(0.505 * 480, 480), 50],
    ['T is 5.5 % of the height less', headSizeScore(0.395 * 480, 480), 50],
  ])('%s', (_name, score, expected) => {
    expect(score).toBe(expected);
  });

  it('shows why brightness must never gate: the same good light on dark and on light skin (requirement Q-04)', () => {
    const [dark, light] = [luminanceOf([92, 60, 46]), luminanceOf([224, 172, 145])];
    expect(luminanceMeanScore(dark)).toBe(5);
    expect(luminanceMeanScore(light)).toBe(99);
    expect(dark).toBeLessThan(25 / 255);
    expect(underExposureScore(1)).toBe(0);
  });
});
