import type { Command } from './command.js';

/** What a command needs besides Candor: nothing, the packages of a receiver, or those and a database. */
type Needs = 'nothing' | 'receiver';

export interface CommandEntry {
  /** One line for `--help`. */
  readonly summary: string;
  readonly needs: Needs;
  /** Loaded when it is asked for, so that no command waits for, or fails with, the packages of another. */
  load(): Promise<Command>;
}

const START: CommandEntry = {
  summary: 'serve until SIGTERM or SIGINT; also without a word',
  needs: 'receiver',
  load: async () => (await import('./start.js')).start,
};

/** By their words. */
export const COMMANDS: ReadonlyMap<string, CommandEntry> = new Map<string, CommandEntry>([
  ['start', START],
  [
    'migrate',
    {
      summary: 'bring the tables up to this version',
      needs: 'receiver',
      load: async () => (await import('./migrate.js')).migrate,
    },
  ],
  [
    'doctor',
    {
      summary: 'look for what is wrong with configuration, keys, database, clock, disk and log',
      needs: 'receiver',
      load: async () => (await import('./doctor.js')).doctor,
    },
  ],
  [
    'keys rotate',
    {
      summary: 'offer a new pair of keys before the last one ends',
      needs: 'receiver',
      load: async () => (await import('./keys-rotate.js')).keysRotate,
    },
  ],
  [
    'matrix rotate',
    {
      summary: 'put every stored template under a new secret matrix and a new key',
      needs: 'receiver',
      load: async () => (await import('./matrix-rotate.js')).matrixRotate,
    },
  ],
  [
    'vectors drop',
    {
      summary: 'delete the vectors of the index pgvector from the database',
      needs: 'receiver',
      load: async () => (await import('./vectors-drop.js')).vectorsDrop,
    },
  ],
  [
    'log verify',
    {
      summary: 'compute the chain of the log anew',
      needs: 'receiver',
      load: async () => (await import('./log-verify.js')).logVerify,
    },
  ],
  [
    'export',
    {
      summary: 'everything that is stored of a seller, by --subject, as JSON',
      needs: 'receiver',
      load: async () => (await import('./of-subject.js')).exportCommand,
    },
  ],
  [
    'erase',
    {
      summary: 'withdraw all that is stored of a seller, by --subject',
      needs: 'receiver',
      load: async () => (await import('./of-subject.js')).eraseCommand,
    },
  ],
  [
    'calibrate',
    {
      summary: 'make a threshold, with its rates, of the scores of bench:accuracy',
      needs: 'nothing',
      load: async () => (await import('./calibrate.js')).calibrate,
    },
  ],
]);

export interface Chosen extends CommandEntry {
  readonly words: string;
  /** What follows the words. */
  readonly args: readonly string[];
}

/** Finds the command that the arguments begin with. Flags alone mean `start`.
 * @throws TypeError for a word that is none. */
export function chooseCommand(given: readonly string[]): Chosen {
  const [first] = given;
  if (first === undefined || first.startsWith('-')) return { ...START, words: 'start', args: given };
  for (const count of [2, 1]) {
    const words = given.slice(0, count).join(' ');
    const entry = COMMANDS.get(words);
    if (entry !== undefined) return { ...entry, words, args: given.slice(count) };
  }
  throw new TypeError(`${first} is no command; candor-receiver --help lists them`);
}

/** One line for each, for `--help`. */
export function listCommands(): string {
  return [...COMMANDS].map(([words, { summary }]) => `  ${words.padEnd(22)}${summary}\n`).join('');
}
