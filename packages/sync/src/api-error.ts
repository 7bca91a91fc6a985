/** An error answer of the server, or `network.unreachable` (status 0) when no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly params: Record<string, unknown>;
  /** HTTP status; 0 when the server was not reached. */
  readonly status: number;
  readonly requestId: string;
  /** How long the server asks to wait, milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(
    error: {
      code: string;
      params?: Record<string, unknown>;
      status: number;
      requestId?: string;
      retryAfterMs?: number | null;
    },
    options?: ErrorOptions,
  ) {
    super(error.code, options);
    this.code = error.code;
    this.params = error.params ?? {};
    this.status = error.status;
    this.requestId = error.requestId ?? '';
    this.retryAfterMs = error.retryAfterMs ?? null;
  }
}

/** Whether trying the same again later may succeed: no answer, too many, or a failing server. */
export const isTransient = (error: unknown): boolean =>
  !(error instanceof ApiError) ||
  error.status === 0 ||
  error.status === 408 ||
  error.status === 429 ||
  error.status >= 500;
