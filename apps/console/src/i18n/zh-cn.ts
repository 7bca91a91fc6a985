import { byNamespace } from './bundle.ts';

export const bundle = byNamespace(
  // The settings bring their own strings; see addStrings.
  import.meta.glob(['../locales/zh-CN/*.json', '!../locales/zh-CN/settings.json'], {
    eager: true,
    import: 'default',
  }),
);
