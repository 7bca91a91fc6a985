import { byNamespace } from './bundle.ts';

export const bundle = byNamespace(
  import.meta.glob('../locales/zh-CN/*.json', { eager: true, import: 'default' }),
);
