// The databases of the tests, as processes that keep what they keep in a folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

// What s3rver expects, where the SDK of the game looks for it; dynalite takes anything.
process.env.AWS_ACCESS_KEY_ID = process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER';

export class NodeServer {
  #process;
  port = 0;

  /** @param script Of the checkout's tests; it takes a folder and a port, and prints its port. */
  constructor(script, folder) {
    Object.assign(this, { script, folder });
  }

  async start() {
    // s3rver signs the pages of a list with a cipher that Node.js has put away.
    const command = ['--openssl-legacy-provider', this.script, this.folder, `${this.port}`];
    this.#process = spawn('node', command, { stdio: ['pipe', 'pipe', 'inherit'] });
    process.once('exit', () => this.#process.kill());
    this.port = Number((await once(this.#process.stdout, 'data'))[0]);
  }

  async stop() {
    const ended = once(this.#process, 'close');
    this.#process.stdin.end();
    await ended;
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }
}
