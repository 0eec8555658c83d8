// The tests run in the system's Chromium, so that layout, styles, dialogs, popovers, canvas and focus are the real ones.
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  logLevel: 'warn',
  optimizeDeps: { include: ['fast-check', 'perfect-freehand'] },
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['minimal'],
    // As on a machine whose cores are all busy.
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    browser: {
      enabled: true,
      headless: true,
      instances: [{ browser: 'chromium' }],
      provider: playwright({
        contextOptions: { timezoneId: 'Asia/Kolkata' },
        launchOptions: {
          executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
          args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        },
      }),
      screenshotFailures: false,
    },
  },
});
