// The built game as a process of its own, and the callers who play at it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export const hostToken = 'a-token-for-tests';

/** Waits for a condition, never for a time: gives back what the question answers as soon as that is something. */
export async function until(what, question) {
  const end = Date.now() + 120_000;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited two minutes in vain until ${what}.`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

export class Game {
  #process;
  #output = '';

  /** @param program GameNight.dll of the build. @param dataFolder Its own. @param settings Like `Store:Provider=DynamoDb`. */
  constructor(program, dataFolder, settings = []) {
    Object.assign(this, { program, dataFolder, settings });
  }

  async start(...settings) {
    this.#output = '';
    this.#process = this.#spawn(['serve', '--urls', 'http://127.0.0.1:0', `--GameNight:Host:Token=${hostToken}`, ...settings.map(option)]);
    const link = await until('the game has started', () => {
      if (this.#process.exitCode !== null) throw new Error(`The game ended at its start:\n${this.#output}`);
      return /works once\): (\S+)/.exec(this.#output);
    });
    this.hostLink = link[1];
    this.address = new URL(link[1]).origin;
  }

  /** Like Ctrl+C. */
  stop = () => this.#end('SIGTERM');

  /** Like a power cut: what is in memory alone is lost. */
  kill = () => this.#end('SIGKILL');

  /** A verb of the command line, with the settings of this game. */
  async run(...verb) {
    this.#output = '';
    const command = this.#spawn(verb);
    await once(command, 'close');
    if (command.exitCode !== 0) throw new Error(`${verb[0]} failed:\n${this.#output}`);
  }

  async #end(signal) {
    const ended = once(this.#process, 'close');
    this.#process.kill(signal);
    await ended;
  }

  #spawn(verb) {
    const settings = [`DataFolder=${this.dataFolder}`, ...this.settings].map(option);
    const child = spawn('dotnet', [this.program, ...verb, ...settings], { stdio: ['ignore', 'pipe', 'pipe'] });
    // A recording that breaks off leaves no game behind.
    process.once('exit', () => child.kill('SIGKILL'));
    child.stdout.on('data', text => { this.#output += text; });
    child.stderr.on('data', text => { this.#output += text; });
    return child;
  }
}

/** Somebody who calls the game: a player with a cookie of their own, or a program with the host's token. */
export class Caller {
  cookie = '';

  constructor(game, { isHost = false } = {}) {
    this.game = game;
    this.isHost = isHost;
  }

  get = path => this.#json('GET', path);
  post = (path, body = undefined) => this.#json('POST', path, body);
  put = (path, body = undefined) => this.#json('PUT', path, body);
  delete = path => this.#json('DELETE', path);

  /** What a browser gets: the page as the server renders it first. The first one brings the cookie. */
  async page(path) {
    return await (await this.#send('GET', new URL(path, this.game.address), { accept: 'text/html' })).text();
  }

  async text(path) {
    return await (await this.#send('GET', new URL(path, this.game.address), {})).text();
  }

  async #json(method, path, body) {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const content = body === undefined ? undefined : JSON.stringify(body);
    const response = await this.#send(method, new URL(path, this.game.address), headers, content);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }

  async #send(method, url, headers, body) {
    if (this.isHost) headers.authorization = `Bearer ${hostToken}`;
    else if (this.cookie) headers.cookie = `game-night-player=${this.cookie}`;
    const response = await fetch(url, { method, headers, body, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.cookie = /^game-night-player=([^;]+)/.exec(cookie)?.[1] ?? this.cookie;
    return response;
  }
}

const option = setting => `--GameNight:${setting}`;
