import type { OptionIssue } from '../option-error.js';
import { refuseIssues } from '../option-error.js';
import type { ReceiverConfig } from '../options.js';
import { type Description, type OperatorsClient, PLACES, type Place } from './client.js';
import type { CheckedThreeOperators, ShareOperator } from './option.js';

/** Longest wait for what the three say of themselves, ms: sellers wait for it. */
const DESCRIBE_MS = 3_000;

type Terms = Pick<ReceiverConfig, 'audience' | 'embeddingDim' | 'threshold' | 'log'> & {
  readonly threeOperators: CheckedThreeOperators;
};

export type AskedDuring = 'describe' | 'admit' | 'collect';

/** Whether the three are who the settings say, compare as discovery says, and could do so now. */
export class OperatorsCheck {
  readonly #client: OperatorsClient;
  readonly #terms: Terms;
  /** Who has not said yet that it is who the settings say, or has said otherwise since. */
  readonly #unheard = new Set<Place>(PLACES);
  readonly #silent = new Set<Place>();

  constructor(client: OperatorsClient, terms: Terms) {
    this.#client = client;
    this.#terms = terms;
  }

  /** Whether all three have said who they are. */
  get areKnown(): boolean {
    return this.#unheard.size === 0;
  }

  /** Asks all three.
   * @returns whether each is who it should be, and could compare somebody now.
   * @throws {@link ReceiverOptionError} where one is another than the settings say, naming each field. */
  async ask(during: AskedDuring): Promise<boolean> {
    const descriptions = await this.#client.describe(AbortSignal.timeout(DESCRIBE_MS));
    const issues = PLACES.flatMap((place) => {
      const found = this.#issuesOf(place, descriptions[place]);
      if (found.length > 0) this.#unheard.add(place);
      return found;
    });
    refuseIssues(issues);
    for (const place of PLACES) this.#note(place, descriptions[place], during);
    return this.areKnown && this.#silent.size === 0;
  }

  #note(operator: Place, description: Description, during: AskedDuring): void {
    const { log } = this.#terms;
    if (description.kind === 'described') this.#unheard.delete(operator);
    const code = silenceOf(description);
    if (code === null) {
      if (this.#silent.delete(operator)) log({ event: 'operator.answers', operator });
      return;
    }
    // Asked every few seconds as long as somebody waits for it: once is enough.
    if (during !== 'describe' || !this.#silent.has(operator))
      log({ event: 'operator.unanswered', operator, during, code });
    this.#silent.add(operator);
  }

  #issuesOf(place: Place, description: Description): readonly OptionIssue[] {
    if (description.kind !== 'described') return [];
    const operator = this.#terms.threeOperators.operators[place];
    return differences(description, operator, this.#terms).map((field) => ({
      field: `threeOperators.operators.${place}`,
      reason: `${operator.name} states another ${field} than these settings`,
    }));
  }
}

type Described = Extract<Description, { readonly kind: 'described' }>;

/** Names of the settings that an operator's node contradicts. */
function differences(
  { model, receiptKey, sealingKey, audience }: Described,
  operator: ShareOperator,
  { audience: ownAudience, embeddingDim, threshold }: Terms,
): readonly string[] {
  const pairs: Readonly<Record<string, readonly [unknown, unknown]>> = {
    'threshold.modelId': [model.id, threshold.modelId],
    embeddingDim: [model.dim, embeddingDim],
    'threshold.value': [model.threshold, threshold.value],
    audience: [audience, ownAudience],
    receiptKey: [receiptKey, operator.receiptKey],
    kid: [sealingKey?.kid, operator.kid],
    kem: [sealingKey?.kem, operator.kem],
    publicKey: [sealingKey?.publicKey, operator.publicKey],
  };
  return Object.entries(pairs).flatMap(([field, [stated, own]]) => (stated === own ? [] : [field]));
}

/** Why an operator could not compare anybody now; null where it could. */
function silenceOf(description: Description): string | null {
  if (description.kind === 'failed') return description.error.code;
  return description.ready ? null : 'shares.try_later';
}
