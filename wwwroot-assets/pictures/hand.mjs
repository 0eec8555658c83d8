// Two digits as people write them, and a hand that draws them on the pad.
import { setTimeout } from 'node:timers/promises';

/** Some contestants take it for a nine. */
export const crossedSeven = read(
    `36.1,25.1 39.7,23.3 45,20.7 50.9,17.9 56.4,15.8 60.4,15 63.2,15.7 65.4,17.5 66.8,20 67.4,23 67,26.2 65.3,29.7 62.3,33.4 58.6,37.6
   54.7,42.4 51,47.9 47.2,54.9 42.9,63.3 38.8,72 35.2,79.7 32.6,85`,
    '39.3,36 44,38.1 50,40.9 56,43.6 61.9,46.3',
);

/** All contestants take it for a one. */
export const narrowTwo = read(
    `45.3,31.3 46,28.5 47.2,24.1 48.5,19.6 49.9,16.1 51.2,15 52.5,16.8 54,20.6 55.5,25.5 56.5,30.5 57,35.1 56.7,39.3 55.8,43.5 54.5,47.8
   53.1,52.4 51.7,57 50.1,62.4 48.3,68.4 46.5,74.4 44.9,79.5 43.9,83.1 43,85 43.4,83.5 44.6,83.3 46.9,83.9 49.5,84.3 52.7,84.5 56.9,84.7`,
);

/**
 * Draws with the mouse.
 * @param {import('playwright').Page} page where the game is open
 * @param {number[][][]} strokes on a pad of 100 by 100
 * @param {number} pace milliseconds from point to point
 */
export async function draw(page, strokes, pace) {
    const pad = await page.getByLabel('Drawing pad', { exact: true }).boundingBox();
    for (const [first, ...rest] of strokes.map(stroke =>
        stroke.map(([x, y]) => [pad.x + (x / 100) * pad.width, pad.y + (y / 100) * pad.height]),
    )) {
        await page.mouse.move(...first);
        await page.mouse.down();
        for (const point of rest) {
            await page.mouse.move(...point, { steps: 2 });
            await setTimeout(pace);
        }
        await page.mouse.up();
    }
}

function read(...strokes) {
    return strokes.map(stroke =>
        stroke
            .trim()
            .split(/\s+/)
            .map(point => point.split(',').map(Number)),
    );
}
