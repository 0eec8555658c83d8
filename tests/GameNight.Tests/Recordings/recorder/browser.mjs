// A browser, for what can be done on pages alone: names on the board, decisions on doubtful marks, and to be forgotten.
import { createRequire } from 'node:module';
import { until } from './game.mjs';

const { chromium } = createRequire(import.meta.url)(process.env.PLAYWRIGHT);

/** A visit with a player's cookie. */
export async function visit(caller, path, look, { javaScriptEnabled = true } = {}) {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ baseURL: caller.game.address, javaScriptEnabled });
    await context.addCookies([{ name: 'game-night-player', value: caller.cookie, url: caller.game.address }]);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(path);
    return await look(page);
  } finally {
    await browser.close();
  }
}

export const putUpName = (caller, name) => visit(caller, '/charts', async page => {
  await page.getByLabel('Your name', { exact: true }).fill(name);
  await page.locator('.nickname button[type=submit]').click();
  await page.getByText('Your name is on the board.').waitFor();
});

/** The host takes a name down. */
export const removeName = (host, name) => visit(host, '/charts', async page => {
  const remove = page.getByRole('button', { name: `Remove name ${name}` });
  await remove.waitFor();
  await pressUntil(remove, async () => await remove.count() === 0);
});

export const forget = caller => visit(caller, '/about', page =>
  pressUntil(page.getByRole('button', { name: 'Forget how I write' }), () => page.getByText('Forgotten.').isVisible()));

/** A button that is there before the page listens is pressed until it has done what it does. */
const pressUntil = (button, isDone) => until(`${button} has done its work`, async () => {
  if (await isDone()) return true;
  await button.click({ timeout: 1000 }).catch(() => {});
});

/**
 * The host decides on some of the doubtful marks.
 * @param decide What key to press: for the how manieth, and for the digit that it was marked as.
 * @returns How many are left, at least 1 where there are any.
 */
export const review = (host, decisions, decide) => visit(host, '/models/review', async page => {
  for (let i = 0; i < decisions; i++) {
    // It takes the focus once it listens.
    await page.waitForFunction(() => document.activeElement?.classList.contains('doubt'));
    const drawing = await page.locator('.doubt img').getAttribute('src');
    const marked = Number(/\d/.exec(await page.locator('.doubt .button-row button').first().textContent())[0]);
    await page.keyboard.press(decide(i, marked));
    await page.waitForFunction(before => document.querySelector('.doubt img')?.src !== before, drawing);
  }
  return await page.locator('.doubt').count();
});
