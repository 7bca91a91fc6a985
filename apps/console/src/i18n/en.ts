import { byNamespace } from './bundle.ts';

export const bundle = byNamespace(
  // The settings bring their own strings; see addStrings.
  import.meta.glob(['../locales/en/*.json', '!../locales/en/settings.json'], {
    eager: true,
    import: 'default',
  }),
);
