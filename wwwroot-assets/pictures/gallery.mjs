// Takes a picture of every page at every size that the game is made for, on paper and on the board, and of each phase of its games.
//   node wwwroot-assets/pictures/gallery.mjs FOLDER [ADDRESS] [--sizes 390x844,1280x800] [--themes light] [--only play,fool,rooms,tonight]
// writes FOLDER/NAME-WIDTHxHEIGHT-THEME.png. Without the address of a game that runs, it starts one with an evening of made-up
// players. It needs what ./run.sh needs, `npm ci` in wwwroot-assets, and Chromium (CHROMIUM_PATH, else /usr/bin/chromium).
// A game that runs has to let anybody open rooms, or their pictures are left out.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, withGame } from './game.mjs';
import { fool, play } from './phases.mjs';
import { rooms } from './room.mjs';

const { values: chosen, positionals } = parseArgs({
    allowPositionals: true,
    options: {
        // 640x400 is 1280 by 800 enlarged to 200 %.
        sizes: { type: 'string', default: '360x640,375x553,390x844,820x1180,1280x665,1280x800,1366x625,1440x720,1920x1080,640x400' },
        themes: { type: 'string', default: 'light,dark' },
        only: { type: 'string' },
    },
});
const [folder, address] = positionals;
if (!folder) throw new Error('Name the folder for the pictures: node wwwroot-assets/pictures/gallery.mjs FOLDER [ADDRESS]');

const games = { play, fool, rooms };
const pages = {
    'rooms-door': '/rooms',
    practice: '/practice',
    sprint: '/sprint',
    versus: '/versus',
    tonight: '/tonight',
    charts: '/charts',
    lab: '/charts/lab',
    projector: '/charts/projector?still',
    models: '/models',
    health: '/models/health',
    review: '/models/review',
    about: '/about',
    api: '/api',
    missing: '/nowhere',
};
const isWanted = name => !chosen.only || chosen.only.split(',').includes(name);

mkdirSync(folder, { recursive: true });
if (address) {
    const browser = await launch();
    await photograph(address, browser);
    await browser.close();
} else {
    await withGame(['--players', '8', '--plays', '20'], (game, browser) => photograph(game.address, browser), [
        '--GameNight:Rooms:WhoMayOpen=Anybody',
    ]);
}

async function photograph(baseURL, browser) {
    for (const size of chosen.sizes.split(',')) {
        const [width, height] = size.split('x').map(Number);
        for (const colorScheme of chosen.themes.split(',')) {
            const open = () => browser.newContext({ baseURL, viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
            const save = (page, name, fullPage = false) =>
                page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage });
            for (const [name, photographPhases] of Object.entries(games).filter(([name]) => isWanted(name)))
                await photographPhases(open, save).catch(error => console.error(`${name} at ${size}: ${error.message}`));
            const context = await open();
            const page = await context.newPage();
            for (const [name, path] of Object.entries(pages).filter(([name]) => isWanted(name))) {
                await page.goto(path);
                await page.getByRole('heading').first().waitFor();
                // Charts come over the connection.
                await page.waitForLoadState('networkidle');
                await save(page, name, true);
            }
            await context.close();
        }
    }
}
