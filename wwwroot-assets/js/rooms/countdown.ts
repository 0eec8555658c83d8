// How much of a phase is left. The device's own clock may be minutes off: only the server's two times, and what has passed since they
// arrived, count.
import type { Snapshot } from './snapshot';

export class Countdown {
  private deadline: string | null = null;
  /** In milliseconds of performance.now(). */
  private end = 0;
  private stopped = false;
  private left: number | null = null;
  private phase = '';
  /** The length of the phase, in milliseconds; null where it has none. */
  length: number | null = null;

  /** @param now When it arrived, as performance.now(). */
  take(snapshot: Snapshot, now = performance.now()): void {
    const phase = `${snapshot.game} ${snapshot.round} ${snapshot.step ?? snapshot.phase}`;
    // A phase that begins paused has no rest of the one before.
    if (phase !== this.phase) [this.left, this.deadline] = [null, null];
    this.phase = phase;
    this.length = snapshot.seconds === null ? null : snapshot.seconds * 1_000;
    if (snapshot.paused) {
      // What was left stays left.
      this.left = this.stopped ? this.left : this.remaining(now);
      this.stopped = true;
      this.deadline = null;
      return;
    }
    this.stopped = false;
    if (snapshot.deadline === null) {
      this.deadline = null;
      this.left = null;
      return;
    }
    const end = now + Date.parse(snapshot.deadline) - Date.parse(snapshot.serverTime);
    // Of the same deadline, the snapshot that was the shortest on its way knows best.
    this.end = snapshot.deadline === this.deadline ? Math.min(this.end, end) : end;
    this.deadline = snapshot.deadline;
    this.left = null;
  }

  /** @returns Milliseconds, 0 when it is over; null where the phase has no end, or where it stands still and nobody knows at what. */
  remaining(now = performance.now()): number | null {
    if (this.deadline === null) return this.left;
    return Math.max(0, this.end - now);
  }

  /** @returns The share of the phase that has passed, from 0 to 1; 1 where nobody knows. */
  passed(now = performance.now()): number {
    const remaining = this.remaining(now);
    if (remaining === null || this.length === null || this.length <= 0) return 1;
    return Math.min(1, Math.max(0, 1 - remaining / this.length));
  }

  /** Whether it is time to send what is there: a second before the end, in short phases a tenth of them. */
  isLastMoment(now = performance.now()): boolean {
    if (this.stopped) return false;
    const remaining = this.remaining(now);
    return remaining !== null && remaining <= Math.min(1_000, (this.length ?? 10_000) / 10);
  }
}
