// Bundles js/ and css/ and copies static/ into the game's wwwroot.
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const wwwroot = fileURLToPath(new URL('../src/GameNight/wwwroot/', import.meta.url));

await build({
  absWorkingDir: here,
  entryPoints: [
    ...['js/api.ts', 'js/app.ts', 'js/drawing-pad.ts', 'css/main.css'],
    ...['js/rooms/door.ts', 'js/rooms/phone.ts', 'js/rooms/stage.ts', 'css/rooms.css'],
  ],
  outbase: '.',
  outdir: wwwroot,
  bundle: true,
  minify: true,
  sourcemap: true,
  format: 'esm',
  target: ['es2022', 'chrome123', 'firefox121', 'safari17.5'],
  loader: { '.woff2': 'file' },
  assetNames: 'fonts/[name]',
  logLevel: 'warning',
});
cpSync(`${here}static`, wwwroot, { recursive: true });
