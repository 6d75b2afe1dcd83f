import type { ShareError } from '../../shares/errors.js';
import { searchErrors } from '../../src/core/rates.js';
import type { ByOperator, ShareRemoval } from '../../src/core/record.js';
import type { Search } from '../../src/core/types.js';
import { traceOf } from '../log.js';
import { ReceiverOptionError } from '../option-error.js';
import type { ReceiverConfig } from '../options.js';
import { ProblemError } from '../problem.js';
import type { Database } from '../store/database.js';
import { templates } from '../store/schema.js';
import { countShared, discardAbandoned, findSharedOf, hasShared } from '../store/shared-templates.js';
import { makeClient, type OperatorsClient, type Place } from './client.js';
import { type AskedDuring, OperatorsCheck } from './descriptions.js';
import type { CheckedThreeOperators } from './option.js';
import { OperatorsPresence } from './presence.js';
import { ShareRemovals } from './removals.js';

/** When a seller's page may ask again after the three gave no answer, s. */
const RETRY_S = 10;
/** The same before anything was recorded: soon, because the camera is on. */
const RETRY_SESSION_S = 3;

/** @returns a 503 that leaves the session as it was: the same envelope can be sent again. */
export function noAnswer(cause?: unknown, retryAfterS = RETRY_S): ProblemError {
  return new ProblemError('operators.unavailable', { cause, retryAfterS });
}

/** The three who compare in this receiver's place (docs/three-operators.md). */
export class ThreeOperators {
  readonly client: OperatorsClient;
  readonly removals: ShareRemovals;
  /** Longest wait for one of them, ms. */
  readonly timeoutMs: number;
  readonly #operators: CheckedThreeOperators['operators'];
  readonly #config: ReceiverConfig;
  readonly #database: Database;
  readonly #check: OperatorsCheck;
  readonly #presence = new OperatorsPresence(() => this.#seen('describe'));
  #differing = '';

  constructor(
    client: OperatorsClient,
    three: CheckedThreeOperators,
    config: ReceiverConfig,
    database: Database,
  ) {
    const { now, log } = config;
    this.client = client;
    this.timeoutMs = three.timeoutMs;
    this.#operators = three.operators;
    this.#config = config;
    this.#database = database;
    this.#check = new OperatorsCheck(client, { ...config, threeOperators: three });
    this.removals = new ShareRemovals({ client, operators: three.operators, database, now, log });
  }

  /** To whose keys the parts of an envelope have to be sealed. */
  get kids(): ByOperator<string> {
    const [first, second, third] = this.#operators;
    return [first.kid, second.kid, third.kid];
  }

  /** Asks the three who they are, at a start; one that is away is said in the log.
   * @throws {@link ReceiverOptionError} where one is another than the settings say. */
  async introduce(): Promise<void> {
    // At a start of all together one may not have found the others yet: then it is looked at again for the first seller.
    if (await this.#check.ask('describe')) this.#presence.note(true);
  }

  /** Whether all three could compare a newcomer, as far as was seen within the last half minute. */
  areThere(): Promise<boolean> {
    return this.#presence.areThere();
  }

  /** Before a session is opened: nobody records anything that could not be compared.
   * @throws `operators.unavailable` */
  async assertThere(): Promise<void> {
    if (!(await this.areThere())) throw noAnswer(undefined, RETRY_SESSION_S);
  }

  /** An admission has come to an end: all three answer. */
  noteAnswer(): void {
    this.#presence.note(true);
  }

  /** Before anybody is compared.
   * @throws `operators.unavailable` unless all three are who they should be, and nothing is left of tries that came to nothing. */
  async assertReady(): Promise<void> {
    if (!this.#check.areKnown) await this.#presence.renew();
    if (!this.#check.areKnown) throw noAnswer();
    await this.assertNothingLeft();
  }

  /** @throws `operators.unavailable` while something is left, at all three, of tries that came to nothing. */
  async assertNothingLeft(): Promise<void> {
    if (!(await this.removals.clearNeverStored())) throw noAnswer();
  }

  /** After a session has ended.
   * @throws `operators.unavailable` until each of the three has deleted its part of whatever was sent under it. */
  async assertNothingOf(sessionId: string): Promise<void> {
    if (!(await this.removals.clearSession(sessionId))) throw noAnswer();
  }

  /** Asks all three; one who turns out to be another than the settings say is said in the log, once, and gets nothing. */
  async #seen(during: AskedDuring): Promise<boolean> {
    try {
      const areThere = await this.#check.ask(during);
      this.#differing = '';
      return areThere;
    } catch (thrown) {
      if (!(thrown instanceof ReceiverOptionError)) throw thrown;
      const fields = thrown.issues.map(({ field, reason }) => `${field}: ${reason}`);
      if (fields.join() !== this.#differing) this.#config.log({ event: 'operators.differ', fields });
      this.#differing = fields.join();
      return false;
    }
  }

  /** What is due every hour: who has not said who it is, what a receiver that died has left, what is still to be deleted. */
  async tidy(): Promise<void> {
    await this.#presence.renew();
    await discardAbandoned(this.#database, 'abandoned', this.#config.now());
    await this.removals.work();
  }

  /** How many a newcomer is compared with. */
  count(): Promise<number> {
    return countShared(this.#database);
  }

  /** What discovery says of the search: it is among all, however many they are. */
  async search(): Promise<Search> {
    const stored = await this.count();
    return { scope: 'gallery', templates: stored, ...searchErrors(this.#config.threshold, stored) };
  }

  /** What became of the three parts of a template that was, or is to be, deleted; null where there were none, or it is stored. */
  async removalsOf(verificationId: string): Promise<ByOperator<ShareRemoval> | null> {
    const row = await findSharedOf(this.#database, verificationId);
    if (row === null || row.state === 'pending' || row.state === 'stored') return null;
    const ofOperator = (operator: Place): ShareRemoval => {
      const kept = row.receipts.find(({ receipt }) => receipt.operator === operator);
      const named = this.#operators[operator];
      if (kept === undefined) return { operator, name: named.name, state: 'pending' };
      const { name, receipt, signature, receiptKey = named.receiptKey } = kept;
      return { operator, name, state: 'deleted', receipt, signature, receiptKey };
    };
    return [ofOperator(0), ofOperator(1), ofOperator(2)];
  }

  /** What they refused, and whose doing it is as far as that can be known. */
  tellRefused({ code, party }: ShareError, heldAgainst: 'seller' | 'operators' | 'nobody'): void {
    this.#config.log({ event: 'operators.refused', code, operator: party, heldAgainst });
  }

  /** Which of them does not answer, for the log, after they failed together. */
  async tellSilent(during: 'admit' | 'collect', thrown: unknown): Promise<void> {
    this.#config.log({ event: 'operators.failed', during, error: traceOf(thrown) });
    this.#presence.note(await this.#seen(during));
  }
}

/** Opens what the settings say of three operators; null where they say nothing.
 * @param isAlone - whether no other receiver works on this database.
 * @throws {@link ReceiverOptionError} where the database is of the other mode, or an operator is another than the settings say. */
export async function openThreeOperators(
  config: ReceiverConfig,
  database: Database,
  isAlone: boolean,
): Promise<ThreeOperators | null> {
  const { threeOperators } = config;
  await assertOneMode(database, threeOperators === undefined ? 'own' : 'three');
  if (threeOperators === undefined) return null;
  const client = await makeClient(threeOperators);
  const three = new ThreeOperators(client, threeOperators, config, database);
  await three.introduce();
  await discardAbandoned(database, isAlone ? 'all' : 'abandoned', config.now());
  return three;
}

/** Whom the other mode has stored, nobody would be compared with.
 * @throws {@link ReceiverOptionError} */
async function assertOneMode(database: Database, mode: 'own' | 'three'): Promise<void> {
  const field = 'threeOperators';
  if (mode === 'own' && (await hasShared(database))) {
    const reason =
      'is missing: the database is about templates that three operators keep, which nobody would be compared with, nor could be deleted';
    throw new ReceiverOptionError([{ field, reason }]);
  }
  if (mode === 'three' && (await hasWhole(database))) {
    const reason =
      'the database holds whole templates, which nobody would be compared with: use another database, or have them deleted first';
    throw new ReceiverOptionError([{ field, reason }]);
  }
}

async function hasWhole(database: Database): Promise<boolean> {
  const rows = await database.select({ dim: templates.dim }).from(templates).limit(1);
  return rows.length > 0;
}
