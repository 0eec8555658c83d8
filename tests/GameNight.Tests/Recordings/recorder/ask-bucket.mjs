// What a build says of the versions in FOLDER/bucket.
// node ask-bucket.mjs PROGRAM SERVER FOLDER OUTPUT
import { readFileSync, writeFileSync } from 'node:fs';
import { writeAnswers } from './answers.mjs';
import { Caller, Game, until } from './game.mjs';
import { NodeServer } from './node-server.mjs';
import { bucketSettings } from './settings.mjs';

const [program, script, folder, output] = process.argv.slice(2);
const { drawing } = JSON.parse(readFileSync(`${folder}/recorded.json`));
const server = new NodeServer(script, `${folder}/bucket`);
await server.start();
const game = new Game(program, `${folder}/asked`, bucketSettings(server));
await game.start();
const host = new Caller(game, { isHost: true });
await until('the bucket is read', async () => (await host.get('/api/algorithms')).some(algorithm => algorithm.id === 'templates'));
const [first] = await host.get('/api/algorithms/templates/activations');
await writeAnswers(host, [
  '/api/algorithms',
  ...['templates', 'mnist-mlp'].flatMap(id => ['versions', 'activations', 'active'].map(what => `/api/algorithms/${id}/${what}`)),
  `/api/algorithms/templates/active?at=${first.at}`,
], output);
const { probabilities } = await host.post('/api/algorithms/templates/predictions', drawing);
writeFileSync(`${output}/guesses.json`, JSON.stringify({ drawing, templates: probabilities }) + '\n');
await game.stop();
await server.stop();
