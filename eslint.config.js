import nx from '@nx/eslint-plugin';
import { importX, createNodeResolver } from 'eslint-plugin-import-x';
import { builtinModules } from 'node:module';
import ts from 'typescript-eslint';

const pure = ['psychometrics', 'domain', 'charts'];
const inPure = pure.map((room) => `libs/${room}/src/**/*.{ts,tsx}`);
const tests = ['**/*.spec.{ts,tsx}', '**/*.fixture.ts'];

/** Who may import whom, by the tags in each workspace's package.json. Arrows point inward. */
const arrows = {
  'kind:pure': ['kind:pure'],
  'kind:content': ['kind:pure'],
  'kind:adapter': ['kind:pure', 'kind:content'],
  'kind:platform': ['kind:pure'],
  'kind:testing': ['kind:pure', 'kind:content', 'kind:adapter', 'kind:platform'],
  'kind:app': ['kind:pure', 'kind:content', 'kind:adapter', 'kind:platform'],
  'kind:portal': ['room:charts'],
};

const boundaries = (more = [], allow = []) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow,
    depConstraints: Object.entries(arrows).map(([sourceTag, tags]) => ({
      sourceTag,
      onlyDependOnLibsWithTags: [...tags, ...more],
    })),
  },
];

/** A tenant set for the whole session would outlive its transaction on a pooled connection. */
const tenantForSession = [
  'set\\s+(session\\s+)?app\\.tenant',
  "set_config\\(\\s*'app\\.tenant'[^)]*,\\s*false",
].flatMap((pattern) =>
  [`Literal[value=/${pattern}/i]`, `TemplateElement[value.raw=/${pattern}/i]`].map((selector) => ({
    selector,
    message: 'Set the tenant for the transaction only: `set local`, or set_config(..., true).',
  })),
);

/** Means, spreads and distances have their witnesses in psychometrics; everywhere else they are read from documents. */
const statistics = [
  "MemberExpression[object.name='Math'][property.name=/^(sqrt|cbrt|pow|hypot|exp|expm1|log|log2|log10|log1p)$/]",
  "BinaryExpression[operator='/'][right.type='MemberExpression'][right.property.name='length']",
  "BinaryExpression[operator='**']",
].map((selector) => ({
  selector,
  message: 'A statistic is computed by @rapport/psychometrics, which checks it against R.',
}));

const clockAndChance = [
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", 'the clock'],
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'the clock'],
  ["CallExpression[callee.name='Date']", 'the clock'],
  ["MemberExpression[object.name='Math'][property.name='random']", 'chance'],
  ["MemberExpression[object.name='globalThis']", 'the surroundings'],
].map(([selector, what]) => ({
  selector,
  message: `A pure room does not ask ${what}: time, ids and seeds come in as arguments.`,
}));

const surroundings = [
  ...['process', 'Buffer', 'console', 'fetch', 'crypto', 'performance', 'require'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'localStorage', 'window', 'document'],
].map((name) => ({ name, message: 'A pure room runs anywhere and touches nothing outside itself.' }));

const nest = {
  regex: '^@nestjs/',
  message: 'Nest stays in libs/platform and apps.',
};
const notPure = (allowed) => ({
  regex: `^(?!\\.|@rapport/${allowed.map((name) => `|${name}$`).join('')})`,
  message: `A pure room imports nothing but pure rooms${allowed.length ? ` and ${allowed.join(', ')}` : ''}.`,
});
const nodeBuiltIns = {
  regex: `^(node:|(${builtinModules.filter((name) => /^[a-z]/.test(name)).join('|')})(/|$))`,
  message: 'This room also runs in a browser: no Node built-ins.',
};
const restrictImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default ts.config(
  {
    ignores: [
      '**/dist/**',
      '**/coverage/**',
      '**/generated.ts',
      '**/*.generated.ts',
      '.nx/**',
      '.cache/**',
      '.data/**',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  ...ts.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { '@nx': nx, 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.tsx', '.js', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [
        createNodeResolver({
          conditionNames: ['@rapport/source', 'import', 'node', 'default'],
          extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
          extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
        }),
      ],
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-restricted-syntax': ['error', ...tenantForSession],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-binary-expression': 'error',
      'no-unreachable': 'error',
      'no-self-compare': 'error',
      'no-promise-executor-return': 'off',
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
    },
  },
  { files: ['libs/**/*.{ts,tsx}'], ignores: ['libs/platform/**'], rules: restrictImports(nest) },
  {
    files: ['apps/portal/**/*.{ts,tsx}'],
    rules: restrictImports(nest, nodeBuiltIns),
    ignores: ['**/vite.config.ts', ...tests],
  },
  {
    files: ['libs/content/src/**/*.ts'],
    ignores: tests,
    rules: restrictImports(nest, nodeBuiltIns),
  },
  {
    files: inPure,
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...tenantForSession, ...clockAndChance],
      'no-restricted-globals': ['error', ...surroundings],
    },
  },
  {
    files: ['libs/{read-models,reports,content}/src/**/*.{ts,tsx}', 'apps/*/src/**/*.{ts,tsx}'],
    // The demo invents the answers that are then measured.
    ignores: [...tests, 'apps/solo/src/demo/**'],
    rules: { 'no-restricted-syntax': ['error', ...tenantForSession, ...statistics] },
  },
  ...Object.entries({ psychometrics: [], domain: ['zod'], charts: [] }).map(([room, allowed]) => ({
    files: [`libs/${room}/src/**/*.{ts,tsx}`],
    ignores: tests,
    rules: restrictImports(notPure(allowed)),
  })),
  {
    // A test of any room, and what it is built on, may use the test kit and, with it, the platform's databases.
    files: tests,
    rules: {
      '@nx/enforce-module-boundaries': boundaries(['kind:testing', 'kind:platform']),
      'max-lines': 'off',
    },
  },
  {
    // Plants the violations that the rules must find.
    files: ['tests/architecture/lint.spec.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // The one composition root of composition roots.
    files: ['apps/solo/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries([], ['@rapport/**']) },
  },
);
