// Starts the game on a data folder of its own, and Chromium beside it; both are gone when the pictures are made.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { chromium } from 'playwright';

const root = join(import.meta.dirname, '..', '..');
const program = join(root, 'artifacts', 'app', 'GameNight.dll');

/**
 * The game while it runs.
 * @typedef {object} Game
 * @property {string} address where to play
 * @property {(options: string[]) => Promise<unknown>} simulate lets made-up players play, with the options of `simulate`
 */

/**
 * Builds the game where something has changed, lets an evening be played and serves it.
 * @param {string[]} evening options of `simulate`
 * @param {(game: Game, browser: import('playwright').Browser) => Promise<void>} use
 * @param {string[]} more further settings of the game
 */
export async function withGame(evening, use, more = []) {
    const folder = mkdtempSync(join(tmpdir(), 'game-night-pictures-'));
    const settings = [`--GameNight:DataFolder=${folder}`, '--GameNight:Training:NewMarks=0'];
    const simulate = options => promisify(execFile)('dotnet', [program, 'simulate', ...options, ...settings]);
    execFileSync(join(root, 'run.sh'), ['--build-only'], { stdio: 'inherit' });
    await simulate(evening);
    const server = spawn('dotnet', [program, 'serve', '--urls', 'http://127.0.0.1:0', ...settings, ...more], {
        stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
        const address = await greeting(server.stdout);
        // What it says from now on is not read, and must not fill the pipe.
        server.stdout.resume();
        const browser = await launch();
        try {
            await use({ address, simulate }, browser);
        } finally {
            await browser.close();
        }
    } finally {
        server.kill();
        rmSync(folder, { recursive: true, force: true });
    }
}

/** Starts Chromium. */
export function launch() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    });
}

/** The address that the server prints when it is ready. */
async function greeting(output) {
    for await (const line of createInterface(output)) {
        const [, address] = /is on: +(\S+)/.exec(line) ?? [];
        if (address) return address;
    }
    throw new Error('The game ended before it was ready; what it printed says why.');
}
