// node parity/normalise.mjs: reads drawings, a line of JSON each, and answers with the image that the browser makes of it, in base64.
import { createInterface } from 'node:readline';
import { load } from './bundle.mjs';

const { normalise } = await load('js/guess/normaliser.ts');
for await (const line of createInterface({ input: process.stdin })) {
    console.log(Buffer.from(normalise(JSON.parse(line)) ?? []).toString('base64'));
}
