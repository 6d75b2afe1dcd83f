import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as v from 'valibot';
import type { FrameObservation } from '../../src/core/observation.js';
import { RIGID_POINTS } from '../../src/core/observation.js';
import type { Challenge } from '../../src/core/types.js';
import { ACTIONS } from '../../src/liveness/challenge.js';
import type { RecordedSeries } from '../harness/series.js';

/** Series that are committed, so that the attacks are judged in seconds and without a browser: rounded measures of
 * synthetic persons, one file for each species. */

const FOLDER = new URL('series/', import.meta.url);
const DIGITS = 4;

const Measure = v.pipe(v.number(), v.finite());
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Pair = v.tuple([Measure, Measure]);
const Colour = v.tuple([Measure, Measure, Measure]);

const FaceSchema = v.strictObject({
  boxPx: v.strictObject({ x: Measure, y: Measure, width: Measure, height: Measure }),
  iedPx: Measure,
  eyeMidpointPx: Pair,
  yawDeg: Measure,
  pitchDeg: Measure,
  rollDeg: Measure,
  rigidPointsPx: v.pipe(v.array(Measure), v.length(2 * RIGID_POINTS.length)),
  eyeToChinPx: Measure,
  lidGapRatio: Measure,
  lipGapRatio: Measure,
  sharpness: Measure,
  entropyBits: Measure,
  overExposedShare: Measure,
  illuminationUniformity: Measure,
  cheekLightRatio: Measure,
  eyeContrast: Measure,
  orbitLightRatio: Measure,
  lipContrast: Measure,
  lipColourDistance: Measure,
  meanRgb: Colour,
});

const ObservationSchema = v.strictObject({
  frameId: Count,
  mediaTimeMs: Measure,
  widthPx: Count,
  heightPx: Count,
  faceCount: Count,
  secondFaceAreaRatio: Measure,
  face: v.nullable(FaceSchema),
  sceneLuminance: Measure,
  backgroundRgb: Colour,
  /** Numbers the pictures in order of their first appearance: that they are equal is all that a hash tells. */
  pixelHash: Count,
  workMs: Measure,
}) satisfies v.GenericSchema<FrameObservation>;

/** More than a clip can hold. */
const MAX_FRAMES = 200;
const MAX_EMBEDDED = 30;

const StoredSchema = v.strictObject({
  name: v.string(),
  challenge: v.strictObject({
    id: v.string(),
    steps: v.array(v.strictObject({ action: v.picklist(ACTIONS), cueAtMs: Measure })),
  }),
  observations: v.pipe(v.array(ObservationSchema), v.maxLength(MAX_FRAMES)),
  embedded: v.nullable(
    v.strictObject({
      count: Count,
      lowestSimilarity: Measure,
      sameFaceSimilarity: Measure,
      turnedSimilarities: v.pipe(v.array(Measure), v.maxLength(MAX_EMBEDDED)),
      turnedFaceSimilarity: v.nullable(Measure),
      texture: v.variant('kind', [
        v.strictObject({ kind: v.literal('absent') }),
        v.strictObject({ kind: v.literal('failed') }),
        v.strictObject({
          kind: v.literal('measured'),
          liveProbabilities: v.pipe(v.array(Measure), v.maxLength(MAX_EMBEDDED)),
        }),
      ]),
    }),
  ),
  embeddedFrameIds: v.pipe(v.array(Count), v.maxLength(MAX_EMBEDDED)),
});

/** Closed: numbers that the checks read, and nothing that a picture or an embedding could hide in. */
export interface StoredSeries extends RecordedSeries {
  readonly challenge: Challenge;
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, rounded(held)]));
}

/** Rounded, and checked to be nothing but what a series may hold. @throws ValiError otherwise. */
export function toStored({ observations, ...series }: RecordedSeries, challenge: Challenge): StoredSeries {
  const hashes = [...new Set(observations.map(({ pixelHash }) => pixelHash))];
  const numbered = observations.map((observation) => ({
    ...observation,
    pixelHash: hashes.indexOf(observation.pixelHash),
    workMs: 0,
  }));
  return v.parse(StoredSchema, rounded({ ...series, challenge, observations: numbered }));
}

/** @param id - of a species, or `genuine`. */
export async function writeStored(id: string, series: readonly StoredSeries[]): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const bytes = await promisify(gzip)(JSON.stringify(series), { level: 9 });
  await writeFile(new URL(`${id}.json.gz`, FOLDER), bytes);
}

/** @throws when there are none, or when they hold anything else. */
export async function readStored(id: string): Promise<readonly StoredSeries[]> {
  const bytes = await promisify(gunzip)(await readFile(new URL(`${id}.json.gz`, FOLDER)));
  return v.parse(v.array(StoredSchema), JSON.parse(bytes.toString('utf8')));
}
