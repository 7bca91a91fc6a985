/** Imports go down only; see docs/decisions/0002-modules-and-tiers.md. */
const MODULES = 'apps/server/src/modules';

/** Tier of each module: it may import lower ones, never its own tier's or a higher one. */
const TIERS = {
  identity: 1,
  customers: 2,
  'canned-responses': 2,
  conversations: 3,
  channels: 4,
  presence: 4,
  routing: 4,
  workbench: 7,
};

const upward = Object.entries(TIERS).map(([name, tier]) => {
  const forbidden = Object.keys(TIERS).filter((other) => other !== name && TIERS[other] >= tier);
  return {
    name: `tier-of-${name}`,
    comment: `${name} stands on tier ${tier}: it may not import its own tier's or higher modules, types included`,
    severity: 'error',
    from: { path: `^${MODULES}/${name}/`, pathNot: '\\.test\\.ts$' },
    to: { path: `^${MODULES}/(${forbidden.join('|')})/` },
  };
});

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'internals-are-private',
      comment: 'the only file of a module that others may import is its index.ts',
      severity: 'error',
      from: { path: `^${MODULES}/([^/]+)/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^${MODULES}/[^/]+/`, pathNot: [`^${MODULES}/$1/`, `^${MODULES}/[^/]+/index\\.ts$`] },
    },
    {
      name: 'outside-uses-the-door',
      severity: 'error',
      from: { path: '^apps/server/src/(?!modules/)', pathNot: '(\\.test\\.ts$|/testing/)' },
      to: { path: `^${MODULES}/[^/]+/`, pathNot: '/index\\.ts$' },
    },
    {
      name: 'kernel-knows-no-module',
      severity: 'error',
      from: { path: '^apps/server/src/kernel/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/server/src/(?!kernel/)' },
    },
    {
      name: 'only-repos-touch-tables',
      comment: 'rules are pure: no database, no clock, no network',
      severity: 'error',
      from: { path: `^${MODULES}/[^/]+/rules/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: ['kernel/db/', 'kernel/events/', '^node:(fs|net|http|https|dns)', 'node_modules/(pg|kysely)/'],
      },
    },
    { name: 'packages-know-no-app', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    {
      name: 'nlu-stands-alone',
      severity: 'error',
      from: { path: '^packages/nlu/src/' },
      to: { path: '^packages/(?!nlu/)' },
    },
    {
      name: 'front-ends-apart',
      severity: 'error',
      from: { path: '^apps/(console|storefront)/' },
      to: { path: '^apps/server/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|@sparticuz)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.|data)/|\\.gen\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.css', '.json'],
    },
  },
};
