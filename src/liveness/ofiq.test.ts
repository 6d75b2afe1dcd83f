import { describe, expect, it } from 'vitest';
import {
  dynamicRangeScore,
  eyesOpenScore,
  headPoseScore,
  illuminationUniformityScore,
  interEyeDistanceScore,
  mouthClosedScore,
  overExposureScore,
  singleFaceScore,
} from './ofiq.js';

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
  ])('%s', (_name, score, expected) => {
    expect(score).toBe(expected);
  });
});
