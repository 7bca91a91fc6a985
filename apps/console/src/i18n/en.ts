import { byNamespace } from './bundle.ts';

export const bundle = byNamespace(
  import.meta.glob('../locales/en/*.json', { eager: true, import: 'default' }),
);
