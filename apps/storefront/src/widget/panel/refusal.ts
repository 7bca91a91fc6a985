/**
 * Code and status of an error that the loader's client threw; empty for any other. Read by shape: loader and
 * panel are built apart, so that `instanceof ApiError` of the one is never true for the other.
 */
export function refusalOf(error: unknown): { code: string; status: number } {
  if (typeof error !== 'object' || error === null) return { code: '', status: 0 };
  const { code, status } = error as { code?: unknown; status?: unknown };
  return { code: typeof code === 'string' ? code : '', status: typeof status === 'number' ? status : 0 };
}
