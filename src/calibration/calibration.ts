import * as v from 'valibot';
import dlibResnetV1 from './models/dlib-resnet-v1.json' with { type: 'json' };
import mobilefacenet from './models/mobilefacenet.json' with { type: 'json' };
import type { Rate } from './rates.js';

/** What was measured of an embedding model: how many pairs of pictures reach which similarity. Counts only; the pictures are
 * nobody's to publish. A threshold means something only with the model, and with the file, that it was measured on. */

/** People compared among themselves, as a person sorted their pictures by eye. */
export type Group = 'east-asian' | 'darker-skin' | 'women';
export const GROUPS = ['east-asian', 'darker-skin', 'women'] as const satisfies readonly Group[];

/** What was counted at one threshold. */
export interface CalibrationPoint {
  /** Cosine similarity, 0…1. */
  readonly threshold: number;
  /** Pairs of different people at or above `threshold`. */
  readonly overall: Rate;
  /** Pairs of one person below it. */
  readonly genuine: Rate;
  /** Pairs of different people of one group at or above it; a group that was not counted here is left out. */
  readonly groups: Readonly<Partial<Record<Group, Rate>>>;
}

/** What was measured of one embedding model, as counts, threshold by threshold (docs/accuracy.md). */
export interface Calibration {
  readonly modelId: string;
  readonly modelSha256: string;
  /** The pictures, in words. */
  readonly set: string;
  readonly people: Readonly<Partial<Record<Group, number>>> & { readonly overall: number };
  /** What a reader of the figures has to know. */
  readonly note: string;
  /** From the lowest threshold. */
  readonly points: readonly CalibrationPoint[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.gtValue(0), v.ltValue(1));
const RateSchema = v.pipe(
  v.tuple([count, v.pipe(count, v.minValue(1))]),
  v.check(([errors, n]) => errors <= n, 'more errors than pairs'),
  v.transform(([errors, n]): Rate => ({ errors, n })),
);
const byGroup = <Schema extends v.GenericSchema>(schema: Schema) => ({
  'east-asian': v.exactOptional(schema),
  'darker-skin': v.exactOptional(schema),
  women: v.exactOptional(schema),
});
const CalibrationSchema = v.strictObject({
  modelId: v.string(),
  modelSha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  set: v.string(),
  people: v.strictObject({ overall: count, ...byGroup(count) }),
  note: v.string(),
  points: v.array(
    v.strictObject({
      threshold: share,
      overall: RateSchema,
      genuine: RateSchema,
      groups: v.strictObject(byGroup(RateSchema)),
    }),
  ),
});

/** The model that is shipped.
 * @example
 * const threshold = calibratedThreshold(MOBILEFACENET, 'https://verify.example/how-it-was-measured', 0.45); */
export const MOBILEFACENET: Calibration = v.parse(CalibrationSchema, mobilefacenet);
/** The model that `npm run models -- --embedding dlib` puts in its place.
 * @example
 * const threshold = calibratedThreshold(DLIB_RESNET_V1, 'https://verify.example/how-it-was-measured', 0.959); */
export const DLIB_RESNET_V1: Calibration = v.parse(CalibrationSchema, dlibResnetV1);
export const CALIBRATIONS: readonly Calibration[] = [MOBILEFACENET, DLIB_RESNET_V1];

/** @returns null for a model that nobody has measured for us: its figures are the receiver's to state. */
export function calibrationOf(modelId: string): Calibration | null {
  return CALIBRATIONS.find((calibration) => calibration.modelId === modelId) ?? null;
}
