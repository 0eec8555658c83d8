// Records the moving picture of README.md: two rounds and the scoreboard, played in Chromium as a person would.
//   node wwwroot-assets/pictures/record.mjs [FILE]     writes wwwroot-assets/pictures/round.gif
// Needs what ./run.sh needs, `npm ci` in wwwroot-assets, Chromium (CHROMIUM_PATH, else /usr/bin/chromium) and ffmpeg.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { withGame } from './game.mjs';
import { crossedSeven, draw, narrowTwo } from './hand.mjs';

/** GitHub shows a README some 900 pixels wide; from 960 on, pad and cards stand side by side. */
const viewport = { width: 960, height: 740 };
const framesPerSecond = 15;
const mostBytes = 1_500_000;
const mostSeconds = 15;

const file = process.argv[2] ?? join(import.meta.dirname, 'round.gif');
try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
} catch (error) {
    throw new Error('ffmpeg is needed to make the frames a picture: apt-get install ffmpeg', { cause: error });
}

await withGame(['--players', '5', '--plays', '6'], async (game, browser) => {
    const page = await browser.newPage({ viewport, colorScheme: 'light' });
    await showPointer(page);
    await page.goto(game.address);
    await page.locator('[aria-label="Drawing pad"][aria-busy="false"]').waitFor();
    const film = await startFilm(page);
    await play(page, game);
    const frames = await film.stop();
    writeGif(frames, file);
    const seconds = frames.at(-1).until - frames[0].from;
    console.log(`${file}: ${seconds.toFixed(1)} seconds out of ${frames.length} frames, ${statSync(file).size.toLocaleString('en')} bytes`);
    if (seconds > mostSeconds) throw new Error(`It takes longer than ${mostSeconds} seconds: this machine is busy. Record it once more.`);
    if (statSync(file).size > mostBytes) throw new Error(`It is larger than ${mostBytes.toLocaleString('en')} bytes.`);
});

/** One drawing that most contestants read and one that nobody does; then others play on while the scoreboard is looked at. */
async function play(page, game) {
    const button = name => page.getByRole('button', { name, exact: true });
    const link = name => page.getByRole('link', { name, exact: true });
    const two = page.getByRole('group', { name: 'Which digit was it?' }).getByRole('button', { name: '2', exact: true });
    const saved = page.getByRole('status').getByText('Saved', { exact: true });
    await setTimeout(300);
    await draw(page, crossedSeven, 26);
    await click(page, button('Guess'));
    await button('Right').waitFor();
    await setTimeout(500);
    await click(page, button('Right'));
    await saved.waitFor();
    await setTimeout(1500);
    await draw(page, narrowTwo, 22);
    await click(page, button('Guess'));
    await button('Wrong').waitFor();
    await setTimeout(500);
    await click(page, button('Wrong'));
    await two.waitFor();
    await setTimeout(200);
    await click(page, two);
    await saved.waitFor();
    await setTimeout(1300);
    await click(page, link('Scoreboard'));
    await page.getByRole('heading', { name: 'Accuracy by algorithm' }).waitFor();
    const others = game.simulate(['--players', '12', '--plays', '18', '--seed', '2']);
    await setTimeout(400);
    await click(page, link('Projector'));
    await others;
    await setTimeout(800);
}

/** Moves the pointer there first, so that one sees what is clicked. */
async function click(page, target) {
    const box = await target.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
    await setTimeout(150);
    await target.click({ delay: 60 });
}

/** A headless browser shows no pointer: this draws one. */
async function showPointer(page) {
    await page.addInitScript(() => {
        const pointer = document.createElement('div');
        pointer.style.cssText = `position: fixed; left: -40px; top: -40px; width: 18px; height: 18px; margin: -9px; border: 3px solid #fff;
      border-radius: 50%; background: #d1495b; box-shadow: 0 1px 3px #0008; pointer-events: none; z-index: 2147483647`;
        addEventListener('pointermove', ({ clientX, clientY }) => {
            if (!pointer.isConnected) document.documentElement.append(pointer);
            pointer.style.translate = `${clientX + 40}px ${clientY + 40}px`;
        });
    });
}

/** Collects what the browser paints, each frame with the times, in seconds, from and until which it was to be seen. */
async function startFilm(page) {
    const devTools = await page.context().newCDPSession(page);
    const painted = [];
    let runs = true;
    devTools.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
        if (!runs) return;
        painted.push({ from: metadata.timestamp, png: Buffer.from(data, 'base64') });
        void devTools.send('Page.screencastFrameAck', { sessionId });
    });
    await devTools.send('Page.startScreencast', { format: 'png' });
    return {
        async stop() {
            runs = false;
            await devTools.send('Page.stopScreencast');
            const end = Date.now() / 1000;
            return painted.map((frame, i) => ({ ...frame, until: painted[i + 1]?.from ?? end }));
        },
    };
}

function writeGif(frames, file) {
    const folder = mkdtempSync(join(tmpdir(), 'game-night-film-'));
    try {
        const list = frames.map(({ from, until, png }, i) => {
            writeFileSync(join(folder, `${i}.png`), png);
            return `file ${i}.png\nduration ${(until - from).toFixed(3)}\n`;
        });
        // The concat demuxer ignores the last duration, unless the last file is named once more.
        writeFileSync(join(folder, 'list.txt'), `${list.join('')}file ${frames.length - 1}.png\n`);
        const colours = 'split[a][b];[a]palettegen=max_colors=96:stats_mode=diff[p];[b][p]paletteuse=dither=none:diff_mode=rectangle';
        const options = ['-f', 'concat', '-i', join(folder, 'list.txt'), '-vf', `fps=${framesPerSecond},${colours}`];
        execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...options, file], { stdio: 'inherit' });
    } finally {
        rmSync(folder, { recursive: true });
    }
}
