import { byNamespace } from './bundle.ts';

export const bundle = byNamespace(
  // The settings bring their own strings; see addStrings.
  import.meta.glob(['../locales/zh-TW/*.gen.json', '!../locales/zh-TW/settings.gen.json'], {
    eager: true,
    import: 'default',
  }),
);
