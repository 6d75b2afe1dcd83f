import { type LoggedLine, named, type SeenOperator, withLine } from './operators.js';

export interface OperatorsLog {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => readonly SeenOperator[];
}

const NOBODY: readonly SeenOperator[] = [];

/** Of a server that runs no operators. */
export const NO_OPERATORS: OperatorsLog = { subscribe: () => () => {}, getSnapshot: () => NOBODY };

/** What the three operators do, from now on and a little of before. The browser connects again by itself, and is then told all anew.
 * @param path - of this page's own server. */
export function watchOperators(path: string): OperatorsLog {
  let seen = NOBODY;
  const listeners = new Set<() => void>();
  const show = (next: readonly SeenOperator[]): void => {
    seen = next;
    for (const listener of listeners) listener();
  };
  const source = new EventSource(path);
  source.addEventListener('all', ({ data }) => {
    const { names, lines }: { names: readonly string[]; lines: readonly LoggedLine[] } = JSON.parse(data);
    show(lines.reduce(withLine, named(names)));
  });
  source.addEventListener('line', ({ data }) => show(withLine(seen, JSON.parse(data))));
  return {
    getSnapshot: () => seen,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
