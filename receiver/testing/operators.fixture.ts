import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeIdentity } from '../../shares/node/certificates.fixture.js';
import type { ShareNodeConfig } from '../../shares/node/config.js';
import { Trio } from '../../shares/node/three-nodes.fixture.js';
import { fingerprintOf } from '../../shares/node/tls.js';
import { sealShares } from '../../shares/sealed/seal.js';
import { SHIPPED_MODEL } from '../../src/core/shipped-model.js';
import { headerOf, sealShared } from '../../src/envelope/seal.js';
import type { SharedEnvelope, SharedPayload } from '../../src/envelope/three-share.js';
import { EXAMPLE_CHECKS } from '../../src/envelope/wire.fixture.js';
import type { Discovery, Session } from '../../src/envelope/wire.js';
import { demoOptions } from '../demo.js';
import type { ReceiverOptions } from '../options.js';
import { PLACES, type Place } from '../three-operators/client.js';
import type { ShareOperator, ThreeOperatorsOptions } from '../three-operators/option.js';
import { bindingOf, newestKey, newFace, type SealOptions } from './seller.fixture.js';

/** Three operators' nodes in this process, for a receiver that names them. Nothing here needs the test runner. */

export const NAMES = ['Audit Ltd', 'Market Ltd', 'Trustee Foundation'] as const;

export class Operators {
  readonly trio: Trio;
  readonly #files: Pick<ThreeOperatorsOptions, 'certificateFile' | 'keyFile'>;
  readonly #configs: readonly ShareNodeConfig[];

  private constructor(
    trio: Trio,
    files: Pick<ThreeOperatorsOptions, 'certificateFile' | 'keyFile'>,
    configs: readonly ShareNodeConfig[],
  ) {
    this.trio = trio;
    this.#files = files;
    this.#configs = configs;
  }

  /** Makes and starts all three, for the demo's model and threshold.
   * @param options - what the receiver may ask of them besides, and their longest wait in one step, ms. */
  static async start(
    options: { readonly also?: readonly 'enrol'[]; readonly timeoutMs?: number } = {},
  ): Promise<Operators> {
    const { also = [], ...timeouts } = options;
    const { audience, threshold, embeddingDim } = demoOptions();
    const trio = await Trio.make({ audience, ...timeouts });
    const identity = await makeIdentity('receiver');
    const [certificateFile, keyFile] = [join(trio.folder, 'receiver.crt'), join(trio.folder, 'receiver.key')];
    await writeFile(certificateFile, identity.certificate);
    await writeFile(keyFile, identity.key, { mode: 0o600 });
    const receiver = {
      name: 'receiver',
      fingerprint: fingerprintOf(identity.certificate),
      may: ['admit', 'collect', 'remove', 'describe', ...also],
    } as const;
    const model = { id: threshold.modelId, dim: embeddingDim, threshold: threshold.value };
    const configs = trio.configs.map((config) => ({
      ...config,
      model,
      callers: [{ ...receiver, may: [...receiver.may] }],
    }));
    const operators = new Operators(trio, { certificateFile, keyFile }, configs);
    await Promise.all(PLACES.map((place) => operators.start(place)));
    return operators;
  }

  /** @param changed - what its configuration says otherwise. */
  start(place: Place, changed: Partial<ShareNodeConfig> = {}): Promise<void> {
    const config = this.#configs[place];
    if (config === undefined) throw new RangeError('three');
    return this.trio.start(place, { ...config, ...changed });
  }

  stop(place: Place): Promise<void> {
    return this.trio.stop(place);
  }

  /** Ends them and deletes what they have. */
  close(): Promise<void> {
    return this.trio.remove();
  }

  /** What a receiver's settings say of them; `timeoutMs` longer than a few of the nodes' own. */
  option(changed: Partial<ThreeOperatorsOptions> = {}): ThreeOperatorsOptions {
    const of = (place: Place): ShareOperator => ({
      name: NAMES[place],
      contact: `privacy@${place}.example`,
      address: `${place} Quay Street, Dublin`,
      ...this.trio.sealingKeyOf(place),
      receiptKey: this.trio.receiptKeyOf(place),
      ...this.trio.configs[place].operators[place],
    });
    return { operators: [of(0), of(1), of(2)], ...this.#files, timeoutMs: 15_000, ...changed };
  }

  /** What makes a receiver of the demo's one that has them compare. */
  receiverOptions(changed: Partial<ThreeOperatorsOptions> = {}): Partial<ReceiverOptions> {
    return {
      threeOperators: this.option(changed),
      search: { scope: 'gallery' },
      notices: noticesNaming(NAMES),
    };
  }
}

export function noticesNaming(names: readonly string[]): ReceiverOptions['notices'] {
  return Object.fromEntries(
    Object.entries(demoOptions().notices).map(([locale, notice]) => [
      locale,
      { ...notice, recipients: `${notice.recipients} ${names.join(', ')}.` },
    ]),
  );
}

export interface SharedSealOptions extends Pick<SealOptions, 'subject' | 'locale' | 'embedding' | 'binding'> {
  readonly payload?: Partial<SharedPayload> | undefined;
  /** Over what discovery says. */
  readonly operators?: Discovery['operators'];
}

/** What the widget does between the end of the clip and the POST, where discovery names operators. */
export async function sealSharedFor(
  discovery: Discovery,
  session: Session,
  options: SharedSealOptions = {},
): Promise<SharedEnvelope> {
  const { locale = 'en', embedding = newFace(SHIPPED_MODEL.dim), operators = discovery.operators } = options;
  if (operators === undefined) throw new TypeError('discovery names no operators');
  const payload: SharedPayload = {
    liveness: { verdict: 'live', profile: 'standard', checks: [...EXAMPLE_CHECKS] },
    capture: { durationMs: 5_000, frames: 75, fps: 15 },
    consent: { consentReceiptId: 'r-1', method: 'button', givenAt: '2025-11-22T09:59:30.000Z' },
    ...options.payload,
  };
  const { audience } = discovery;
  const key = newestKey(discovery);
  const { subject } = options;
  const bound = await bindingOf(discovery, session, payload, locale, { subject });
  const header = headerOf({ ...bound, ...options.binding }, key);
  const shares = await sealShares({ embedding, header, operators, audience });
  return sealShared(shares, { payload, key, audience });
}
