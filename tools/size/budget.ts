import type { AssetSize } from './assets.js';
import type { Size } from './encoded.js';
import type { DoorSize } from './measure.js';

/** What may not grow unseen: bytes of each door, `tools/size/budget.json`. */

type Encoding = Exclude<keyof Size, 'plain'>;
const STAGES = ['notice', 'guidance', 'whole'] as const satisfies readonly (keyof DoorSize)[];
const ENCODINGS = ['gzip', 'brotli'] as const satisfies readonly Encoding[];

export type Budget = Readonly<
  Record<string, Readonly<Record<keyof DoorSize, Readonly<Record<Encoding, number>>>>>
>;

/** The same of each file that no door's figures count and that is there always: `tools/size/files.json`. */
export type FileBudget = Readonly<Record<string, Readonly<Record<Encoding, number>>>>;

/** @returns the names of the files that are larger than they may be, or that nobody has said anything of. */
export function filesOverBudget(assets: readonly AssetSize[], budget: FileBudget): readonly string[] {
  return assets
    .filter(({ fetched }) => fetched === 'with-operators')
    .filter((asset) =>
      ENCODINGS.some((encoding) => !(asset[encoding] <= (budget[asset.file]?.[encoding] ?? 0))),
    )
    .map(({ file }) => file);
}

/** One line of the table: what there is, and what there may be. */
export interface Measured {
  readonly door: string;
  readonly stage: keyof DoorSize;
  readonly encoding: Encoding;
  readonly bytes: number;
  readonly mostBytes: number | undefined;
}

export function compared(sizes: ReadonlyMap<string, DoorSize>, budget: Budget): readonly Measured[] {
  return [...sizes].flatMap(([door, size]) =>
    STAGES.flatMap((stage) =>
      ENCODINGS.map((encoding) => ({
        door,
        stage,
        encoding,
        bytes: size[stage][encoding],
        mostBytes: budget[door]?.[stage][encoding],
      })),
    ),
  );
}

/** Whatever is larger than it may be. A door without a budget is: nobody has said what it may be. */
export function overBudget(measured: readonly Measured[]): readonly Measured[] {
  return measured.filter(({ bytes, mostBytes }) => mostBytes === undefined || bytes > mostBytes);
}
