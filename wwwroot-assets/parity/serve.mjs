// node parity/serve.mjs PORT PROCESSES THREADS FOLDER: the guess over HTTP as a bare server in Node.js has it, to measure the game against:
// the same model, request, answer and normaliser, and nothing else (no limits, sign-in, telemetry or checks). PROCESSES share the port;
// each run of the model takes THREADS; FOLDER is where `npm install onnxruntime-node@1.30.0` was called.
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './bundle.mjs';

const [port, processes, threads, folder] = process.argv.slice(2);
if (cluster.isPrimary && Number(processes) > 1) {
    for (let i = 0; i < Number(processes); i++) cluster.fork();
} else {
    await serve();
}

async function serve() {
    const { normalise } = await load('js/guess/normaliser.ts');
    const { InferenceSession, Tensor } = createRequire(join(resolve(folder), 'package.json'))('onnxruntime-node');
    const version = fileURLToPath(new URL('../../data/models/mnist-cnn/1', import.meta.url));
    const { input, output } = JSON.parse(await readFile(join(version, 'manifest.json'), 'utf8'));
    const options = { intraOpNumThreads: Number(threads), interOpNumThreads: 1 };
    const session = await InferenceSession.create(join(version, 'model.onnx'), options);
    const guess = async drawing => {
        const image = drawing.image ?? normalise(drawing.strokes);
        const values = new Float32Array(784);
        for (let i = 0; i < 784; i++) values[i] = image[i] * input.scale + input.offset;
        const answers = await session.run({ [input.name]: new Tensor('float32', values, [1, 1, 28, 28]) }, [output.name]);
        const probabilities = [...answers[output.name].data];
        const confidence = Math.max(...probabilities);
        const digit = probabilities.indexOf(confidence);
        return { digit, confidence, probabilities, algorithm: 'mnist-cnn', version: '1', image: [...image] };
    };
    const answer = async ({ drawings, ...drawing }) => {
        if (!drawings) return await guess(drawing);
        const predictions = [];
        for (const one of drawings) predictions.push(await guess(one));
        return { predictions };
    };
    const server = createServer((request, response) => {
        const parts = [];
        request.on('data', part => parts.push(part));
        request.on('end', async () => {
            const body = JSON.stringify(await answer(JSON.parse(Buffer.concat(parts).toString())));
            response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body);
        });
    });
    server.listen(Number(port), '127.0.0.1');
}
