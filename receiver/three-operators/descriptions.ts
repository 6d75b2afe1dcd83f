import type { OptionIssue } from '../option-error.js';
import { refuseIssues } from '../option-error.js';
import type { ReceiverConfig } from '../options.js';
import { type Description, type OperatorsClient, PLACES, type Place } from './client.js';
import type { CheckedThreeOperators, ShareOperator } from './option.js';

/** Longest wait for what the three say of themselves, ms. */
const DESCRIBE_MS = 5_000;

type Terms = Pick<ReceiverConfig, 'audience' | 'embeddingDim' | 'threshold' | 'log'> & {
  readonly threeOperators: CheckedThreeOperators;
};

/** Whether the three are who the settings say, and compare as discovery says. Each is asked until it has answered once; none of what they are
 * asked changes while a node runs under one configuration. */
export class OperatorsCheck {
  readonly #client: OperatorsClient;
  readonly #terms: Terms;
  readonly #unheard = new Set<Place>(PLACES);

  constructor(client: OperatorsClient, terms: Terms) {
    this.#client = client;
    this.#terms = terms;
  }

  /** Asks those who have not answered yet.
   * @returns whether all three have.
   * @throws {@link ReceiverOptionError} where one is another than the settings say, naming each field. */
  async ask(): Promise<boolean> {
    if (this.#unheard.size === 0) return true;
    const descriptions = await this.#client.describe(AbortSignal.timeout(DESCRIBE_MS));
    const asked = [...this.#unheard];
    refuseIssues(asked.flatMap((place) => this.#issuesOf(place, descriptions[place])));
    for (const place of asked) this.#note(place, descriptions[place]);
    return this.#unheard.size === 0;
  }

  #note(place: Place, description: Description): void {
    if (description.kind === 'described') {
      this.#unheard.delete(place);
      return;
    }
    const { code } = description.error;
    this.#terms.log({ event: 'operator.unanswered', operator: place, during: 'describe', code });
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
