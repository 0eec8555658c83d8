// Bundles js/ and css/ and copies static/ into the game's wwwroot.
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const wwwroot = fileURLToPath(new URL('../src/GameNight/wwwroot/', import.meta.url));

const common = {
  absWorkingDir: here,
  outdir: wwwroot,
  bundle: true,
  minify: true,
  sourcemap: true,
  target: ['es2022', 'chrome123', 'firefox121', 'safari17.5'],
  logLevel: 'warning',
};
await build({
  ...common,
  entryPoints: [
    ...['js/api.ts', 'js/app.ts', 'js/drawing-pad.ts', 'js/practice.ts', 'css/main.css'],
    ...['js/rooms/door.ts', 'js/rooms/phone.ts', 'js/rooms/stage.ts', 'css/rooms.css'],
  ],
  outbase: '.',
  format: 'esm',
  loader: { '.woff2': 'file' },
  assetNames: 'fonts/[name]',
});
// Below the practice page's own path, where its service worker answers for them while the game is away.
await build({ ...common, entryPoints: [{ in: 'js/guess/worker.ts', out: 'practice/worker' }], format: 'esm' });
await build({ ...common, entryPoints: [{ in: 'js/practice/service-worker.ts', out: 'practice-service-worker' }], format: 'iife' });
cpSync(fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')), `${wwwroot}practice/runtime.wasm`);
cpSync(`${here}static`, wwwroot, { recursive: true });
