import { ERRORS, type ErrorCode, type ErrorParams, type Problem } from '@xiaoer/contracts';

/** An error that a client may see: coded, with typed parameters. Everything else is an opaque 500. */
export class CodedError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly params: ErrorParams<C>;
  constructor(code: C, params: ErrorParams<C>) {
    super(code);
    this.code = code;
    this.params = params;
  }
  get status(): number {
    return ERRORS[this.code].status;
  }
}

type NoParams<C extends ErrorCode> = Record<string, never> extends ErrorParams<C> ? C : never;

/** Makes a coded error; the parameters may be left out where the code has none. */
export function coded<C extends ErrorCode>(code: NoParams<C>): CodedError<C>;
export function coded<C extends ErrorCode>(code: C, params: ErrorParams<C>): CodedError<C>;
export function coded<C extends ErrorCode>(code: C, params?: ErrorParams<C>): CodedError<C> {
  return new CodedError(code, (params ?? {}) as ErrorParams<C>);
}

/** RFC 9457 problem details. `title` is the code: clients translate it, the server holds no interface text. */
export function toProblem(error: CodedError, requestId: string): Problem {
  return {
    type: `urn:xiaoer:error:${error.code}`,
    title: error.code,
    status: error.status,
    code: error.code,
    params: error.params as Record<string, unknown>,
    requestId,
  };
}
