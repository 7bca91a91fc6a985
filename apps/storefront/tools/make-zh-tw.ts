import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import zhCN, { type Locale } from '../src/widget/locales/zh-cn.ts';

/** Words that the dictionary of opencc leaves in mainland usage, or converts out of place. */
const TAIWAN: readonly (readonly [from: string, to: string])[] = [
  ['客服線上', '客服在線'],
  ['早上好', '早安'],
  ['中午好', '午安'],
  ['下午好', '午安'],
  ['會話', '對話'],
  ['郵箱', '電子郵件'],
  ['檢視', '查看'],
  ['發送', '傳送'],
  ['新增圖片', '加入圖片'],
  ['新增檔案', '加入檔案'],
  ['通過', '透過'],
  [' 條新', ' 則新'],
  ['列表', '清單'],
];

/** Source text of zh-tw.gen.ts: the Simplified texts with the characters and words used in Taiwan. */
export function renderTraditional(locale: Locale): string {
  const convert = Converter({ from: 'cn', to: 'twp' });
  const lines = Object.entries(locale).map(([key, text]) => {
    const traditional = TAIWAN.reduce((value, [from, to]) => value.replaceAll(from, to), convert(text));
    return `  ${key}: ${JSON.stringify(traditional)},`;
  });
  return [
    '// Made from zh-cn.ts by apps/storefront/tools/make-zh-tw.ts. Do not edit.',
    "import type { Locale } from './zh-cn.ts';",
    '',
    'const zhTW: Locale = {',
    ...lines,
    '};',
    '',
    'export default zhTW;',
    '',
  ].join('\n');
}

/** With --check nothing is written; the exit code says whether the committed file is true. */
if (import.meta.main) {
  const file = new URL('../src/widget/locales/zh-tw.gen.ts', import.meta.url);
  const text = renderTraditional(zhCN);
  const isTrue = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!isTrue) {
    console.error('zh-tw.gen.ts is not what zh-cn.ts gives. Run: node apps/storefront/tools/make-zh-tw.ts');
    process.exit(1);
  }
}
