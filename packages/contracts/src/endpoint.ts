import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** Who calls: a signed-in colleague, a visitor by token, or anyone. */
export type Audience = 'agent' | 'visitor' | 'public';

type Schema = z.ZodType;

/** One HTTP endpoint: the server validates by it, clients are typed by it, OpenAPI is printed from it. */
export type Endpoint<
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
  R extends Schema = Schema,
> = {
  method: Method;
  /** Path below /api with `:name` parameters. */
  path: string;
  audience: Audience;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
};

/** Keeps the literal types of an endpoint's schemas. */
export function endpoint<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  R extends Schema = Schema,
>(definition: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return definition;
}

type Output<S> = S extends Schema ? z.output<S> : undefined;
type Input<S> = S extends Schema ? z.input<S> : undefined;

/** What the server's handler receives after validation. */
export type Received<E> =
  E extends Endpoint<infer P, infer Q, infer B, infer _R>
    ? { params: Output<P>; query: Output<Q>; body: Output<B> }
    : never;
/** What the server must answer. */
export type Answer<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? z.input<R> : never;
/** What a client hands over. */
export type Call<E> =
  E extends Endpoint<infer P, infer Q, infer B, infer _R>
    ? (P extends Schema ? { params: Input<P> } : { params?: undefined }) &
        (Q extends Schema ? { query?: Input<Q> } : { query?: undefined }) &
        (B extends Schema ? { body: Input<B> } : { body?: undefined })
    : never;
/** What a client gets back. */
export type Result<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? z.output<R> : never;
