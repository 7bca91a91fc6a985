import type { CustomerSummary } from '@xiaoer/contracts';
import i18next from 'i18next';

/** What to call a customer: the name, or for a visitor without one the end of their id. */
export const customerName = ({ id, name }: Pick<CustomerSummary, 'id' | 'name'>): string =>
  name.trim() === '' ? i18next.t('inbox:visitor', { code: id.slice(-4).toUpperCase() }) : name;
