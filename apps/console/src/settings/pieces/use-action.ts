import { useState } from 'react';
import { errorText } from '../../api/error-text.ts';

export type Action = {
  isBusy: boolean;
  /** What failed, as the server said it. */
  failure: unknown;
  /** In words; null while nothing failed. */
  error: string | null;
  /** Does one thing at a time; answers whether it worked. */
  run: (act: () => Promise<void>) => Promise<boolean>;
  clear: () => void;
};

/** One thing that a form does with the server. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  return {
    isBusy,
    failure,
    error: failure === null ? null : errorText(failure),
    clear: () => setFailure(null),
    run: async (act) => {
      setBusy(true);
      setFailure(null);
      try {
        await act();
        return true;
      } catch (error) {
        setFailure(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
