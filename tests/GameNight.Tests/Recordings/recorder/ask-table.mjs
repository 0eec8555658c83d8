// What a build says of the table in FOLDER/table, once the plays that wait in FOLDER/machine are there, too: give copies.
// node ask-table.mjs PROGRAM SERVER FOLDER OUTPUT
import { callers, chartsUntil, firstDoubt, tables, writeAnswers, writeExport, writePages } from './answers.mjs';
import { Caller, Game, until } from './game.mjs';
import { NodeServer } from './node-server.mjs';
import { tableSettings } from './settings.mjs';

const [program, script, folder, output] = process.argv.slice(2);
const server = new NodeServer(script, `${folder}/table`);
await server.start();
const game = new Game(program, `${folder}/machine`, [...tableSettings(server), 'Training:Enabled=false']);
await game.start();
const host = new Caller(game, { isHost: true });
await until('nothing waits', async () => (await host.get('/health/ready')).backlog === 0);

const plays = await writeExport(game, output);
const { next } = await host.get('/api/observations?limit=10');
await writeAnswers(host, ['/health/ready', '/api/statistics', '/api/training-runs', `/api/observations?after=${next}&limit=3`], output);
const charts = chartsUntil(plays.at(-1).time);
const players = callers(game, folder);
const { mode } = await host.get('/api/experiment');
const doubt = await firstDoubt(players['the host']);
writePages({ charts, tables: await tables(players.Gail, charts), doubt, experiment: mode }, output);
await game.stop();
await server.stop();
