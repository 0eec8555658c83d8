// The worker in which contestants guess, so that the pen never waits for them.
import type { Classifier } from './classifier';
import { download } from './download';
import type { BrowserGuess, GuessAnswer, GuessRequest } from './messages';
import type { BrowserModel } from './model';
import { normalise } from './normaliser';
import { loadClassifier, startRuntime } from './runtime';

let runtime: Promise<void> | undefined;
/** By the address of the file. A version never changes, so it stays, in service or not. */
const classifiers = new Map<string, Promise<Classifier | null>>();
/** ONNX Runtime's WebAssembly is asked one thing at a time. */
let last: Promise<unknown> = Promise.resolve();

self.addEventListener('message', (event: MessageEvent<GuessRequest>) => {
  last = last.then(async () => self.postMessage(await answer(event.data)));
});

async function answer({ request, wasm, strokes, models }: GuessRequest): Promise<GuessAnswer> {
  const nothing = { request, image: null, guesses: [], unknown: [] };
  try {
    runtime ??= download(wasm).then(startRuntime);
    await runtime;
  } catch (reason) {
    // The next request fetches it again.
    runtime = undefined;
    console.debug('The contestants’ runtime cannot be loaded.', reason);
    return nothing;
  }
  const image = normalise(strokes);
  const guesses: BrowserGuess[] = [];
  const unknown: string[] = [];
  for (const model of models) {
    try {
      const classifier = await classifierOf(model);
      if (!classifier) unknown.push(model.id);
      else if (image) {
        guesses.push({ algorithm: model.id, version: model.version, probabilities: [...(await classifier.predict(image))] });
      }
    } catch (reason) {
      console.debug(`${model.id} cannot guess here now.`, reason);
    }
  }
  return { request, image, guesses, unknown };
}

/** @returns null where the browser's runtime cannot run the model. @throws where its file cannot be had now. */
async function classifierOf(model: BrowserModel): Promise<Classifier | null> {
  const known = classifiers.get(model.address);
  if (known) return known;
  const file = new Uint8Array(await download(model.address, model));
  const loading = loadClassifier(model, file).catch((reason: unknown) => {
    console.debug(`${model.id} has something that this browser cannot run.`, reason);
    return null;
  });
  classifiers.set(model.address, loading);
  return loading;
}
