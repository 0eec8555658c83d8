// The phases of the games on one page, each as it is seen without scrolling.
import { crossedSeven, draw, narrowTwo } from './hand.mjs';

/** @typedef {() => Promise<import('playwright').BrowserContext>} Open a new person's browser */
/** @typedef {(page: import('playwright').Page, name: string) => Promise<unknown>} Save takes a picture */

/**
 * A round.
 * @param {Open} open
 * @param {Save} save
 */
export async function play(open, save) {
    const context = await open();
    const page = await context.newPage();
    await page.goto('/');
    await untilReady(page);
    await save(page, 'play-1-blank');
    await draw(page, crossedSeven, 0);
    await page.getByText(/I see|Maybe|no, a/).waitFor();
    await save(page, 'play-2-drawn');
    await press(page, 'Guess');
    await page.getByText('Most likely answer').waitFor();
    await save(page, 'play-3-answered');
    await press(page, 'Wrong');
    const digits = page.getByRole('group', { name: 'Which digit was it?' });
    await digits.waitFor();
    await save(page, 'play-4-asked');
    await press(digits, '1');
    await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await save(page, 'play-5-marked');
    await context.close();
}

/**
 * Fooling the machines, and judging what somebody else has drawn to fool them.
 * @param {Open} open
 * @param {Save} save
 */
export async function fool(open, save) {
    const [drawer, juror] = [await open(), await open()];
    const pages = [await drawer.newPage(), await juror.newPage()];
    for (const page of pages) {
        await page.goto('/fool');
        await untilReady(page);
        await page.getByRole('heading', { name: /Draw an? \d/ }).waitFor();
        if (page === pages[1]) await save(page, 'fool-1-asked');
        // The same drawing twice counts once, and is judged by nobody.
        await draw(page, page === pages[0] ? narrowTwo : crossedSeven, 0);
        if (page === pages[1]) await save(page, 'fool-2-drawn');
        await press(page, 'Guess');
        await page.getByText(/You fooled|No points/).waitFor();
    }
    const page = pages[1];
    await save(page, 'fool-3-revealed');
    await press(page, 'Next');
    const jury = page.getByRole('group', { name: 'Which digit is this?' });
    await jury.waitFor();
    await save(page, 'fool-4-judging');
    await press(jury, '7');
    await page.getByText(/Thanks!|Two people/).waitFor();
    await save(page, 'fool-5-next');
    await drawer.close();
    await juror.close();
}

const press = (among, name) => among.getByRole('button', { name, exact: true }).click();

const untilReady = page => page.locator('[aria-label="Drawing pad"][aria-busy="false"]').waitFor();
