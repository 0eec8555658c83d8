// What the phone and the screen have in common: the stream, the commands, the clock, and how a snapshot becomes what is seen.
import { Announcer } from './announcer';
import { Commands, type CommandOptions, type Outcome } from './commands';
import { Connection, type ConnectionState } from './connection';
import { obey } from './controls';
import { Countdown } from './countdown';
import { stayAwake } from '../keep-awake';
import { required } from '../required';
import { h, morph, type Child } from './render';
import type { Snapshot } from './snapshot';

/** What is seen at one moment. */
export interface View {
  /** Where it changes, all is new: the focus begins at the top, and screen readers hear the words. */
  readonly key: string;
  readonly words: string;
  readonly body: readonly Child[];
}

export abstract class RoomPage extends HTMLElement {
  protected snapshot: Snapshot | null = null;
  protected state: ConnectionState = { kind: 'connecting' };
  protected readonly clock = new Countdown();
  /** What went wrong with the last command, in words. */
  protected trouble = '';
  /** What waits for a second press. */
  protected asked: string | null = null;
  // From `prepare` on.
  protected connection!: Connection;
  protected commands!: Commands;
  private prepared = new AbortController();
  private announcer!: Announcer;
  private lifetime = new AbortController();
  private key = '';

  get code(): string {
    return this.dataset.code ?? '';
  }

  /** Shows what is there now. */
  protected abstract render(): void;
  /** Does what a button or form with data-do says, beyond the controls of the game. */
  protected abstract act(control: HTMLElement): void;
  /** Ten times a second. */
  protected abstract tick(): void;

  connectedCallback(): void {
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    this.announcer = new Announcer(this.piece('live'));
    this.addEventListener('click', event => this.onPress(event), { signal });
    this.addEventListener('submit', event => this.onPress(event), { signal });
    const timer = setInterval(() => {
      this.announcer.tick(this.snapshot?.paused === false ? this.clock.remaining() : null);
      this.tick();
    }, 100);
    signal.addEventListener('abort', () => clearInterval(timer));
    stayAwake(signal);
  }

  disconnectedCallback(): void {
    this.lifetime.abort();
  }

  /** Until the page is left. */
  protected get signal(): AbortSignal {
    return this.lifetime.signal;
  }

  /** Takes a question back that waits for a second press. */
  protected unask(question: string): void {
    if (this.asked !== question) return;
    this.asked = null;
    this.render();
  }

  protected get troubleNote(): HTMLElement | null {
    return this.trouble === '' ? null : h('p.trouble', { 'data-key': 'trouble', role: 'alert' }, this.trouble);
  }

  /** What the page follows, and how it speaks. What it followed before is given up. */
  protected prepare(address: string, options: CommandOptions): void {
    this.prepared.abort();
    this.prepared = new AbortController();
    const commands = new Commands(`/api/rooms/${this.code}/commands`, options);
    this.commands = commands;
    const connection = new Connection(address, {
      onSnapshot: snapshot => {
        // What went wrong in another phase, or with other people here, may be right now.
        if (snapshot.phase !== this.snapshot?.phase || snapshot.players.length !== this.snapshot.players.length) this.trouble = '';
        this.snapshot = snapshot;
        this.clock.take(snapshot);
        this.render();
      },
      onState: state => {
        const isNew = state.kind !== this.state.kind;
        this.state = state;
        if (!isNew) return;
        if (state.kind !== 'lost') this.trouble = '';
        this.render();
      },
    });
    this.connection = connection;
    for (const signal of [this.signal, this.prepared.signal]) {
      signal.addEventListener('abort', () => {
        connection.close();
        commands.close();
      });
    }
  }

  /** Says something that is seen elsewhere on the page. */
  protected tell(words: string): void {
    this.announcer.tell(words);
  }

  protected piece(name: string): HTMLElement {
    return required(this.querySelector<HTMLElement>(`[data-room="${name}"]`), `The part "${name}" of the room`);
  }

  protected show(view: View): void {
    const shown = this.piece('view');
    const wanted = shown.cloneNode(false) as HTMLElement;
    wanted.replaceChildren(h('div.screen', { 'data-key': view.key }, ...view.body));
    const hadFocus = shown.contains(document.activeElement);
    morph(shown, wanted);
    if (view.key === this.key) return;
    this.key = view.key;
    // What had the focus is gone.
    if (hadFocus && !shown.contains(document.activeElement)) shown.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    this.announcer.say(view.key, view.words);
  }

  protected fill(name: string, ...children: Child[]): void {
    const shown = this.piece(name);
    const wanted = shown.cloneNode(false) as HTMLElement;
    wanted.replaceChildren(...h('div', {}, ...children).childNodes);
    morph(shown, wanted);
  }

  /** Shows why a command was not taken. */
  protected async watch(outcome: Promise<Outcome>): Promise<boolean> {
    this.trouble = '';
    const result = await outcome;
    if (!result.taken) this.trouble = result.detail;
    this.render();
    return result.taken;
  }

  private onPress(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const control = event.type === 'submit' ? target : target?.closest('button[data-do]');
    if (!(control instanceof HTMLElement) || control.dataset.do === undefined) return;
    event.preventDefault();
    if (control.dataset.do === 'ask' || control.dataset.do === 'keep') {
      this.asked = control.dataset.asked ?? null;
      this.render();
      return;
    }
    this.asked = null;
    const outcome = this.snapshot && obey(control, this.snapshot, this.commands);
    if (outcome) void this.watch(outcome);
    else this.act(control);
    this.render();
  }
}

/** The seconds that are left, as they are shown. */
export function secondsOf(clock: Countdown): number | null {
  const remaining = clock.remaining();
  return remaining === null ? null : Math.ceil(remaining / 1_000);
}
