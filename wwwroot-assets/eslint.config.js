import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { eqeqeq: 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // `() => undo()` is how a listener is written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A number in a template reads as it is written in SVG and CSS.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Where a test expects an element that is not there, it is to fail.
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // The tools' own files run in Node.js.
    files: ['*.js'],
    languageOptions: { globals: { URL: 'readonly', process: 'readonly' } },
  },
  {
    // What runs the browser's modules in Node.js, for tests that compare them with the server.
    files: ['parity/*.mjs'],
    languageOptions: {
      globals: {
        ...{ Buffer: 'readonly', URL: 'readonly', console: 'readonly', process: 'readonly' },
        // In the page that is measured.
        ...{ window: 'readonly', document: 'readonly', performance: 'readonly', addEventListener: 'readonly' },
        ...{ MutationObserver: 'readonly', Worker: 'readonly' },
      },
    },
  },
  {
    // What makes the documents' pictures runs in Node.js and, here and there, in the page that it drives.
    files: ['pictures/*.mjs'],
    languageOptions: {
      globals: { Buffer: 'readonly', console: 'readonly', fetch: 'readonly', document: 'readonly', addEventListener: 'readonly' },
    },
  },
);
