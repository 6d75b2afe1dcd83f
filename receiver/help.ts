import { USAGE } from './cli-options.js';
import { listCommands } from './commands/commands.js';

/** What `candor-receiver --help` prints. `candor-receiver COMMAND --help` has the flags of that command. */
export const HELP = `${USAGE}
Commands, each with its own --help:

${listCommands()}`;

export function asksForHelp([first]: readonly string[]): boolean {
  return first === '--help';
}
