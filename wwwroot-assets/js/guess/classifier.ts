// One contestant in the browser: an ONNX model that ONNX Runtime's WebAssembly build runs, fed as OnnxClassifier.cs feeds it.
import { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { BrowserModel } from './model';
import { imageLength, side } from './stroke-raster';

const digits = 10;
/** How far from 1 the sum of an answer may be (OnnxClassifier.cs). */
const sumTolerance = 1e-3;

export class Classifier {
  private constructor(
    private readonly session: InferenceSession,
    private readonly model: BrowserModel,
  ) {}

  /**
   * Loads a model file and lets it guess once, so that one that cannot guess is found before anybody waits for it.
   * @throws where the file is no model, has operators that the browser's runtime does not know, or does not answer with probabilities.
   */
  static async load(model: BrowserModel, file: Uint8Array): Promise<Classifier> {
    const session = await InferenceSession.create(file, { executionProviders: ['wasm'] });
    const classifier = new Classifier(session, model);
    try {
      await classifier.predict(new Uint8Array(imageLength));
      return classifier;
    } catch (reason) {
      await session.release();
      throw reason;
    }
  }

  /**
   * @param image 784 bytes.
   * @returns The probabilities of the digits 0 to 9.
   */
  async predict(image: Uint8Array): Promise<Float32Array> {
    const { input, output } = this.model;
    const batch = input.batch ?? 1;
    // A model with a fixed batch gets one that is padded with zeros.
    const values = new Float32Array(batch * imageLength);
    const scale = Math.fround(input.scale);
    const offset = Math.fround(input.offset);
    image.forEach((byte, i) => (values[i] = Math.fround(byte * scale) + offset));
    const shape = { nchw: [batch, 1, side, side], nhwc: [batch, side, side, 1], flat: [batch, imageLength] }[input.layout];
    const answers = await this.session.run({ [input.name]: new Tensor('float32', values, shape) }, [output.name]);
    const answer = answers[output.name]?.data;
    if (!(answer instanceof Float32Array) || answer.length < digits) throw new Error(`${this.model.id} answers no ten numbers.`);
    return distribution(answer.slice(0, digits), output.kind, this.model.id);
  }

  async release(): Promise<void> {
    await this.session.release();
  }
}

function distribution(answer: Float32Array, kind: 'probabilities' | 'logits', id: string): Float32Array {
  const shares = kind === 'logits' ? softmax(answer) : answer;
  const sum = shares.reduce((total, share) => total + share, 0);
  // Written so that NaN is refused, too.
  if (shares.every(share => share >= 0) && Math.abs(sum - 1) < sumTolerance) return shares;
  throw new Error(`${id} answers ${shares.join(', ')}, which are no probabilities.`);
}

function softmax(logits: Float32Array): Float32Array {
  const largest = Math.max(...logits);
  const powers = logits.map(logit => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map(power => power / sum);
}
