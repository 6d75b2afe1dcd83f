import { randomUUID } from 'node:crypto';
import { ShareError } from '../errors.js';
import { askOperator } from './ask-operator.js';
import { type Settings, type ShareNodeConfig, settingsOf } from './config.js';
import { checkedEntries, DecisionLog, type LogEntry } from './decision-log.js';
import { lockFolder } from './folder-lock.js';
import { identityOf } from './identity.js';
import { openDatabase } from './open-database.js';

/** An operator's decision log, the oldest entry first: from the node where it runs, else from its database.
 * @throws {@link ShareError} `shares.damaged` where an entry does not follow from the one before; `shares.bad_input`,
 * `shares.disconnected`, `shares.timeout`, `shares.in_use`, `shares.database_failed`. */
export async function* readLog(config: ShareNodeConfig): AsyncGenerator<LogEntry> {
  const settings = settingsOf(config);
  const unlock = await lockFolder(settings.dataDir).catch((thrown: unknown) => {
    if (thrown instanceof ShareError && thrown.code === 'shares.in_use') return null;
    throw thrown;
  });
  if (unlock === null) {
    yield* checkedEntries(await askingNode(settings));
    return;
  }
  try {
    const database = await openDatabase({
      ...settings,
      name: `candor-share-node ${randomUUID()}`,
      signal: new AbortController().signal,
    });
    try {
      const log = await DecisionLog.open(database);
      yield* checkedEntries((after) => log.page(after));
    } finally {
      await database.close();
    }
  } finally {
    await unlock();
  }
}

async function askingNode(settings: Settings): Promise<(after: number) => Promise<readonly LogEntry[]>> {
  const { listen, operators, party, timeoutMs } = settings;
  const identity = await identityOf(settings);
  const { fingerprint } = operators[party];
  const itself = { host: reachable(listen.host), port: listen.port, fingerprint };
  return async (after) => {
    const answer = await askOperator(itself, identity, { kind: 'log', after }, { timeoutMs });
    return answer.kind === 'log' ? answer.entries : [];
  };
}

/** Who listens at every address of a machine is asked at its own. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}
