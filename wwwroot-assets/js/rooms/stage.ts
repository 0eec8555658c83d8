// <room-stage>: the big screen of a room.
import { castOf } from './coach';
import { readContestants } from './contestants';
import type { CommandOptions } from './commands';
import { controls, peopleFold, startButton } from './controls';
import { readProblem } from './problem';
import { randomId } from './random-id';
import { h, type Child } from './render';
import { RoomPage, secondsOf } from './room-page';
import { findKey, keepKey } from './stage/key';
import type { StageModel } from './stage/model';
import { Sound } from './stage/sound';
import { actAt } from './stage/timeline';
import { stageView } from './stage/view';
import { roundOf } from './words';

class RoomStage extends RoomPage {
  private cast!: StageModel['cast'];
  private sound!: Sound;
  /** Where everybody stood on the last board, and on the one before it. */
  private ranks = new Map<number, number>();
  private ranksBefore = new Map<number, number>();
  private stageKey: string | null = null;
  private heard = '';
  private second = 0;
  private act_ = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.cast = readContestants(this);
    this.sound = new Sound(this.signal);
    this.openWith(findKey(this.code));
  }

  private openWith(key: string | null): void {
    this.stageKey = key;
    const screen = randomId();
    const query = new URLSearchParams({ stageKey: key ?? '', screen });
    // Without the key there is nothing to listen to; the commands are never sent.
    if (key === null) this.render();
    else this.follow(`/api/rooms/${this.code}/events?${query}`, { keepAs: null, extra: { stageKey: key, screen } });
  }

  private follow(address: string, options: CommandOptions): void {
    this.prepare(address, options);
    this.connection.open();
  }

  private get model(): StageModel {
    return {
      code: this.code,
      state: this.state,
      snapshot: this.snapshot,
      hasKey: this.stageKey !== null,
      isHost: this.dataset.host !== undefined,
      passed: this.clock.passed(),
      isOver: this.clock.remaining() === 0,
      ranksBefore: this.ranksBefore,
      cast: castOf(this.snapshot, this.cast),
    };
  }

  protected override render(): void {
    const { snapshot, model } = this;
    this.keepRanks();
    const view = stageView(model);
    this.dataset.screen = view.key.split(' ')[0] ?? '';
    this.dataset.calm = snapshot?.paused === true ? 'yes' : 'no';
    this.show(view);
    this.fill('bar', ...this.bar());
    this.fill('foot', ...this.foot());
    if (view.key !== this.heard) this.sound.play(this.dataset.screen === 'podium' ? 'end' : 'phase');
    this.heard = view.key;
    this.tickClock();
  }

  /** Ranks move from one board to the next. */
  private keepRanks(): void {
    const { snapshot } = this;
    if (!snapshot) return;
    if (snapshot.phase === 'lobby') {
      this.ranks = new Map();
      this.ranksBefore = new Map();
    } else if (snapshot.phase === 'brief' || snapshot.phase === 'draw') {
      // Nobody has gained anything yet: this is how the last round ended. In the first there is nothing to compare with.
      this.ranks = new Map(snapshot.round > 1 ? snapshot.players.map(player => [player.seat, player.rank]) : []);
    } else if (snapshot.phase === 'board') {
      this.ranksBefore = this.ranks;
    }
  }

  private bar(): Child[] {
    const { snapshot, state } = this;
    if (!snapshot || state.kind === 'replaced' || state.kind === 'ended' || state.kind === 'refused') return [];
    const banner = state.kind === 'lost' ? 'Reconnecting… the game waits for this screen.' : snapshot.paused ? 'Paused' : null;
    const isClockHere = snapshot.phase === 'brief' || snapshot.phase === 'reveal' || snapshot.phase === 'board';
    return [
      h('span.of-room', { 'data-key': 'room' }, 'Room ', h('b', {}, this.code)),
      snapshot.round > 0 && h('span.round', { 'data-key': 'round' }, roundOf(snapshot)),
      isClockHere && h('span.clock', { 'data-key': 'clock', role: 'timer', 'aria-live': 'off' }, h('span', { 'data-room': 'clock' })),
      banner !== null && h('p.banner', { 'data-key': 'banner', role: 'status' }, banner),
    ];
  }

  private foot(): Child[] {
    const { snapshot, state } = this;
    if (!snapshot || state.kind === 'replaced' || state.kind === 'ended' || state.kind === 'refused') return [];
    return [
      this.troubleNote,
      snapshot.phase === 'podium' && startButton(snapshot),
      ...controls(snapshot, this.asked),
      peopleFold(snapshot, this.asked),
      h(
        'button.button.sound',
        { type: 'button', 'data-do': 'sound', 'data-key': 'sound', 'aria-pressed': this.sound.isOn ? 'true' : 'false', 'data-hotkey': 'M' },
        this.sound.isOn ? 'Sound on' : 'Sound off',
      ),
    ];
  }

  protected override tick(): void {
    const { snapshot } = this;
    if (snapshot?.phase === 'reveal' && this.state.kind !== 'replaced') {
      const act = actAt(snapshot.reveal ?? [], this.clock.passed());
      const now = JSON.stringify(act && [act.place, act.turned, act.isJuryTold, act.isWorthTold]);
      if (now !== this.act_) {
        this.act_ = now;
        if (act && act.turned > 0) this.sound.play(act.isWorthTold && act.revealed.points > 0 ? 'upset' : 'card');
        this.render();
      }
    }
    this.tickClock();
  }

  private tickClock(): void {
    const seconds = secondsOf(this.clock);
    // Who has more time still plays: the words change.
    if (seconds === 0 && this.second > 0) queueMicrotask(() => this.render());
    for (const clock of this.querySelectorAll<HTMLElement>('[data-room="clock"]')) {
      const text = seconds === null ? '' : seconds === 0 ? '…' : String(seconds);
      if (clock.textContent !== text) clock.textContent = text;
      clock.toggleAttribute('data-short', seconds !== null && seconds <= 5);
    }
    this.style.setProperty('--passed', String(this.clock.passed()));
    const isNew = seconds !== null && seconds !== this.second;
    this.second = seconds ?? 0;
    if (isNew && seconds > 0 && seconds <= 5 && (this.snapshot?.phase === 'draw' || this.snapshot?.phase === 'jury'))
      this.sound.play('tick');
  }

  protected override act(control: HTMLElement): void {
    switch (control.dataset.do) {
      case 'sound':
        this.sound.toggle();
        break;
      case 'reopen':
        this.connection.open();
        break;
      case 'bring':
        void this.bring();
        break;
      case undefined:
      default:
    }
  }

  /** The host gets the key of a screen that was lost. */
  private async bring(): Promise<void> {
    try {
      const response = await fetch(`/api/rooms/${this.code}`, { cache: 'no-store', signal: AbortSignal.timeout(8_000) });
      if (response.ok) {
        const { stageKey } = (await response.json()) as { stageKey: string };
        keepKey(this.code, stageKey);
        this.openWith(stageKey);
        return;
      }
      this.trouble = (await readProblem(response, 'That didn’t work.')).detail;
    } catch {
      this.trouble = 'The game didn’t answer. Try again.';
    }
    this.fill('foot', h('p.trouble', { role: 'alert' }, this.trouble));
  }
}

customElements.define('room-stage', RoomStage);
