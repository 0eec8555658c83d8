// Bundles a module of js/ for Node.js and imports it: what the pages run, without a browser around it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** @param path Of the module, from wwwroot-assets on. */
export async function load(path) {
    const folder = await mkdtemp(join(tmpdir(), 'game-night-bundle-'));
    try {
        const outfile = join(folder, 'module.mjs');
        await build({
            entryPoints: [fileURLToPath(new URL(`../${path}`, import.meta.url))],
            outfile,
            bundle: true,
            format: 'esm',
            platform: 'node',
            target: 'es2022',
            logLevel: 'warning',
        });
        return await import(pathToFileURL(outfile).href);
    } finally {
        await rm(folder, { recursive: true });
    }
}
