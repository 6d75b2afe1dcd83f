import * as v from 'valibot';

/** What is wrong with one option. */
export interface OptionIssue {
  /** Its path, such as `threshold.value`. */
  readonly field: string;
  readonly reason: string;
}

/** What valibot found, without what it was given: that may be a token in place of its hash.
 * @param whole - the field's name where it is all of them. */
export function optionIssue(issue: v.BaseIssue<unknown>, whole: string): OptionIssue {
  return { field: v.getDotPath(issue) ?? whole, reason: withoutValue(issue) };
}

/** valibot's own messages end with what was received. Of what is missing or an object, that is only its kind. */
function withoutValue({ kind, input, received, message }: v.BaseIssue<unknown>): string {
  if (kind === 'schema' && (input == null || typeof input === 'object')) return message;
  const end = [` but received ${received}`, `: Received ${received}`].find((text) => message.endsWith(text));
  return end === undefined ? message : message.slice(0, -end.length);
}

/** Options are missing or unusable; all of them are named, and the receiver does not start.
 * @example
 * if (error instanceof ReceiverOptionError) for (const issue of error.issues) save(issue.field); */
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
