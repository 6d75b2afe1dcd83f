/** How many times longer than usual the checks wait, where `CANDOR_PATIENCE` says so: for a machine that others use too.
 * @throws TypeError for what is no number from 1 to 100. */
export function patient(
  milliseconds: number,
  wanted: string | undefined = process.env.CANDOR_PATIENCE,
): number {
  const factor = Number(wanted ?? 1);
  if (!(factor >= 1 && factor <= 100))
    throw new TypeError(`CANDOR_PATIENCE is a number from 1 to 100, not ${wanted}`);
  return milliseconds * factor;
}
