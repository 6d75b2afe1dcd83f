/** What is wrong with one option. */
export interface OptionIssue {
  /** Its path, such as `threshold.value`. */
  readonly field: string;
  readonly reason: string;
}

/** Options are missing or unusable; all of them are named, and the receiver does not start. */
export class ReceiverOptionError extends Error {
  override readonly name = 'ReceiverOptionError';
  /** At least one. */
  readonly issues: readonly OptionIssue[];

  constructor(issues: readonly OptionIssue[]) {
    super(issues.map(({ field, reason }) => `${field}: ${reason}`).join('\n'));
    this.issues = issues;
  }

  /** The first one's. */
  get field(): string {
    return this.issues[0]?.field ?? 'options';
  }
}

/** @throws {@link ReceiverOptionError} when there are any. */
export function refuseIssues(issues: readonly OptionIssue[]): void {
  if (issues.length > 0) throw new ReceiverOptionError(issues);
}
