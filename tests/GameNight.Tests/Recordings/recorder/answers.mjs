// What a build says of a recording: it is started over a copy, and asked.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { visit } from './browser.mjs';
import { Caller, until } from './game.mjs';

/** Those whose cookies were recorded, by name. */
export function callers(game, folder) {
  const { players } = JSON.parse(readFileSync(`${folder}/recorded.json`));
  return Object.fromEntries(players.map(player => [player.name, Object.assign(new Caller(game), { cookie: player.cookie })]));
}

/** Writes `answers.json`: each path, on a line of its own, with what the host is answered. */
export async function writeAnswers(host, paths, output) {
  const lines = [];
  for (const path of paths) {
    const answer = await until(`${path} is answered`, () => host.get(path).catch(whileCounting));
    lines.push(`${JSON.stringify(path)}: ${JSON.stringify(answer)}`);
  }
  writeFileSync(`${output}/answers.json`, `{\n${lines.join(',\n')}\n}\n`);
}

function whileCounting(failure) {
  if (!failure.message.includes(': 503 ')) throw failure;
  return null;
}

/** Writes `export.jsonl.gz`, the file that the verb makes; gives back its plays. */
export async function writeExport(game, output) {
  const file = `${output}/export.jsonl.gz`;
  await game.run('export', '--output', file);
  return gunzipSync(readFileSync(file)).toString().trim().split('\n').map(line => JSON.parse(line));
}

/** The tables of a page as the server renders it first, by the headings of their regions: of each row the values behind its cells. */
export const tables = (caller, path) => visit(caller, path, async page =>
  Object.fromEntries(await page.locator('section:has(h2):has(table)').evaluateAll(regions => regions.map(region => [
    region.querySelector('h2').textContent,
    [...region.querySelectorAll('tbody tr')].map(row => [...row.children].map(cell =>
      cell.dataset.values ?? cell.dataset.value ?? cell.textContent.trim())),
  ]))), { javaScriptEnabled: false });

/** Writes `pages.json`, a line for each table of the scoreboard. */
export function writePages(pages, output) {
  const regions = Object.entries(pages.tables).map(([region, rows]) => `  ${JSON.stringify(region)}: ${JSON.stringify(rows)}`);
  const others = Object.entries(pages).filter(([name]) => name !== 'tables')
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  writeFileSync(`${output}/pages.json`, `{\n${others.join(',\n')},\n"tables": {\n${regions.join(',\n')}\n}\n}\n`);
}

/** The drawing that the review page asks the host about first, as its picture. */
export async function firstDoubt(host) {
  return await visit(host, '/models/review', page => page.locator('.doubt img').first().getAttribute('src'));
}

/** An address of the scoreboard that shows the same whatever is played later. */
export const chartsUntil = time => `/charts?to=${new Date(Date.parse(time) + 60_000).toISOString()}`;
