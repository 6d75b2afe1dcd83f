import { UNIT_TOLERANCE } from '../template-index.js';

/** How far an inner product of two vectors of about unit length in half precision (IEEE 754 binary16, as pgvector's `halfvec`) may be
 * from that of the vectors themselves.
 *
 * Rounding to 11 bits moves a number by at most 2⁻¹¹ of itself, or by 2⁻²⁵ where it is below 2⁻¹⁴. So, by the inequality of
 * Cauchy and Schwarz, each of the two roundings moves the product by at most 2⁻¹¹·‖a‖‖b‖, and the small numbers by 2⁻²⁵·√dim·‖b‖;
 * both together by 0.00049·2 and by less than 0.000002. pgvector sums in single precision: at most dim·2⁻²⁴·‖a‖‖b‖ more, 0.00003
 * at 512. With lengths of up to 1 + {@link UNIT_TOLERANCE} that is below 0.00102; this is twice as much. */
export const HALF_PRECISION_ERROR = 0.002 * (1 + UNIT_TOLERANCE) ** 2;
