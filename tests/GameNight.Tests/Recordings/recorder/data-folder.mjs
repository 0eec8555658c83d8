// An evening of one game on its own: a data folder with everything that a game keeps there, left behind by a power cut.
// node data-folder.mjs PROGRAM FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { forget, putUpName, removeName, review } from './browser.mjs';
import { Caller, Game, until } from './game.mjs';
import { mirrored, png } from './ink.mjs';
import { images, writeOutsideModel } from './outside-model.mjs';
import { Guest, Player } from './players.mjs';

const [program, folder] = process.argv.slice(2);
const game = new Game(program, `${folder}/state`, ['Training:NewMarks=0', 'Training:Daily=never', 'Training:LeaseSeconds=5']);
const host = new Caller(game, { isHost: true });
await game.start();

// The host's browser is a player's, too.
const hostsBrowser = new Player(game, 'the host', 'mouse', 9);
await hostsBrowser.page(game.hostLink);

// One person alone: some marks are wrong. There is too little to learn from; the host looks at the doubts.
const ada = new Player(game, 'Ada', 'mouse', 1);
await ada.sitDown();
for (let i = 0; i < 16; i++) await ada.playAndMark(i % 10);
for (const [digit, marked] of [[4, 1], [7, 3], [0, 8], [3, 6]]) await ada.mark(await ada.play(digit, 'app-network'), marked);
await train();
const left = await review(hostsBrowser, 3, (i, marked) => ['Enter', `${(marked + 1) % 10}`, 'Delete'][i]);
if (!left) throw new Error('Nothing is left in doubt.');

// A model joins, is followed by a second version, and taken back; the second stays on shadow.
const templates = await images(host, ada.draw);
mkdirSync(`${folder}/models`, { recursive: true });
for (const [version, sharpness] of [[1, .5], [2, 2], [3, .1]]) {
  writeOutsideModel(`${folder}/models`, `templates-${version}`, templates, sharpness);
  await game.run('import', `${folder}/models/templates-${version}.onnx`, '--manifest', `${folder}/models/templates-${version}.json`);
}
await until('the third version plays', async () =>
  (await host.get('/api/algorithms')).some(algorithm => algorithm.id === 'templates' && algorithm.activeVersion === '3'));
await host.post('/api/algorithms/templates/versions/1/activate?why=surer%20than%20it%20should%20be');
await host.delete('/api/algorithms/templates/versions/3');
await host.put('/api/algorithms/templates/versions/2/shadow');

// Everybody comes, with whatever they draw with. Most of them write some digits mirrored, which the network can learn; Emil
// writes a six that is a two to everybody but him, which only his own contestant can.
const habit = mirrored([3, 4, 7, 9]);
const ben = new Player(game, 'Ben', 'touch', 2, habit);
const cleo = new Player(game, 'Cleo', 'pen', 3);
const dora = new Player(game, 'Dora', 'keyboard', 4);
const emil = new Player(game, 'Emil', 'program', 5, mirrored([6]));
const guests = ['Fay', 'Gus', 'Hal', 'Ivy', 'Ann', 'Oda'].map((name, i) => new Guest(game, name, 20 + i, habit));
for (const player of [ben, cleo, dora, emil]) await player.sitDown();
for (let round = 0; round < 10; round++) {
  for (const guest of guests) await guest.playAndMark(round);
  await ben.playAndMark([1, 7, 1, 7, 4, 1, 7, 9, 1, 7][round], 'personal');
  await emil.playAndMark(round % 3 ? 6 : 2, 'personal');
  if (round % 2) await cleo.playAndMark(round, 'committee');
}

// Surprises: first everybody keeps one for the night, then they are drawn by lot.
for (const player of [ada, ben, cleo, dora]) await player.playAndMark(5, 'surprise');
await host.put('/api/experiment', { mode: 'sampling' });
for (const digit of [2, 6, 8]) for (const player of [cleo, dora]) await player.playAndMark(digit, 'surprise');

// Pictures, plays that nobody marked, marks that were corrected by whoever drew and by the host.
const picture = templates[6];
await emil.mark(await emil.play(6, 'mnist-mlp', { image: picture }), 6);
await emil.mark(await emil.play(6, 'app-xgboost', { png: png(picture.map(ink => 255 - ink), 28) }), 6);
for (const digit of [3, 8]) await emil.play(digit, 'k-means');
const corrected = await cleo.play(9, 'k-means');
for (const digit of [4, 9]) await cleo.mark(corrected, digit);
const ruled = await dora.play(2, 'templates');
await dora.mark(ruled, 3);
await host.put(`/api/observations/${ruled.id}/label`, { label: 2 });

// Names: two stay, one is taken down by the host, one is forgotten by its owner.
for (const player of [ada, ben, cleo, dora]) await putUpName(player, `${player.name} ☕`);
await removeName(hostsBrowser, 'Cleo ☕');
await forget(dora);
await dora.playAndMark(0, 'personal');

// A run that judges, one that is cancelled, one that the end of the game cuts off, and one over which the game dies.
const judged = await train();
if (judged.state !== 'activated') throw new Error(`A version that takes over is wanted. ${judged.words}`);
const waiting = await host.post('/api/training-runs', { algorithm: 'app-network' });
await host.post(`/api/training-runs/${waiting.id}/cancel`);
await until('the run is cancelled', async () => !isOpen(await host.get(`/api/training-runs/${waiting.id}`)));
await begin();
await game.stop();
await game.start();
const orphan = await begin();
await game.kill();

// A game that does not train: what was running stays so, and what is asked for waits. Then drawings without a mark, and the power cut.
await game.start('Training:Enabled=false');
await host.post('/api/training-runs', { algorithm: 'app-network' });
for (const player of [ada, ben, emil]) await player.play(6, 'personal');
await game.kill();
writeFileSync(`${folder}/recorded.json`, JSON.stringify({
  recordedAt: new Date().toISOString(), orphan: orphan.id,
  players: [ada, ben, cleo, dora, emil, hostsBrowser].map(player => player.remember()),
}, null, 2) + '\n');

async function train() {
  const { id } = await host.post('/api/training-runs', { algorithm: 'app-network' });
  return await until('the training has ended', async () => {
    const run = await host.get(`/api/training-runs/${id}`);
    return isOpen(run) ? null : run;
  });
}

async function begin() {
  const { id } = await host.post('/api/training-runs', { algorithm: 'app-network' });
  return await until('the training runs', async () => {
    const run = await host.get(`/api/training-runs/${id}`);
    return run.state === 'running' ? run : null;
  });
}

function isOpen(run) {
  return run.state === 'queued' || run.state === 'running';
}
