// What is kept of the rounds, for the game: nothing, unless the player wants it sent. A round is sent once nothing more can be said of it.
import { randomId } from '../rooms/random-id';
import type { Ink } from '../pad/ink';
import { mostPlays, type Play } from './play';
import type { Plays } from './plays';
import type { Sender } from './sender';
import { keepChoice, wantsToSend } from './switch';
import type { View } from './view';
import { drawings } from './words';

type Drawing = Pick<Ink, 'strokes' | 'inputs'>;

export interface Kept {
  /** In the place of "Saved". */
  readonly words: string;
  readonly trouble: string | null;
}

export class Records {
  private readonly toggle: HTMLInputElement;
  private readonly note: HTMLElement;
  private readonly discard: HTMLElement;
  private on = wantsToSend();

  constructor(
    view: View,
    private readonly plays: Plays,
    private readonly sender: Sender,
  ) {
    this.toggle = view.part('send') as HTMLInputElement;
    this.note = view.part('sending');
    this.discard = view.part('discard');
    this.toggle.checked = this.on;
    this.toggle.addEventListener('change', () => this.switch(this.toggle.checked));
    this.discard.addEventListener('click', () => void this.throwAway());
    for (const name of ['online', 'focus']) addEventListener(name, () => sender.wake());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) sender.wake();
    });
    sender.switch(this.on);
    void this.tell();
  }

  /** A drawing begins: the rounds before are over, but for the one of this very ink, which a reload has brought back. */
  async begin(strokes: Ink['strokes']): Promise<void> {
    const open = (await this.plays.all()).filter(play => !play.over && !isOf(play, strokes));
    for (const play of open) await this.plays.put({ ...play, over: true });
    if (open.length > 0) this.sender.wake();
  }

  /** The contestants have guessed, and the player has not answered yet. */
  async guessed(algorithm: string, drawing: Drawing): Promise<void> {
    if (this.on) await this.plays.put(await this.playOf(algorithm, drawing));
    await this.tell();
  }

  async answered(algorithm: string, drawing: Drawing, meant: number | 'none'): Promise<Kept> {
    const play = await this.playOf(algorithm, drawing);
    if (!this.on) {
      await this.plays.remove(play.id);
      return { words: '', trouble: null };
    }
    const label = meant === 'none' ? null : meant;
    const isKept = await this.plays.put({ ...play, label, notADigit: meant === 'none', over: true });
    this.sender.wake();
    await this.tell();
    if (isKept) return { words: 'Noted', trouble: null };
    const trouble = `${drawings(mostPlays)} wait to be sent; this one isn’t kept. You can play on.`;
    return { words: '', trouble };
  }

  /** Says what waits, and why. */
  async tell(): Promise<void> {
    const all = await this.plays.all();
    const refused = all.filter(play => play.refusal !== undefined);
    const waiting = all.filter(play => play.over && play.refusal === undefined).length;
    const words = [this.wordsFor(waiting)];
    if (refused.length > 0) words.push(`The game couldn’t take ${drawings(refused.length)}: ${refused[0]?.refusal ?? ''}`);
    const text = words.join(' ');
    if (this.note.textContent !== text) this.note.textContent = text;
    this.discard.hidden = refused.length === 0 && (this.on || waiting === 0);
  }

  private wordsFor(waiting: number): string {
    if (!this.on) {
      return waiting === 0
        ? 'Everything here stays in your browser.'
        : `${drawings(waiting)} ${waiting === 1 ? 'waits' : 'wait'} here, and won’t be sent until you switch this on.`;
    }
    if (waiting === 0) return 'What you play is sent, so that the machines can learn from it.';
    if (this.sender.state === 'sending') return `Sending ${drawings(waiting)}…`;
    const until = `until the game takes ${waiting === 1 ? 'it' : 'them'}.`;
    const where = this.plays.isKept ? `here ${until}` : `in this page alone: your browser keeps nothing. Leave the page open ${until}`;
    return `${drawings(waiting)} ${waiting === 1 ? 'waits' : 'wait'} ${where}`;
  }

  private switch(on: boolean): void {
    this.on = on;
    keepChoice(on);
    this.sender.switch(on);
    void this.tell();
  }

  private async throwAway(): Promise<void> {
    for (const play of await this.plays.all()) {
      if (play.refusal !== undefined || !this.on) await this.plays.remove(play.id);
    }
    await this.tell();
    this.toggle.focus();
  }

  /** The play of this ink, if it is kept already: guessed once more after a reload, it is the same play. */
  private async playOf(algorithm: string, { strokes, inputs }: Drawing): Promise<Play> {
    const known = (await this.plays.all()).find(play => !play.over && isOf(play, strokes));
    const input = [...inputs].sort((one, other) => count(inputs, other) - count(inputs, one))[0] ?? 'touch';
    return known ?? { id: randomId(), drawnAt: Date.now(), algorithm, strokes, input, label: null, notADigit: false, over: false };
  }
}

function isOf(play: Play, strokes: Ink['strokes']): boolean {
  return JSON.stringify(play.strokes) === JSON.stringify(strokes);
}

function count<T>(all: readonly T[], one: T): number {
  return all.filter(other => other === one).length;
}
