/** What a look at a deployment found. `warning`: it serves, but somebody should know. */
export interface Finding {
  readonly kind: 'ok' | 'warning' | 'fault' | 'skipped';
  readonly what: string;
  /** No secret and no value of a record. */
  readonly words: string;
}

export function isFault({ kind }: Finding): boolean {
  return kind === 'fault';
}

export function findingLine({ kind, what, words }: Finding): string {
  return `${kind.padEnd(8)}${what}: ${words}\n`;
}
