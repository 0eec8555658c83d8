// Takes a picture of every page at every size that the game is made for, on paper and on the board, and of each phase of a round.
//   node wwwroot-assets/pictures/gallery.mjs FOLDER [ADDRESS]     writes FOLDER/PAGE-WIDTHxHEIGHT-THEME.png
// Without the address of a game that runs, it starts one with an evening of made-up players. It needs what ./run.sh needs, `npm ci`
// in wwwroot-assets, and Chromium (CHROMIUM_PATH, else /usr/bin/chromium).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { launch, withGame } from './game.mjs';
import { crossedSeven, draw } from './hand.mjs';

const [, , folder, address] = process.argv;
if (!folder) throw new Error('Name the folder for the pictures: node wwwroot-assets/pictures/gallery.mjs FOLDER [ADDRESS]');

// The last is 1280 by 800 enlarged to 200 %.
const sizes = '360x640 375x553 390x844 820x1180 1280x665 1366x625 1440x720 1920x1080 640x400'.split(' ');
const pages = {
    fool: '/fool',
    sprint: '/sprint',
    versus: '/versus',
    charts: '/charts',
    projector: '/charts/projector?still',
    models: '/models',
    about: '/about',
    api: '/api',
};

mkdirSync(folder, { recursive: true });
if (address) {
    const browser = await launch();
    await photograph(address, browser);
    await browser.close();
} else {
    await withGame(['--players', '8', '--plays', '20'], (game, browser) => photograph(game.address, browser));
}

async function photograph(baseURL, browser) {
    for (const size of sizes) {
        const [width, height] = size.split('x').map(Number);
        for (const colorScheme of ['light', 'dark']) {
            const context = await browser.newContext({ baseURL, viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
            const page = await context.newPage();
            const save = (name, fullPage) => page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage });
            await playRound(page, save);
            for (const [name, path] of Object.entries(pages)) {
                await page.goto(path);
                await page.getByRole('heading').first().waitFor();
                // Charts come over the connection.
                await page.waitForLoadState('networkidle');
                await save(name, true);
            }
            await context.close();
        }
    }
}

/** A round, and what is seen of each of its phases without scrolling. */
async function playRound(page, save) {
    const press = (name, among = page) => among.getByRole('button', { name, exact: true }).click();
    await page.goto('/');
    await page.locator('[aria-label="Drawing pad"][aria-busy="false"]').waitFor();
    await save('play-1-blank');
    await draw(page, crossedSeven, 0);
    await page.getByText(/I see|Maybe|no, a/).waitFor();
    await save('play-2-drawn');
    await press('Guess');
    await page.getByText('Most likely answer').waitFor();
    await save('play-3-answered');
    await press('Wrong');
    const digits = page.getByRole('group', { name: 'Which digit was it?' });
    await digits.waitFor();
    await save('play-4-asked');
    await press('1', digits);
    await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await save('play-5-marked');
}
