import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** From which version on a browser has what the widget needs, by MDN's data and not by anybody's memory. */

/** A column of the table, and the browsers that it speaks of, under MDN's names. */
export const ENGINES = {
  'Chrome, Edge': ['chrome', 'chrome_android', 'edge'],
  Firefox: ['firefox', 'firefox_android'],
  'Safari, iOS': ['safari', 'safari_ios'],
} as const;

export type Engine = keyof typeof ENGINES;
type Browser = (typeof ENGINES)[Engine][number];

/** What the widget needs, in words, and where MDN's data has it. */
export type Needs = Readonly<Record<string, string>>;

/** What the check wants. Most of it is asked for before the question (`src/flow/preflight.ts`); without the rest it goes on as
 * docs/embedding.md says. */
export const CHECK: Needs = {
  'the camera API': 'api.MediaDevices.getUserMedia',
  'module workers': 'api.Worker.Worker.ecmascript_modules',
  'drawing off the screen': 'api.OffscreenCanvas.getContext.2d_context',
  'WebAssembly SIMD': 'webassembly.fixed-width-SIMD',
  'when a picture is new (`requestVideoFrameCallback`)': 'api.HTMLVideoElement.requestVideoFrameCallback',
  'ES2023 arrays (`toSorted`)': 'javascript.builtins.Array.toSorted',
  'container queries': 'css.at-rules.container',
  'elements in forms (`attachInternals`)': 'api.HTMLElement.attachInternals',
};

/** Only where that option is set. */
export const PINNED_KEY: Needs = { 'Ed25519 in WebCrypto': 'api.SubtleCrypto.verify.ed25519' };

interface Statement {
  readonly version_added: string | false;
  readonly flags?: unknown;
  readonly partial_implementation?: boolean;
}
interface Entry {
  readonly __compat?: { readonly support: Readonly<Record<string, Statement | readonly Statement[]>> };
}

// Read and not imported: the file is 17 MB, whose types would be the compiler's.
const DATA: unknown = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'),
);

function entryAt(path: string): Entry {
  const found = path
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], DATA);
  if (typeof found !== 'object' || found === null) throw new Error(`MDN's data has no ${path}`);
  return found;
}

/** @throws where it has none, or only behind a flag or in part. */
export function firstVersion(path: string, browser: Browser): number {
  const support = entryAt(path).__compat?.support[browser];
  const statements = support === undefined ? [] : [support].flat();
  const whole = statements.find(
    ({ flags, partial_implementation: part }) => flags === undefined && part !== true,
  );
  const version = Number.parseFloat(String(whole?.version_added));
  if (Number.isNaN(version)) throw new Error(`${browser} has no ${path}`);
  return version;
}

/** Of every browser of this engine that is named: the one that has it last. */
function engineVersion(path: string, engine: Engine): number {
  return Math.max(...ENGINES[engine].map((browser) => firstVersion(path, browser)));
}

export function minimum(needs: Needs, engine: Engine): number {
  return Math.max(...Object.values(needs).map((path) => engineVersion(path, engine)));
}

const names = Object.keys(ENGINES) as readonly Engine[]; // written above

function row(label: string, versions: readonly number[]): string {
  return `| ${[label, ...versions].join(' | ')} |`;
}

/** What README.md says. */
export function summaryRows(): readonly string[] {
  return [
    row(
      'the check',
      names.map((engine) => minimum(CHECK, engine)),
    ),
    row(
      'the option `pinnedKey`',
      names.map((engine) => minimum(PINNED_KEY, engine)),
    ),
  ];
}

/** What docs/embedding.md says: each need by itself. */
export function needRows(): readonly string[] {
  return Object.entries({ ...CHECK, ...PINNED_KEY }).map(([label, path]) =>
    row(
      label,
      names.map((engine) => engineVersion(path, engine)),
    ),
  );
}
