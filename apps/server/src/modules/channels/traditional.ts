let converting: Promise<(text: string) => string> | null = null;

/**
 * Simplified Chinese as it is written in Taiwan. The dictionaries are large and few shops need them, so
 * they are loaded when the first shopper asks for zh-TW.
 */
export function traditional(): Promise<(text: string) => string> {
  converting ??= import('opencc-js/cn2t').then(({ Converter }) => Converter({ from: 'cn', to: 'twp' }));
  return converting;
}
