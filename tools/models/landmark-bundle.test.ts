import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { FlatTable } from './flatbuffer-reader.js';
import { buildLandmarkBundle } from './landmark-bundle.js';
import { JOINED_FLOATS, landmarkGatherIndices } from './landmark-indices.js';

const PACKED = new URL(
  '../../node_modules/@mediapipe/face_mesh/face_mesh_solution_packed_assets.data',
  import.meta.url,
);

/** The stored entries of a zip archive, by their local headers. */
function unzipStored(archive: Buffer): Map<string, { readonly start: number; readonly content: Buffer }> {
  const entries = new Map<string, { readonly start: number; readonly content: Buffer }>();
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const nameEnd = at + 30 + archive.readUInt16LE(at + 26);
    const start = nameEnd + archive.readUInt16LE(at + 28);
    const content = archive.subarray(start, start + archive.readUInt32LE(at + 18));
    entries.set(archive.toString('utf8', at + 30, nameEnd), { start, content });
    at = start + content.length;
  }
  return entries;
}

function asFloats(bits: readonly number[]): number[] {
  return [...new Float32Array(Int32Array.from(bits).buffer)];
}

describe('landmark bundle', () => {
  let entries: ReturnType<typeof unzipStored>;
  beforeAll(async () => {
    entries = unzipStored(Buffer.from(buildLandmarkBundle(await readFile(PACKED))));
  });

  it('holds the three files of a FaceLandmarker task, stored at multiples of 4', () => {
    expect([...entries.keys()]).toEqual([
      'face_detector.tflite',
      'face_landmarks_detector.tflite',
      'geometry_pipeline_metadata_landmarks.binarypb',
    ]);
    for (const { start } of entries.values()) expect(start % 4).toBe(0);
  });

  it.each([
    ['face_detector.tflite', 127.5, 127.5],
    ['face_landmarks_detector.tflite', 0, 255],
  ])('says in the metadata of %s that pixels become (p − %d) / %d', (name, mean, std) => {
    const content = entries.get(name)?.content ?? Buffer.alloc(0);
    const metadata = FlatTable.root(content.subarray(content.indexOf('M001') - 4));
    const processUnit = metadata.tables(3)[0]?.tables(2)[0]?.tables(4)[0];
    // The unit's options are a table of two float vectors, mean and std.
    const options = processUnit?.table(1);
    expect([0, 1].map((field) => asFloats(options?.int32s(field) ?? []))).toEqual([[mean], [std]]);
  });

  it('gives 478 × 3 landmarks and one presence score', () => {
    const model = FlatTable.root(entries.get('face_landmarks_detector.tflite')?.content ?? Buffer.alloc(0));
    const [graph] = model.tables(2);
    const shapes = graph?.int32s(2).map((tensor) => graph.tables(0)[tensor]?.int32s(0));
    expect(shapes).toEqual([
      [1, 1, 1, 1434],
      [1, 1, 1, 1],
    ]);
  });
});

describe('landmarkGatherIndices', () => {
  it('takes every depth from the mesh and refined x, y from beyond it', () => {
    const indices = landmarkGatherIndices();
    expect(JOINED_FLOATS).toBe(1868);
    for (let landmark = 0; landmark < 478; landmark++) expect(indices[3 * landmark + 2]).toBeLessThan(1404);
    expect([...indices].every((index) => index >= 0 && index < JOINED_FLOATS)).toBe(true);
    expect(indices[3 * 61]).toBe(1404); // first of the lips
    expect(indices[3 * 33]).toBe(1404 + 160); // first of the left eye
    expect([...indices.slice(3 * 468, 3 * 468 + 3)]).toEqual([
      1404 + 160 + 2 * 142,
      1404 + 160 + 2 * 142 + 1,
      3 * 159 + 2,
    ]);
    expect([...indices.slice(3, 6)]).toEqual([3, 4, 5]); // the nose tip is not refined
  });
});
