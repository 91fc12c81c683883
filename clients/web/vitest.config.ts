import { defineConfig } from 'vitest/config';

export default defineConfig({
  // the colours are read out of the style sheet
  test: { css: true, environment: 'node', include: ['tests/**/*.test.ts'] },
});
