// Versions in a bucket: published, activated, taken back, put on shadow, deleted.
// node bucket.mjs PROGRAM SERVER FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { Caller, Game, until } from './game.mjs';
import { hand } from './ink.mjs';
import { NodeServer } from './node-server.mjs';
import { images, writeOutsideModel } from './outside-model.mjs';
import { bucketSettings } from './settings.mjs';

const [program, script, folder] = process.argv.slice(2);
mkdirSync(`${folder}/bucket`, { recursive: true });
mkdirSync(`${folder}/models`);
const server = new NodeServer(script, `${folder}/bucket`);
await server.start();
const game = new Game(program, `${folder}/machine`, bucketSettings(server));
const host = new Caller(game, { isHost: true });
await game.start();

const draw = hand(31);
const templates = await images(host, draw);
const versions = [['templates', .5], ['templates', 2], ['templates', .1], ['mnist-mlp', 1]];
for (const [i, [algorithm, sharpness]] of versions.entries()) {
  writeOutsideModel(`${folder}/models`, `model-${i}`, templates, sharpness, algorithm);
  await game.run('import', `${folder}/models/model-${i}.onnx`, '--manifest', `${folder}/models/model-${i}.json`);
}
await until('they all play', async () => {
  const playing = (await host.get('/api/algorithms')).map(it => `${it.id} ${it.activeVersion}`);
  return ['templates 3', 'mnist-mlp 2'].every(wanted => playing.includes(wanted));
});

// A version that is newer than the ones that ship is taken back, another one tried on shadow, and one is deleted.
await host.post('/api/algorithms/mnist-mlp/versions/1/activate?why=the%20old%20one%20was%20better');
await host.post('/api/algorithms/templates/versions/1/activate?why=it%20need%20not%20be%20so%20sure');
await host.delete('/api/algorithms/templates/versions/3');
await host.put('/api/algorithms/mnist-mlp/versions/2/shadow');
await host.put('/api/algorithms/templates/versions/2/shadow');
await host.delete('/api/algorithms/mnist-mlp/versions/2/shadow');
await game.stop();
await server.stop();
writeFileSync(`${folder}/recorded.json`, JSON.stringify({ recordedAt: new Date().toISOString(), drawing: { strokes: draw(8) } }) + '\n');
