import { InferenceSession, Tensor } from 'onnxruntime-web';
import { createRenderer, IDENTITIES, type Person, personAt, sceneWith } from '../../src/testing/index.js';
import type { ChipShape } from '../../src/vision/worker/align.js';
import { dot, normalise, unitMean } from '../../src/vision/worker/embed.js';
import { toPlanes } from '../../src/vision/worker/planes.js';
import { CardError } from './card.js';
import { renderedChip } from './rendered-chip.js';

/** As much of a model as is needed to feed it. */
export interface FedModel {
  readonly chip: ChipShape;
  readonly input: {
    readonly name: string;
    readonly channelOrder: 'RGB' | 'BGR';
    /** What a channel's 0 and 255 become. */
    readonly low: number;
    readonly high: number;
  };
  readonly output: { readonly name: string; readonly dim: number };
}

/** An embedding model that looks at rendered persons as the worker does, in Node. */
export class RenderedFaces {
  readonly #renderer = createRenderer(640, 480);
  readonly #session: InferenceSession;
  readonly #model: FedModel;

  private constructor(session: InferenceSession, model: FedModel) {
    this.#session = session;
    this.#model = model;
  }

  /** @throws {@link CardError} for a file that the runtime cannot load. */
  static async open(bytes: Uint8Array, model: FedModel): Promise<RenderedFaces> {
    const session = await InferenceSession.create(bytes).catch((cause: unknown) => {
      throw new CardError('self-test', `onnxruntime cannot load it: ${String(cause)}`, { cause });
    });
    return new RenderedFaces(session, model);
  }

  /** Unit length, mirror image averaged in.
   * @throws {@link CardError} when the output has another length, is not finite or is all zero. */
  async embed(person: Person, noiseSeed: number): Promise<Float32Array> {
    const { chip, input } = this.#model;
    const scene = sceneWith([person], { noise: { seed: noiseSeed, sigma: 1.5 } });
    const rgba = renderedChip(this.#renderer.render(scene), person, chip);
    const vectors: Float32Array<ArrayBuffer>[] = [];
    for (const flipped of [false, true])
      vectors.push(await this.#run(toPlanes(rgba, flipped, { ...input, sidePx: chip.sidePx })));
    return unitMean(vectors);
  }

  close(): Promise<void> {
    return this.#session.release();
  }

  async #run(planes: Float32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>> {
    const { chip, input, output } = this.#model;
    const tensor = new Tensor('float32', planes, [1, 3, chip.sidePx, chip.sidePx]);
    const answers = await this.#session.run({ [input.name]: tensor }).catch((cause: unknown) => {
      throw new CardError('self-test', `it does not run: ${String(cause)}`, { cause });
    });
    const values = answers[output.name]?.data;
    if (!(values instanceof Float32Array) || values.length !== output.dim)
      throw new CardError(
        'self-test',
        `${values?.length ?? 0} numbers came out of ${output.name}, not ${output.dim}`,
      );
    try {
      return normalise(Float32Array.from(values));
    } catch (cause) {
      throw new CardError('self-test', 'what comes out is NaN, infinite or all zero', { cause });
    }
  }
}

export interface SelfTest {
  readonly samePerson: number;
  readonly otherPerson: number;
}

/** Whether two pictures of one rendered person are nearer than pictures of two persons. It finds a file that does
 * not work, not a poor model. @throws {@link CardError} */
export async function selfTest(bytes: Uint8Array, model: FedModel): Promise<SelfTest> {
  const faces = await RenderedFaces.open(bytes, model);
  try {
    const { ada, chidi } = IDENTITIES;
    const later = personAt(ada, { yawDeg: 8, pitchDeg: -4, distanceCm: 48, mouthOpen: 0.2 });
    const first = await faces.embed(personAt(ada), 1);
    const samePerson = dot(first, await faces.embed(later, 2));
    const otherPerson = dot(first, await faces.embed(personAt(chidi), 3));
    if (samePerson > otherPerson) return { samePerson, otherPerson };
    const [same, other] = [samePerson, otherPerson].map((value) => value.toFixed(3));
    throw new CardError(
      'self-test',
      `a rendered person is no more like themselves (${same}) than like another (${other})`,
    );
  } finally {
    await faces.close();
  }
}
