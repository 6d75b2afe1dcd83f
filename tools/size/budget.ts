import type { Size } from './encoded.js';
import type { DoorSize } from './measure.js';

/** What may not grow unseen: bytes of each door, `tools/size/budget.json`. */

type Encoding = Exclude<keyof Size, 'plain'>;
const STAGES = ['notice', 'guidance', 'whole'] as const satisfies readonly (keyof DoorSize)[];
const ENCODINGS = ['gzip', 'brotli'] as const satisfies readonly Encoding[];

export type Budget = Readonly<
  Record<string, Readonly<Record<keyof DoorSize, Readonly<Record<Encoding, number>>>>>
>;

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
