// ONNX Runtime's WebAssembly build, on one thread: more threads need pages that are isolated from all other origins.
import { env } from 'onnxruntime-web/wasm';
import type { BrowserModel } from './model';
import { Classifier } from './classifier';

/** @param wasm The WebAssembly file: the game fetches it itself, so that nothing else decides from where. */
export function startRuntime(wasm: ArrayBuffer): void {
  env.wasm.wasmBinary = wasm;
  env.wasm.numThreads = 1;
  env.wasm.proxy = false;
  env.logLevel = 'error';
}

export function loadClassifier(model: BrowserModel, file: Uint8Array): Promise<Classifier> {
  return Classifier.load(model, file);
}
