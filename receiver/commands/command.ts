/** Where a command reads and writes. */
export interface Invocation {
  /** What follows the command's words. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For what the command was asked for: stdout. */
  readonly print: (text: string) => void;
  /** For what is said about it: stderr. */
  readonly note: (text: string) => void;
}

/** One word, or two, of `candor-receiver`, in a file of its own. */
export interface Command {
  /** @returns the exit status: 0 when all is well, 1 when it found a fault.
   * @throws for whoever typed it (`reasonOf`); the status is 1 then, too. */
  run(invocation: Invocation): Promise<number>;
}
