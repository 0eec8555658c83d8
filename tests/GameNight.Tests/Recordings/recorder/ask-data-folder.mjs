// What a build says of the data folder FOLDER/state, which it changes: give a copy.
// node ask-data-folder.mjs PROGRAM FOLDER OUTPUT
import { writeFileSync } from 'node:fs';
import { callers, chartsUntil, firstDoubt, tables, writeAnswers, writeExport, writePages } from './answers.mjs';
import { Caller, Game, until } from './game.mjs';
import { hand, mirrored } from './ink.mjs';

const [program, folder, output] = process.argv.slice(2);
const game = new Game(program, `${folder}/state`, ['Training:Enabled=false']);
await game.start();
const host = new Caller(game, { isHost: true });
const players = callers(game, folder);

const plays = await writeExport(game, output);
const middle = plays[Math.floor(plays.length / 2)].time;
const { next } = await host.get(`/api/observations?limit=${plays.length - 3}`);
const judged = (await host.get('/api/training-runs')).find(run => run.state === 'activated');
await writeAnswers(host, [
  '/health/ready', '/api/algorithms', '/api/training-runs', `/api/training-runs/${judged.id}`,
  '/api/statistics', '/api/statistics?algorithm=k-means', `/api/statistics?from=${middle}`, `/api/statistics?to=${middle}`,
  ...['app-network', 'personal', 'templates'].flatMap(id =>
    [`/api/algorithms/${id}/versions`, `/api/algorithms/${id}/activations`, `/api/algorithms/${id}/active?at=${middle}`]),
  `/api/observations?after=${next}&limit=100`,
], output);
const charts = chartsUntil(plays.at(-1).time);
writePages({ charts, tables: await tables(players.Ada, charts), doubt: await firstDoubt(players['the host']) }, output);

// A six that nobody but Emil's own contestant reads, once that is made of his marks again.
const six = { strokes: hand(55, mirrored([6]))(6) };
const templates = (await host.post('/api/algorithms/templates/predictions', six)).probabilities;
const personal = await until('Emil’s own contestant knows his hand', async () => {
  const { chosen } = await players.Emil.post('/api/observations', { algorithm: 'personal', ...six });
  return chosen.digit === 6 ? chosen.probabilities : null;
});
const { mode } = await host.get('/api/experiment');
writeFileSync(`${output}/guesses.json`, JSON.stringify({ drawing: six, personal, templates, experiment: mode }) + '\n');
await game.stop();
