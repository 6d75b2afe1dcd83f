import type { OperatingPoint } from './trade-off.js';

/** A detection error trade-off curve as SVG: both error rates on normal-deviate axes (Martin et al. 1997; ISO/IEC
 * 19795-1), in the page's own colours so that it can be read on light and dark. */

export interface Curve {
  readonly label: string;
  readonly points: readonly OperatingPoint[];
  /** Trials behind either rate: nothing finer than one error in them can be drawn. */
  readonly attacks: number;
  readonly genuine: number;
  /** Where the curve may lie as well, from the lower to the upper ends of its intervals. */
  readonly band?: { readonly low: readonly OperatingPoint[]; readonly high: readonly OperatingPoint[] };
}

/** What the two axes are, and where their grid is, shares from the lowest. */
export interface Axes {
  readonly x: string;
  readonly y: string;
  readonly ticks: readonly number[];
}

export const ATTACK_AXES: Axes = {
  x: 'APCER: attacks taken for genuine',
  y: 'BPCER: genuine people not found live',
  ticks: [0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999],
};

const SIDE = 420;
const MARGIN = 64;
const COLOURS = ['#0b6bcb', '#b3470e', '#1f7a4d', '#8a3ffc', '#b1275b', '#6f6f6f'];
const DASHES = ['none', '7 3', '2 3'];
/** More could not be told apart. */
export const MOST_CURVES = COLOURS.length * DASHES.length;

function strokeOf(index: number): string {
  const dash = DASHES[Math.floor(index / COLOURS.length) % DASHES.length];
  return `stroke="${COLOURS[index % COLOURS.length]}" stroke-dasharray="${dash}"`;
}

/** Inverse of the standard normal distribution (Acklam's rational approximation, relative error below 1.2e-9). */
export function probit(share: number): number {
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ];
  const b = [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
  ];
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
  const poly = (coefficients: readonly number[], x: number): number =>
    coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
  if (share > 1 - 0.02425) return -probit(1 - share);
  if (share < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(share));
    return poly(c, q) / poly(d, q);
  }
  const q = share - 0.5;
  return (q * poly(a, q * q)) / poly(b, q * q);
}

type Scale = (share: number) => number;

/** From a share to its place on an axis from the first tick to the last, 0…{@link SIDE}. */
function scaleOf(ticks: readonly number[]): Scale {
  const [low, high] = [probit(ticks[0] ?? 0.001), probit(ticks.at(-1) ?? 0.999)];
  return (share) => ((Math.min(high, Math.max(low, probit(share))) - low) / (high - low)) * SIDE;
}

/** A rate of no error is drawn at half an error: the axes have no zero. */
function drawable(share: number, n: number): number {
  return Math.min(1 - 0.5 / n, Math.max(0.5 / n, share));
}

function path({ points, attacks, genuine }: Omit<Curve, 'label'>, along: Scale): string {
  return points
    .map(({ apcer, bpcer }, index) => {
      const [x, y] = [along(drawable(apcer, attacks)), SIDE - along(drawable(bpcer, genuine))];
      return `${index === 0 ? 'M' : 'L'}${(MARGIN + x).toFixed(1)} ${(MARGIN / 2 + y).toFixed(1)}`;
    })
    .join('');
}

/** The area between both ends of the intervals. */
function area({ band, attacks, genuine }: Curve, index: number, along: Scale): string {
  if (band === undefined) return '';
  const points = [...band.low, ...band.high.toReversed()];
  const fill = COLOURS[index % COLOURS.length];
  return `<path class="band" d="${path({ points, attacks, genuine }, along)}Z" style="fill:${fill};fill-opacity:.12;stroke:none"/>`;
}

function text(x: number, y: number, anchor: string, words: string, turned = false): string {
  const turn = turned ? ` transform="rotate(-90 ${x} ${y})"` : '';
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" text-anchor="${anchor}"${turn}>${safe}</text>`;
}

function grid(ticks: readonly number[], along: Scale): string {
  return ticks
    .map((share) => {
      const [x, y] = [MARGIN + along(share), MARGIN / 2 + SIDE - along(share)];
      // In percent these would run into each other.
      const label = share < 1e-4 ? share.toExponential(0) : `${Number((100 * share).toPrecision(6))} %`;
      return [
        `<path class="grid" d="M${x.toFixed(1)} ${MARGIN / 2}v${SIDE}M${MARGIN} ${y.toFixed(1)}h${SIDE}"/>`,
        text(Math.round(x), MARGIN / 2 + SIDE + 16, 'middle', label),
        text(MARGIN - 6, Math.round(y) + 4, 'end', label),
      ].join('');
    })
    .join('\n');
}

function legend(curves: readonly Curve[]): string {
  return curves
    .map(({ label }, index) => {
      const y = MARGIN / 2 + 14 + 16 * index;
      return `<path d="M${MARGIN + SIDE + 12} ${y - 4}h18" ${strokeOf(index)}/>${text(MARGIN + SIDE + 36, y, 'start', label)}`;
    })
    .join('\n');
}

/** @param curves - each over at least one attack and one genuine trial. */
export function detSvg(title: string, curves: readonly Curve[], axes: Axes = ATTACK_AXES): string {
  const along = scaleOf(axes.ticks);
  const [width, height] = [MARGIN + SIDE + 250, SIDE + MARGIN / 2 + 56];
  const lines = curves.map(
    (curve, index) =>
      `${area(curve, index, along)}<path class="curve" d="${path(curve, along)}" ${strokeOf(index)}/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t">
<title id="t">${title}</title>
<style>svg{background:#fff;color:#1b1b1b;font:12px system-ui,sans-serif}text{fill:currentColor}.grid{stroke:#cfcfcf;stroke-width:.5}path{fill:none;stroke-width:2}</style>
${grid(axes.ticks, along)}
${lines.join('\n')}
${legend(curves)}
${text(MARGIN + SIDE / 2, height - 8, 'middle', axes.x)}
${text(14, MARGIN / 2 + SIDE / 2, 'middle', axes.y, true)}
</svg>
`;
}
