const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, '微信'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|CrOS/, 'Linux'],
];

/** `Chrome · Windows` from a user agent, as far as it tells; null when it tells nothing. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const parts = [BROWSERS, SYSTEMS].flatMap(
    (table) => table.find(([mark]) => mark.test(userAgent))?.[1] ?? [],
  );
  return parts.length > 0 ? parts.join(' · ') : null;
}
