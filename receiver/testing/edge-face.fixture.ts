import { isUnitVector } from '../../src/envelope/embedding.js';
import { newFace } from './harness.fixture.js';

/** A new face whose length is as far from 1 as an envelope may have it, to about a thousand millionth. */
export function faceAtEdge(side: 'longest' | 'shortest'): Float32Array<ArrayBuffer> {
  const face = newFace();
  const scaled = (factor: number): Float32Array<ArrayBuffer> => face.map((component) => component * factor);
  let [inside, outside] = [1, side === 'longest' ? 1.002 : 0.998];
  for (let step = 0; step < 60; step += 1) {
    const middle = (inside + outside) / 2;
    if (isUnitVector(scaled(middle))) inside = middle;
    else outside = middle;
  }
  return scaled(inside);
}
