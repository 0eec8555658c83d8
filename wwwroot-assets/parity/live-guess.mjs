// node parity/live-guess.mjs ADDRESS: how long a live guess takes on /practice, from the end of a stroke to the bars, with a processor that
// is slowed down four times. The browser slows the page's thread down, not the worker's: its share is measured beside, and counted four
// times.
import { launch } from '../pictures/game.mjs';
import { crossedSeven, draw } from '../pictures/hand.mjs';

const strokes = 60;
const slower = 4;

const browser = await launch();
const page = await browser.newPage();
await page.goto(new URL('/practice', process.argv[2]).href);
await draw(page, crossedSeven, 1);
await page.locator('[data-ready=yes]').waitFor({ timeout: 120_000 });
await page.evaluate(measure);
const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
for (let i = 0; i < strokes; i++) {
    await page.getByRole('button', { name: 'Clear' }).click();
    await draw(
        page,
        crossedSeven.slice(0, 1).map(stroke => stroke.map(([x, y]) => [x + (i % 9), y])),
        0,
    );
    await page.waitForFunction(count => window.guesses.length >= count, i + 1, { timeout: 20_000 });
}
const { guesses, asked } = await page.evaluate(() => ({ guesses: window.guesses, asked: window.asked }));
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(1);
console.log(`${strokes} live guesses, the page ${slower} times slower: median ${median(guesses)} ms, from the pen up to the bars`);
console.log(`of that the worker, not slowed: median ${median(asked)} ms`);
await browser.close();

function measure() {
    window.guesses = [];
    window.asked = [];
    let start = 0;
    addEventListener('pointerup', event => (start = event.target.closest('[data-pad="sheet"]') ? performance.now() : 0), true);
    const bars = document.querySelector('.bars');
    new MutationObserver(() => {
        if (start === 0 || [...bars.children].every(bar => bar.style.getPropertyValue('--share') === '0.0000')) return;
        window.guesses.push(performance.now() - start);
        start = 0;
    }).observe(bars, { attributes: true, subtree: true });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message) {
        const sent = performance.now();
        this.addEventListener('message', () => window.asked.push(performance.now() - sent), { once: true });
        post.call(this, message);
    };
}
