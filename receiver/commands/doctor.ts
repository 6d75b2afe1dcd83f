import { stat } from 'node:fs/promises';
import { readCliOptions, USAGE } from '../cli-options.js';
import { type Finding, findingLine, isFault } from '../doctor/finding.js';
import { findInDatabase } from '../doctor/in-database.js';
import { findInFolder } from '../doctor/in-folder.js';
import { findInThreshold } from '../doctor/in-threshold.js';
import { FolderInUseError } from '../folder-lock.js';
import { folderOf, keyPlaceOf } from '../keys/key-place.js';
import { ReceiverOptionError } from '../option-error.js';
import { checkOptions, type ReceiverConfig } from '../options.js';
import { reasonOf } from '../start-error.js';
import { isPostgres } from '../store/database-url.js';
import type { Command } from './command.js';
import { withDatabase } from './open-stored.js';

const HELP = `candor-receiver doctor: looks, and changes nothing. Ends with 1 when anything would keep a receiver from serving.

`;

/** `candor-receiver doctor` */
export const doctor: Command = {
  async run({ args, env, print }) {
    const findings: Finding[] = [];
    const config = await readConfig(args, env, findings);
    if (config === 'help') {
      print(HELP + USAGE);
      return 0;
    }
    if (config !== null) findings.push(...(await look(config)));
    for (const finding of findings) print(findingLine(finding));
    return findings.some(isFault) ? 1 : 0;
  },
};

async function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  findings: Finding[],
): Promise<ReceiverConfig | 'help' | null> {
  try {
    const options = await readCliOptions(args, env, 'usual');
    if (options === null) return 'help';
    const config = checkOptions(options.receiver, env.NODE_ENV === 'production');
    findings.push({ kind: 'ok', what: 'configuration', words: `${config.audience}, ${config.dataDir}` });
    return config;
  } catch (thrown) {
    if (!(thrown instanceof ReceiverOptionError)) throw thrown;
    for (const { field, reason } of thrown.issues)
      findings.push({ kind: 'fault', what: 'configuration', words: `${field}: ${reason}` });
    return null;
  }
}

async function look(config: ReceiverConfig): Promise<readonly Finding[]> {
  const threshold = findInThreshold(config);
  const folder = await findInFolder(config.dataDir, folderOf(keyPlaceOf(config)));
  return [...threshold, ...folder, ...(await lookIntoDatabase(config))];
}

async function lookIntoDatabase(config: ReceiverConfig): Promise<readonly Finding[]> {
  const what = 'database';
  if (!isPostgres(config.databaseUrl) && !(await exists(`${config.dataDir}/database`)))
    return [{ kind: 'skipped', what, words: 'there is none yet; the first start makes it' }];
  try {
    return await withDatabase(config, 'leave', (database) => findInDatabase(database, config));
  } catch (thrown) {
    if (thrown instanceof FolderInUseError)
      return [{ kind: 'skipped', what, words: 'a receiver runs on it: ask its /ready, or stop it' }];
    return [{ kind: 'fault', what, words: reasonOf(thrown) }];
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
