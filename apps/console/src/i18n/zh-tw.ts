import { byNamespace } from './bundle.ts';

export const bundle = byNamespace(
  import.meta.glob('../locales/zh-TW/*.gen.json', { eager: true, import: 'default' }),
);
