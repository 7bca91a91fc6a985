import type { Customer } from '@xiaoer/contracts';
import { useCallback, useEffect, useState } from 'react';
import { session, useAgent } from '../../session/agent.ts';

/** A customer, loaded when not yet here and kept up to date afterwards. */
export function useCustomer(id: string): {
  customer: Customer | null;
  error: unknown;
  load: () => void;
} {
  const customer = useAgent((state) => state.customers.get(id)) ?? null;
  const epoch = useAgent((state) => state.epoch);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(() => {
    setError(null);
    session().loadCustomer(id).catch(setError);
  }, [id]);
  // Again after a break: events in between were missed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the epoch says that there was a break
  useEffect(load, [load, epoch]);
  return { customer, error, load };
}
