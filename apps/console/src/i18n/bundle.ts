/** Strings of one language: namespace (file name) → tree of keys. */
export type ResourceBundle = Record<string, Record<string, unknown>>;

/** `../locales/zh-CN/inbox.json` → `inbox`. */
export function byNamespace(files: Record<string, unknown>): ResourceBundle {
  const bundle: ResourceBundle = {};
  for (const [path, strings] of Object.entries(files)) {
    const name = path.slice(path.lastIndexOf('/') + 1).split('.')[0]!;
    bundle[name] = strings as Record<string, unknown>;
  }
  return bundle;
}
