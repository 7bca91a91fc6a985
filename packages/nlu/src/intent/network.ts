import { createRandom, shuffle } from './random.ts';
import { Arena, createKernel } from './simd.ts';

/** A sparse vector: feature numbers and their values. */
export interface Sparse {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export interface NetworkOptions {
  /** Units of the hidden layer, a multiple of 4. */
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  /** The input layer learns this many times as fast: its inputs are small. */
  readonly inputRate: number;
  /** Share of features hidden from one step (word dropout). */
  readonly inputDropout: number;
  readonly hiddenDropout: number;
  /** Probability given to the other classes by the target (Szegedy et al. 2016). */
  readonly smoothing: number;
  /** Half-width of the uniform start of the input layer. */
  readonly spread: number;
  readonly seed: number;
}

export interface Network {
  readonly features: number;
  readonly hidden: number;
  readonly classes: number;
  /** features × hidden */
  readonly input: Float32Array;
  readonly inputBias: Float32Array;
  /** hidden × classes */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

export interface Example {
  readonly vector: Sparse;
  /** Class number; −1 for "none of them", whose target is the uniform distribution. */
  readonly label: number;
  readonly weight: number;
}

const padded = (n: number): number => Math.ceil(n / 4) * 4;

class Trainer {
  readonly #o: NetworkOptions;
  readonly #classes: number;
  readonly #random: () => number;
  readonly #kernel;
  readonly #input;
  readonly #inputBias;
  readonly #output;
  readonly #outputBias;
  readonly #hidden;
  readonly #hiddenGradient;
  readonly #z;
  readonly #ids;
  readonly #values;
  readonly #live;
  readonly #liveValues;
  readonly #liveGradient;

  constructor(features: number, classes: number, longest: number, options: NetworkOptions) {
    const { hidden, spread, seed } = options;
    const width = padded(classes);
    this.#o = options;
    this.#classes = classes;
    this.#random = createRandom(seed);
    const floats = features * hidden + hidden * width + 8 * hidden + 2 * width + 2 * longest;
    this.#kernel = createKernel(floats * 4 + 16_384);
    const arena = new Arena(this.#kernel);
    this.#input = arena.floats(features * hidden);
    this.#inputBias = new Float32Array(hidden);
    this.#output = arena.floats(hidden * width);
    this.#outputBias = new Float32Array(width);
    this.#hidden = arena.floats(hidden);
    this.#hiddenGradient = arena.floats(hidden);
    this.#z = arena.floats(width);
    this.#ids = arena.integers(longest);
    this.#values = arena.floats(longest);
    this.#live = arena.integers(hidden);
    this.#liveValues = arena.floats(hidden);
    this.#liveGradient = arena.floats(hidden);
    for (let i = 0; i < this.#input.length; i++) this.#input[i] = (this.#random() * 2 - 1) * spread;
    const outputSpread = 0.5 * Math.sqrt(3 / hidden);
    for (let k = 0; k < hidden; k++) {
      for (let c = 0; c < classes; c++) this.#output[k * width + c] = (this.#random() * 2 - 1) * outputSpread;
    }
  }

  /** One step of gradient descent; gives the loss before it. */
  step(example: Example, rate: number): number {
    const { ids, values } = example.vector;
    const { inputDropout, inputRate } = this.#o;
    let count = 0;
    const scale = 1 / (1 - inputDropout);
    const limit = Math.round(inputDropout * 256);
    let bits = 0;
    for (let q = 0; q < ids.length; q++) {
      // One random number serves four features, a byte each.
      bits = (q & 3) === 0 ? Math.floor(this.#random() * 4_294_967_296) : bits >>> 8;
      if ((bits & 255) < limit) continue;
      this.#ids[count] = ids[q] as number;
      this.#values[count++] = (values[q] as number) * scale;
    }
    const live = this.#forward(count);
    const loss = this.#outputError(example.label);
    this.#backward(live, rate * example.weight);
    const factor = -rate * inputRate * example.weight;
    for (let q = 0; q < count; q++) this.#values[q] = (this.#values[q] as number) * factor;
    const rowBytes = this.#o.hidden * 4;
    const { scatter } = this.#kernel;
    scatter(
      this.#hiddenGradient.byteOffset,
      this.#input.byteOffset,
      this.#ids.byteOffset,
      this.#values.byteOffset,
      count,
      rowBytes,
    );
    return loss;
  }

  #forward(count: number): number {
    const { hidden, hiddenDropout } = this.#o;
    const { gather } = this.#kernel;
    const h = this.#hidden;
    h.set(this.#inputBias);
    gather(
      h.byteOffset,
      this.#input.byteOffset,
      this.#ids.byteOffset,
      this.#values.byteOffset,
      count,
      hidden * 4,
    );
    let live = 0;
    const scale = 1 / (1 - hiddenDropout);
    for (let k = 0; k < hidden; k++) {
      const value = h[k] as number;
      if (value <= 0 || (hiddenDropout > 0 && this.#random() < hiddenDropout)) continue;
      this.#live[live] = k;
      this.#liveValues[live++] = value * scale;
    }
    this.#z.set(this.#outputBias);
    gather(
      this.#z.byteOffset,
      this.#output.byteOffset,
      this.#live.byteOffset,
      this.#liveValues.byteOffset,
      live,
      this.#z.byteLength,
    );
    return live;
  }

  /** Turns scores into softmax minus target, in place. */
  #outputError(label: number): number {
    const z = this.#z;
    const classes = this.#classes;
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < classes; c++) most = Math.max(most, z[c] as number);
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      const e = Math.exp((z[c] as number) - most);
      z[c] = e;
      sum += e;
    }
    const { smoothing } = this.#o;
    const rest = label < 0 ? 1 / classes : smoothing / Math.max(1, classes - 1);
    const loss = label < 0 ? 0 : -Math.log((z[label] as number) / sum + 1e-12);
    for (let c = 0; c < classes; c++) z[c] = (z[c] as number) / sum - (c === label ? 1 - smoothing : rest);
    return loss;
  }

  #backward(live: number, rate: number): void {
    const { dots, scatter } = this.#kernel;
    const { hiddenDropout } = this.#o;
    const [z, out, rows] = [this.#z.byteOffset, this.#output.byteOffset, this.#live.byteOffset];
    dots(z, out, rows, this.#liveGradient.byteOffset, live, this.#z.byteLength);
    for (let i = 0; i < live; i++) this.#liveValues[i] = -rate * (this.#liveValues[i] as number);
    scatter(z, out, rows, this.#liveValues.byteOffset, live, this.#z.byteLength);
    const scale = 1 / (1 - hiddenDropout);
    this.#hiddenGradient.fill(0);
    for (let i = 0; i < live; i++) {
      const k = this.#live[i] as number;
      const gradient = (this.#liveGradient[i] as number) * scale;
      this.#hiddenGradient[k] = gradient;
      this.#inputBias[k] = (this.#inputBias[k] as number) - 0.1 * rate * gradient;
    }
    for (let c = 0; c < this.#classes; c++) {
      this.#outputBias[c] = (this.#outputBias[c] as number) - 0.1 * rate * (this.#z[c] as number);
    }
  }

  result(features: number): Network {
    const { hidden } = this.#o;
    const width = padded(this.#classes);
    const output = new Float32Array(hidden * this.#classes);
    for (let k = 0; k < hidden; k++) {
      output.set(this.#output.subarray(k * width, k * width + this.#classes), k * this.#classes);
    }
    return {
      features,
      hidden,
      classes: this.#classes,
      input: this.#input,
      inputBias: this.#inputBias,
      output,
      outputBias: this.#outputBias.slice(0, this.#classes),
    };
  }
}

/**
 * Trains a network of one hidden layer of rectified units on sparse vectors by stochastic gradient descent, with
 * dropout (Srivastava et al. 2014) on features and units and a linearly falling rate. A generator that yields the
 * share done after each twentieth of an epoch or so, so that the caller can show progress or stop.
 */
export function* trainNetwork(
  examples: readonly Example[],
  features: number,
  classes: number,
  options: NetworkOptions,
): Generator<number, Network> {
  const longest = examples.reduce((most, { vector }) => Math.max(most, vector.ids.length), 1);
  const trainer = new Trainer(features, classes, longest, options);
  const random = createRandom(options.seed ^ 0x9e3779b9);
  const order = Int32Array.from(examples, (_, i) => i);
  const total = options.epochs * examples.length;
  let done = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      trainer.step(examples[i] as Example, options.rate * (1 - (0.95 * done) / total));
      if (++done % 512 === 0) yield done / total;
    }
  }
  return trainer.result(features);
}
