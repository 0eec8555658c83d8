// node parity/predict.mjs MODEL...: reads images, a line of base64 each, and answers with what each contestant makes of it in the
// browser's runtime: a list of ten probabilities each. MODEL is the folder of a version.
import { createInterface } from 'node:readline';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './bundle.mjs';

const { startRuntime, loadClassifier } = await load('js/guess/runtime.ts');
const wasm = fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'));
startRuntime((await readFile(wasm)).buffer);
const classifiers = [];
for (const folder of process.argv.slice(2)) {
    const { algorithm, version, input, output } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    const model = { id: algorithm, version, input: { batch: null, ...input }, output };
    classifiers.push(await loadClassifier(model, new Uint8Array(await readFile(join(folder, 'model.onnx')))));
}
for await (const line of createInterface({ input: process.stdin })) {
    const image = new Uint8Array(Buffer.from(line, 'base64'));
    const answers = [];
    for (const classifier of classifiers) answers.push([...(await classifier.predict(image))]);
    console.log(JSON.stringify(answers));
}
