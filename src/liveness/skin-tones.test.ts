import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FrameObservation } from '../core/observation.js';
import type { ReasonCode } from '../core/verdict.js';
import { frameDefects } from './quality.js';

/** One rendered person in three skin tones, all else the same, as the built worker measured them. */
interface Recorded {
  readonly scene: string;
  readonly skin: 'very light' | 'middle' | 'very dark';
  readonly observation: FrameObservation;
}

const file = new URL('./skin-tones.json.gz', import.meta.url);
// Written from the worker's own observations, next to this test.
const recorded: readonly Recorded[] = JSON.parse(gunzipSync(readFileSync(file)).toString());

describe('the gate gives one answer for one scene, whatever the skin (requirement Q-04)', () => {
  it.each<[string, readonly ReasonCode[]]>([
    ['good light', []],
    ['dim light', []],
    ['a window at the side', []],
    ['half lit', ['light.uneven']],
    ['over-exposed', ['light.too_bright']],
    ['dark', ['light.too_dark']],
    ['blurred', ['image.blurry']],
  ])('%s', (scene, expected) => {
    const seen = recorded.filter((one) => one.scene === scene);
    expect(seen.map(({ skin }) => skin)).toEqual(['very light', 'middle', 'very dark']);
    for (const { skin, observation } of seen) {
      const defects = frameDefects(observation);
      // In glare and out of focus, eyes and mouth cannot be seen either: that may be said besides.
      if (expected.length === 0) expect([skin, defects]).toEqual([skin, []]);
      else expect(defects, skin).toEqual(expect.arrayContaining([...expected]));
    }
  });
});
