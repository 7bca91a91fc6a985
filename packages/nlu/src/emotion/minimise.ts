/** The loss at a point; the callee also writes the gradient. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const memory = 8;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/**
 * Finds a minimum of a smooth function by L-BFGS with backtracking (Nocedal and Wright 2006, algorithms 7.4, 7.5 and
 * 3.1). Deterministic. Stops after `iterations`, when a step gains less than a millionth, or when cancelled.
 */
export function minimise(
  start: Float64Array,
  objective: Objective,
  iterations: number,
  isCancelled?: () => boolean,
): Float64Array {
  let point = start.slice();
  let gradient = new Float64Array(start.length);
  let value = objective(point, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let round = 0; round < iterations && !isCancelled?.(); round++) {
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    if (slope >= -1e-12) break;
    const nextGradient = new Float64Array(start.length);
    let step = round === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let next = point;
    let nextValue = value;
    for (let tries = 0; tries < 20; tries++, step /= 2) {
      next = point.map((x, i) => x + step * (direction[i] as number));
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * step * slope) break;
    }
    if (nextValue >= value) break;
    const s = next.map((x, i) => x - (point[i] as number));
    const y = nextGradient.map((x, i) => x - (gradient[i] as number));
    const curvature = dot(s, y);
    if (curvature > 1e-10) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > memory) steps.shift();
    const gain = value - nextValue;
    point = next;
    gradient = nextGradient;
    value = nextValue;
    if (gain < 1e-6 * Math.abs(value)) break;
  }
  return point;
}

function descent(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const direction = gradient.map((g) => -g);
  const alphas: number[] = [];
  for (let i = steps.length - 1; i >= 0; i--) {
    const { s, y, rho } = steps[i] as (typeof steps)[number];
    const alpha = rho * dot(s, direction);
    alphas[i] = alpha;
    for (let k = 0; k < direction.length; k++)
      direction[k] = (direction[k] as number) - alpha * (y[k] as number);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = dot(last.s, last.y) / dot(last.y, last.y);
    for (let k = 0; k < direction.length; k++) direction[k] = (direction[k] as number) * scale;
  }
  steps.forEach(({ s, y, rho }, i) => {
    const beta = rho * dot(y, direction);
    const alpha = alphas[i] as number;
    for (let k = 0; k < direction.length; k++)
      direction[k] = (direction[k] as number) + (alpha - beta) * (s[k] as number);
  });
  return direction;
}
