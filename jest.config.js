/** Tests run on the sources: swc transforms them and `@rapport/source` resolves the workspaces. */
const common = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@rapport/source', 'node', 'default'] },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.nx/', '<rootDir>/.cache/'],
};

/** The suffix chooses the suite: `.spec` is pure, `.int.spec` needs PostgreSQL, `.e2e.spec` runs the built product. */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,tests}/**/*.spec.{ts,tsx}'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '/dist/',
        '\\.(int|e2e)\\.spec\\.ts$',
        '<rootDir>/tests/e2e/journeys/',
      ],
    },
    {
      ...common,
      displayName: 'int',
      testMatch: ['<rootDir>/{libs,apps,tests}/**/*.int.spec.ts'],
      globalSetup: '<rootDir>/libs/testing/src/embedded/jest-setup.mjs',
      globalTeardown: '<rootDir>/libs/testing/src/embedded/jest-teardown.mjs',
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/{libs,apps,tests}/**/*.e2e.spec.ts'],
      globalSetup: '<rootDir>/libs/testing/src/embedded/jest-setup.mjs',
      globalTeardown: '<rootDir>/libs/testing/src/embedded/jest-teardown.mjs',
    },
  ],
};
