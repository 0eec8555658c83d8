import type { Pen } from '../../js/pad/pointer';

/** A pen that keeps what it is told: ['down', x, y, input], ['move', x, y], ['up']. */
export class PenRecorder implements Pen {
  readonly calls: unknown[][] = [];

  down(x: number, y: number, _time: number, input: string): void {
    this.calls.push(['down', x, y, input]);
  }

  move(x: number, y: number): void {
    this.calls.push(['move', x, y]);
  }

  up(): void {
    this.calls.push(['up']);
  }

  /** What was called, without arguments. */
  get names(): unknown[] {
    return this.calls.map(([name]) => name);
  }
}
