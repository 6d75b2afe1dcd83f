import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoOptions } from '../../receiver/index.js';
import { DEMO_OPERATORS } from '../start/demo-operators.js';
import { OperatorLog } from '../start/operator-log.js';
import { PARTIES, type ShareNodes, startShareNodes } from '../start/share-nodes.js';
import { startTestReceiver, type TestReceiver } from './receiver.js';

/** A receiver that has three operators compare, and their nodes: four processes. */
export interface TestTrio {
  readonly receiver: TestReceiver;
  readonly nodes: ShareNodes;
  /** What the demo's page shows of them. */
  readonly log: OperatorLog;
  readonly audience: string;
  /** Numbers in a template. */
  readonly dim: number;
  /** The id of the model, which every operator has in its database. */
  readonly modelId: string;
  /** The file of each operator's keys that sellers seal to, which only the operator can read. */
  readonly keyFiles: readonly string[];
  /** Ends all, and removes what they had. */
  remove(): Promise<void>;
}

export async function startTestTrio(extra: readonly string[] = []): Promise<TestTrio> {
  const { audience, threshold, embeddingDim: dim, notices } = demoOptions(DEMO_OPERATORS);
  const { modelId } = threshold;
  const folder = await mkdtemp(join(tmpdir(), 'candor-trio-'));
  const log = new OperatorLog(DEMO_OPERATORS.map(({ name }) => name));
  const nodes = await startShareNodes({
    folder,
    audience,
    model: { id: modelId, dim, threshold: threshold.value },
    onLine: (party, line) => log.add(party, line),
  });
  const stopNodes = async (): Promise<void> => {
    log.close();
    await nodes.close();
    await rm(folder, { recursive: true });
  };
  try {
    const config = join(folder, 'receiver.json');
    await writeFile(config, JSON.stringify({ threeOperators: nodes.threeOperators, notices }));
    const receiver = await startTestReceiver(['--config', config, ...extra]);
    return {
      receiver,
      nodes,
      log,
      audience,
      dim,
      modelId,
      keyFiles: PARTIES.map((party) => join(nodes.folderOf(party), 'sealing-keys.json')),
      remove: async () => {
        await receiver.remove();
        await stopNodes();
      },
    };
  } catch (thrown) {
    await stopNodes();
    throw thrown;
  }
}
