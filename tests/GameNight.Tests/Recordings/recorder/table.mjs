// An evening at a table in DynamoDB, and plays that wait in the outbox of a machine because the table is away.
// node table.mjs PROGRAM SERVER FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { putUpName, review } from './browser.mjs';
import { Caller, Game, until } from './game.mjs';
import { NodeServer } from './node-server.mjs';
import { Guest, Player } from './players.mjs';
import { tableSettings } from './settings.mjs';

const [program, script, folder] = process.argv.slice(2);
mkdirSync(`${folder}/table`, { recursive: true });
const server = new NodeServer(script, `${folder}/table`);
await server.start();
const game = new Game(program, `${folder}/machine`, [...tableSettings(server), 'Training:NewMarks=0', 'Training:Daily=never']);
const host = new Caller(game, { isHost: true });
await game.start();
const hostsBrowser = new Player(game, 'the host', 'mouse', 9);
await hostsBrowser.page(game.hostLink);

const [gail, hugo] = [new Player(game, 'Gail', 'pen', 11), new Player(game, 'Hugo', 'touch', 12)];
for (const player of [gail, hugo]) await player.sitDown();
for (let i = 0; i < 14; i++) await gail.playAndMark(i % 10);
for (const [digit, marked] of [[4, 1], [7, 3], [0, 8]]) await gail.mark(await gail.play(digit, 'app-network'), marked);
await drained();
const { id } = await host.post('/api/training-runs', { algorithm: 'app-network' });
await until('the training has ended', async () => !['queued', 'running'].includes((await host.get(`/api/training-runs/${id}`)).state));
await review(hostsBrowser, 2, (i, marked) => ['Delete', `${(marked + 1) % 10}`][i]);

await host.put('/api/experiment', { mode: 'sampling' });
for (const digit of [1, 5, 8]) await hugo.playAndMark(digit, 'surprise');
const corrected = await hugo.play(6);
for (const digit of [0, 6]) await hugo.mark(corrected, digit);
await new Guest(game, 'Fay', 20).playAndMark(3);
await hugo.play(2);
await putUpName(gail, 'Gail ☕');
await drained();

// While the table is away the plays go on. One of them has an id that somebody else's import takes meanwhile.
const another = JSON.parse((await host.text('/api/observations/export')).split('\n')[0]);
await server.stop();
const late = await gail.play(9);
await game.kill();
await server.start();
writeFileSync(`${folder}/same-id.jsonl`, JSON.stringify({ ...another, id: late.id, player: 'Ann' }) + '\n');
await game.run('import', `${folder}/same-id.jsonl`);
await game.start();
await until('the play is refused', async () => (await host.get('/health/ready')).refused === 1);

// Away again: new plays, a mark of one of them, and another word on one that the table has already.
await server.stop();
const first = await gail.play(4);
await gail.mark(first, 4);
const second = await hugo.play(7, 'k-means');
await hugo.mark(corrected, 8);
const waiting = (await until('the game knows that the table is away', async () => {
  const ready = await host.get('/health/ready');
  return ready.status === 'Degraded' ? ready : null;
})).backlog;
await game.kill();
writeFileSync(`${folder}/recorded.json`, JSON.stringify({
  recordedAt: new Date().toISOString(),
  waiting: { count: waiting, plays: [first.id, second.id], marks: { [first.id]: 4, [corrected.id]: 8 } },
  players: [gail, hugo, hostsBrowser].map(player => player.remember()),
}, null, 2) + '\n');

async function drained() {
  await until('everything is in the table', async () => (await host.get('/health/ready')).backlog === 0);
}
