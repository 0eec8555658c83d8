// A game in a room: its big screen, a phone, and two people who have no pages.
import { crossedSeven, draw } from './hand.mjs';

/**
 * A round of two, on the phone and on the big screen.
 * @param {import('./phases.mjs').Open} open
 * @param {import('./phases.mjs').Save} save
 */
export async function rooms(open, save) {
    const browsers = [await open(), await open(), await open(), await open()];
    const [screen, phone, ...others] = browsers;
    const opened = await screen.request.post('/api/rooms', { data: { mode: 'fool', rounds: 1 } });
    if (!opened.ok()) throw new Error(`no room can be opened: ${opened.status()}`);
    const { code, stageKey } = await opened.json();
    let commands = 0;
    const send = (person, command) =>
        person.request.post(`/api/rooms/${code}/commands`, { data: { id: `picture ${++commands}`, ...command } });
    const [stage, page] = [await screen.newPage(), await phone.newPage()];
    await stage.goto(`/rooms/${code}/stage#${stageKey}`);
    await page.goto(`/rooms/${code}`);
    const both = async name => {
        await save(page, `phone-${name}`);
        await save(stage, `stage-${name}`);
    };
    await page.getByLabel('Your name').waitFor();
    await save(page, 'phone-0-name');
    await page.getByLabel('Your name').fill('Ada');
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    // They follow the room in pages that show nothing.
    for (const [i, other] of others.entries()) {
        await other.request.post(`/api/rooms/${code}/seats`, { data: { name: ['Bo', 'Cleopatra Philopator'][i] } });
        const silent = await other.newPage();
        await silent.goto('/about');
        await silent.evaluate(code => void new globalThis.EventSource(`/api/rooms/${code}/events`), code);
    }
    await stage.getByText('Cleopatra').first().waitFor();
    await both('1-lobby');
    const lead = kind => send(screen, { kind, stageKey });
    const until = phase => page.locator(`.screen[data-key^="${phase}"]`).first().waitFor();
    await lead('start');
    await until('brief');
    await both('2-brief');
    await lead('skip');
    await page.locator('[aria-label="Drawing pad"][aria-busy="false"]').waitFor();
    await both('3-draw');
    await draw(page, crossedSeven, 0);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const strokes = crossedSeven.map(stroke => stroke.map(([x, y], i) => [x, y, 20 * i]));
    await save(page, 'phone-4-sent');
    for (const other of others) await send(other, { kind: 'draw', round: 1, strokes, input: 'touch' });
    await until('jury');
    await both('5-jury');
    await lead('skip');
    await until('reveal');
    await both('6-reveal');
    await lead('skip');
    await both('7-board');
    await lead('skip');
    await stage.getByRole('button', { name: 'Play again' }).waitFor();
    await both('8-podium');
    for (const browser of browsers) await browser.close();
}
