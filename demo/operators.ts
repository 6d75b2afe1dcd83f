/** What the demo's server tells of the three operators, and what the page makes of it. */

/** What an operator did, or what became of it. */
export type Deed =
  | 'seen'
  | 'not-seen'
  | 'named'
  | 'deleted'
  | 'failed'
  | 'started'
  | 'ended'
  | 'connected'
  | 'cut-off';

/** One line that an operator's node printed, with the time at which it came. */
export interface LoggedLine {
  readonly party: number;
  /** ISO 8601. */
  readonly at: string;
  readonly line: Readonly<Record<string, unknown>>;
}

export interface SeenDeed {
  /** Of this operator's deeds, from 1. */
  readonly number: number;
  readonly at: string;
  readonly deed: Deed;
}

export interface SeenOperator {
  readonly name: string;
  /** Templates of which it has a part; null: it has not said. */
  readonly rows: number | null;
  /** Some numbers of one component of the newest part. */
  readonly digits: readonly number[];
  /** Newest first. */
  readonly deeds: readonly SeenDeed[];
}

/** As many as a pane shows. */
const MOST_DEEDS = 8;

const BY_EVENT: Readonly<Record<string, Deed>> = {
  listening: 'started',
  ended: 'ended',
  up: 'connected',
  down: 'cut-off',
  collected: 'named',
  removed: 'deleted',
  failed: 'failed',
};

const BY_BIT: Readonly<Record<string, Deed>> = { review: 'seen', none: 'not-seen' };

/** @returns null for what a pane does not show. */
function deedOf({ event, opened }: LoggedLine['line']): Deed | null {
  return (event === 'opened' ? BY_BIT[String(opened)] : BY_EVENT[String(event)]) ?? null;
}

function numbersIn(value: unknown): readonly number[] | null {
  return Array.isArray(value) && value.every((each) => typeof each === 'number') ? value : null;
}

export function named(names: readonly string[]): readonly SeenOperator[] {
  return names.map((name) => ({ name, rows: null, digits: [], deeds: [] }));
}

/** The operators after one more line. */
export function withLine(
  operators: readonly SeenOperator[],
  { party, at, line }: LoggedLine,
): readonly SeenOperator[] {
  const deed = deedOf(line);
  return operators.map((operator, index) => {
    if (index !== party) return operator;
    const number = (operator.deeds[0]?.number ?? 0) + 1;
    const deeds =
      deed === null ? operator.deeds : [{ number, at, deed }, ...operator.deeds].slice(0, MOST_DEEDS);
    if (line.event !== 'holds') return { ...operator, deeds };
    const rows = typeof line.rows === 'number' ? line.rows : null;
    return { ...operator, rows, digits: numbersIn(line.words) ?? [] };
  });
}
