// What a screen reader hears: each phase once, and that the time runs out; a clock that is read out every second drowns the game.
const moments = [10, 5] as const;

export class Announcer {
  private heard = '';
  private before = Infinity;

  /** @param live An element with aria-live. */
  constructor(private readonly live: HTMLElement) {}

  /** @param what Says what it is about: the same is not said twice. */
  say(what: string, words: string): void {
    if (what === this.heard) return;
    this.heard = what;
    this.before = Infinity;
    this.live.textContent = words;
  }

  /** Says something that belongs to no picture, such as what a switch has done. */
  tell(words: string): void {
    this.live.textContent = words;
  }

  /** @param remaining In milliseconds; null where there is no clock. */
  tick(remaining: number | null): void {
    if (remaining === null) return;
    const seconds = Math.ceil(remaining / 1_000);
    const moment = moments.find(one => seconds <= one && this.before > one && seconds > one - 3);
    // A phase that begins with less is not told: its words have just been said.
    if (moment !== undefined && this.before !== Infinity) this.live.textContent = `${seconds} seconds left`;
    this.before = seconds;
  }
}
