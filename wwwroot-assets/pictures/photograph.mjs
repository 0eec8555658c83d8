// Takes the still pictures of the documents: a made-up evening after which the App trees and the App network learned.
//   node wwwroot-assets/pictures/photograph.mjs [FOLDER]     writes *.png into wwwroot-assets/pictures
// Needs what ./run.sh needs, `npm ci` in wwwroot-assets, Chromium (CHROMIUM_PATH, else /usr/bin/chromium) and XGBoost.
import { join } from 'node:path';
import process from 'node:process';
import { withGame } from './game.mjs';
import { crossedSeven, draw } from './hand.mjs';

const folder = process.argv[2] ?? import.meta.dirname;
const desktop = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, colorScheme: 'light' };

await withGame(['--players', '12', '--plays', '40', '--retrain'], async (game, browser) => {
    const open = async (path, options = desktop) => {
        const page = await browser.newPage({ ...options, baseURL: game.address, reducedMotion: 'reduce' });
        const awake = page.waitForEvent('websocket').then(isAwake);
        await page.goto(path);
        await awake;
        return page;
    };
    const region = (page, name) => page.getByRole('region', { name, exact: true });
    const save = (what, name) => what.screenshot({ path: join(folder, name) });

    const scoreboard = await open('/charts');
    await region(scoreboard, 'Accuracy by algorithm').getByText('of 480').first().waitFor();
    await save(scoreboard, 'scoreboard.png');

    const projector = await open('/charts/projector?scene=1&still');
    await projector.getByText('n = 480').first().waitFor();
    await save(projector, 'projector.png');

    const { drawn, taken } = await favouriteMistake(game.address, 'k-means');
    const confusion = await open(`/charts?of=k-means&drawn=${drawn}&taken=${taken}`);
    await confusion
        .getByRole('button', { name: /^Replay/ })
        .first()
        .waitFor();
    await save(region(confusion, 'Confusion matrix'), 'confusion.png');

    const models = await open('/models');
    await models.getByRole('table', { name: 'Models' }).getByRole('button', { name: 'Receipt', exact: true }).first().click();
    await models.getByRole('dialog').getByText('of processor time').waitFor();
    await save(models.getByRole('dialog'), 'receipt.png');

    const play = await open('/', phone);
    await play.locator('[aria-label="Drawing pad"][aria-busy="false"]').waitFor();
    await draw(play, crossedSeven, 0);
    await play.getByText('I see a 7').waitFor();
    await play.getByRole('button', { name: 'Guess', exact: true }).click();
    await play.getByRole('button', { name: 'Right', exact: true }).click();
    await play.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await save(play, 'phone.png');
});

/** The first page comes as text; over the socket it is drawn once more, from then on it moves, and its elements stay. */
function isAwake(socket) {
    return socket.waitForEvent('framereceived', ({ payload }) => payload.length > 1000);
}

/** The digit that a contestant takes most often for another one, and for which. */
async function favouriteMistake(address, algorithm) {
    const { algorithms } = await (await fetch(`${address}/api/statistics?algorithm=${algorithm}`)).json();
    const cells = algorithms[0].confusion.flatMap((row, drawn) => row.map((count, taken) => ({ count, drawn, taken })));
    return cells.filter(({ drawn, taken }) => drawn !== taken).sort((one, other) => other.count - one.count)[0];
}
