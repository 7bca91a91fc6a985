export const SAMPLE_LANGUAGES = ['Node', 'PHP', 'Python', 'Java'] as const;
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

/**
 * Code under a heading of the storefront's README: the one place where the samples are kept.
 * @throws when the heading has no code, so that a build notices that the README has changed
 */
export function sampleOf(readme: string, heading: string): string {
  const from = readme.indexOf(`\n### ${heading}\n`);
  const code = from < 0 ? null : /```[a-z]+\n([\s\S]*?)\n```/.exec(readme.slice(from));
  if (!code) throw new Error(`no code under "${heading}"`);
  return code[1]!;
}

/** The tag that puts the widget on a page of the shop. */
export const scriptTag = (origin: string, key: string): string =>
  `<script async src="${origin}/widget.js" data-key="${key}"></script>`;

/** How a page names its signed-in shopper, for this server and channel. */
export const pageSample = (readme: string, origin: string, key: string): string =>
  sampleOf(readme, 'In the page').replaceAll('https://desk.example', origin).replaceAll('CHANNEL_KEY', key);
