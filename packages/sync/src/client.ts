import {
  type Call,
  ENDPOINTS,
  type Endpoint,
  type EndpointName,
  type FileRef,
  type Result,
} from '@xiaoer/contracts';
import { type HttpOptions, request } from './http.ts';
import { type Upload, upload } from './upload.ts';

export type ClientOptions = HttpOptions;
export type CallOptions = { signal?: AbortSignal };

type Named<N extends EndpointName> = (typeof ENDPOINTS)[N];
/** What `call(name)` needs: nothing, or `{ params, query, body }` as the endpoint has them. */
export type CallInput<N extends EndpointName> = Call<Named<N>>;
export type CallResult<N extends EndpointName> = Result<Named<N>>;
type Arguments<N extends EndpointName> =
  Record<never, never> extends CallInput<N>
    ? [input?: CallInput<N>, options?: CallOptions]
    : [input: CallInput<N>, options?: CallOptions];

export type Client = {
  /** Calls an endpoint of the contracts by name. Throws ApiError. */
  call: <N extends EndpointName>(name: N, ...args: Arguments<N>) => Promise<CallResult<N>>;
  /** Uploads one file, with progress. Throws ApiError. */
  upload: (
    file: Blob & { name?: string },
    options?: Omit<Upload, 'url' | 'file' | 'headers'>,
  ) => Promise<FileRef>;
};

/** The console's typed way to the server. Authentication is the session cookie, so same origin. */
export function makeClient(options: ClientOptions): Client {
  return {
    call: async (name, ...[input, callOptions]) => {
      const endpoint: Endpoint = ENDPOINTS[name];
      const given: { params?: unknown; query?: unknown; body?: unknown } = input ?? {};
      return (await request(options, {
        method: endpoint.method,
        path: fillPath(endpoint.path, given.params),
        query: given.query as Record<string, unknown> | undefined,
        body: given.body ?? (endpoint.body ? {} : undefined),
        signal: callOptions?.signal,
      })) as CallResult<typeof name>;
    },
    upload: (file, more) =>
      upload({ ...more, url: `${options.baseUrl}/api/files`, file, headers: options.headers?.() ?? {} }),
  };
}

/** `/conversations/:id` with its parameters put in, escaped. */
export function fillPath(path: string, params: unknown): string {
  const values = (params ?? {}) as Record<string, unknown>;
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
}
