// <room-phone>: the page of a person in a room.
import { castOf } from './coach';
import { readContestants } from './contestants';
import { controls, peopleFold, startButton } from './controls';
import { closeBeside, closeMenu, menu, moreTimeWords } from './phone/menu';
import { phoneView, asksForDrawing } from './phone/view';
import type { PhoneModel } from './phone/model';
import { Sheet } from './phone/sheet';
import type { Outcome } from './commands';
import { readProblem } from './problem';
import { h } from './render';
import { RoomPage, secondsOf } from './room-page';
import { counted, pauseOf, roundOf } from './words';

class RoomPhone extends RoomPage {
  private cast!: PhoneModel['cast'];
  private sheet!: Sheet;
  private readonly judged = new Set<string>();
  /** The task whose drawing was sent. */
  private sent = '';
  /** The task whose drawing the server did not take: it is not sent again by itself. */
  private refused = '';
  private isOnItsWay = false;
  /** Who plays by keyboard finds the sheet focused; for others, a ring around it would be in the way. */
  private usesKeys = false;
  private isJoining = false;
  private step: string | null | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.cast = readContestants(this);
    this.sheet = new Sheet(this.piece('pad'), `room-task-${this.code}`, this.signal);
    void this.sheet.open();
    this.addEventListener('inkchange', () => this.render(), { signal: this.signal });
    for (const name of ['keydown', 'pointerdown']) {
      document.addEventListener(name, () => (this.usesKeys = name === 'keydown'), { capture: true, signal: this.signal });
    }
    closeBeside(this, this.signal, () => this.unask('leave'));
    this.prepare(`/api/rooms/${this.code}/events`, { keepAs: `room-commands-${this.code}` });
    const { refused, detail = '' } = this.dataset;
    if (refused === undefined) {
      this.resume();
      this.connection.open();
    } else {
      // The page knows already that there is nothing to follow.
      this.state = { kind: 'refused', status: Number(refused), detail };
      this.render();
    }
  }

  private get model(): PhoneModel {
    return {
      code: this.code,
      nickname: this.dataset.name ?? '',
      state: this.state,
      snapshot: this.snapshot,
      judged: this.judged,
      isSent: this.sent !== '' && this.sent === this.task,
      isOnItsWay: this.isOnItsWay,
      cast: castOf(this.snapshot, this.cast),
    };
  }

  /** Names the drawing that is asked for; empty where none is. */
  private get task(): string {
    const { snapshot } = this;
    return snapshot?.phase === 'draw' && snapshot.task?.kind === 'draw'
      ? `${snapshot.game} ${snapshot.round} ${snapshot.step ?? 'draw'} ${snapshot.task.digit} ${snapshot.task.left}`
      : '';
  }

  protected override render(): void {
    const { model, snapshot } = this;
    const asks = asksForDrawing(model);
    if (snapshot && asks) this.sheet.begin(this.task, snapshot.twist);
    else if (snapshot && snapshot.phase !== 'draw') this.sheet.done();
    if (snapshot && snapshot.phase !== 'draw') this.sent = this.refused = '';
    // What a pause has refused is taken when the game goes on.
    if (snapshot?.paused === true) this.refused = '';
    if (snapshot && snapshot.phase !== 'jury') this.judged.clear();
    const isNew = this.dataset.screen !== 'draw' && asks;
    const view = phoneView(model);
    this.dataset.screen = asks ? 'draw' : (view.key.split(' ')[0] ?? '');
    const pad = this.piece('pad');
    const hadFocus = !asks && pad.contains(document.activeElement);
    pad.hidden = !asks;
    const send = this.querySelector<HTMLButtonElement>('[data-do="draw"]');
    if (send) send.disabled = this.sheet.isBlank || snapshot?.paused === true || model.isSent;
    this.show({ ...view, body: [...view.body, this.troubleNote] });
    // What had the focus is hidden.
    if (hadFocus) this.piece('view').querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    this.fill('bar', ...this.bar());
    this.fill('foot', ...this.foot());
    // The menu would lie above what is asked for now.
    if (this.step !== snapshot?.step) closeMenu(this);
    this.step = snapshot?.step;
    if (isNew && this.usesKeys) this.sheet.focus();
    this.tick();
  }

  private bar(): HTMLElement[] {
    const { snapshot, state } = this;
    if (!snapshot?.you || state.kind === 'refused' || state.kind === 'ended' || state.kind === 'replaced') return [];
    const banner = state.kind === 'lost' ? this.lostWords : pauseOf(snapshot);
    return [
      menu(snapshot.you, this.asked, snapshot.round > 0 && snapshot.phase !== 'podium'),
      h('span.round', { 'data-key': 'round' }, snapshot.round > 0 && snapshot.phase !== 'podium' ? roundOf(snapshot) : `Room ${this.code}`),
      h('span.clock', { 'data-key': 'clock', 'data-room': 'clock', role: 'timer', 'aria-live': 'off' }),
      ...(banner === null ? [] : [h('p.banner', { 'data-key': 'banner', role: 'status' }, banner)]),
    ];
  }

  private get lostWords(): string {
    return this.sheet.isBlank || this.snapshot?.phase !== 'draw'
      ? 'Reconnecting… your seat is safe.'
      : 'Reconnecting… your drawing is safe here.';
  }

  private foot(): (HTMLElement | null)[] {
    const { snapshot, state } = this;
    if (!snapshot || this.dataset.host === undefined || state.kind === 'ended' || state.kind === 'refused') return [];
    return [
      h(
        'details.remote',
        { 'data-key': 'remote' },
        h('summary', {}, 'Remote'),
        h(
          'div.panel',
          {},
          h('div.controls', {}, startButton(snapshot), ...controls(snapshot, this.asked)),
          peopleFold(snapshot, this.asked),
          h('p', {}, counted(snapshot.players.filter(player => player.connected).length, 'phone'), ' connected'),
        ),
      ),
    ];
  }

  protected override tick(): void {
    const clock = this.querySelector<HTMLElement>('[data-room="clock"]');
    const seconds = this.snapshot?.paused === true ? null : secondsOf(this.clock);
    if (clock) {
      const text = seconds === null ? '' : String(seconds);
      if (clock.textContent !== text) clock.textContent = text;
      clock.toggleAttribute('data-short', seconds !== null && seconds <= 5);
    }
    if (this.clock.isLastMoment() && asksForDrawing(this.model) && this.refused !== this.task) this.draw();
  }

  protected override act(control: HTMLElement): void {
    switch (control.dataset.do) {
      case 'join':
        void this.join(control.querySelector<HTMLInputElement>('input[name="name"]')?.value ?? '');
        break;
      case 'reopen':
        this.connection.open();
        break;
      case 'draw':
        this.draw();
        break;
      case 'vote':
        void this.vote(control.dataset.drawing ?? '', control.dataset.digit ?? '');
        break;
      case 'moreTime':
        void this.toggleMoreTime();
        break;
      case undefined:
      default:
    }
  }

  private draw(): void {
    const { task, snapshot } = this;
    if (!snapshot || task === '' || this.sent === task || this.sheet.isBlank) return;
    this.sent = task;
    this.isOnItsWay = true;
    const outcome = this.commands.send(`draw ${task}`, {
      kind: 'draw',
      game: snapshot.game,
      round: snapshot.round,
      ...this.sheet.drawing,
    });
    void this.deliver(task, outcome);
  }

  private async deliver(task: string, outcome: Promise<Outcome>): Promise<void> {
    const isTaken = await this.watch(outcome);
    this.isOnItsWay = false;
    if (!isTaken) {
      this.refused = task;
      if (this.sent === task) this.sent = '';
    }
    this.render();
  }

  /** What the page before this one sent, and does not know whether it arrived. */
  private resume(): void {
    for (const [what, outcome] of this.commands.resume()) {
      const [kind, , drawing = ''] = what.split(' ');
      if (kind === 'draw') {
        this.sent = what.slice('draw '.length);
        this.isOnItsWay = true;
        void this.deliver(this.sent, outcome);
        continue;
      }
      if (kind === 'vote') this.judged.add(drawing);
      void this.watch(outcome);
    }
  }

  private async vote(drawing: string, digit: string): Promise<void> {
    if (!this.snapshot || this.judged.has(drawing)) return;
    this.judged.add(drawing);
    const { round } = this.snapshot;
    const vote = { kind: 'vote', round, drawing, digit: digit === '' ? null : Number(digit) };
    if (await this.watch(this.commands.send(`vote ${round} ${drawing}`, vote))) return;
    this.judged.delete(drawing);
    this.render();
  }

  private async toggleMoreTime(): Promise<void> {
    const { snapshot } = this;
    if (!snapshot) return;
    const on = snapshot.you?.moreTime !== true;
    if (await this.watch(this.commands.send(`moreTime ${on}`, { kind: 'moreTime', round: snapshot.round, on })))
      this.tell(moreTimeWords(on));
  }

  private async join(name: string): Promise<void> {
    if (this.isJoining) return;
    this.isJoining = true;
    this.trouble = '';
    try {
      const response = await fetch(`/api/rooms/${this.code}/seats`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: name.trim() }),
        signal: AbortSignal.timeout(8_000),
      });
      if (response.ok) this.connection.open();
      else this.trouble = (await readProblem(response, 'That didn’t work. Try again.')).detail;
    } catch {
      this.trouble = 'The game didn’t answer. Is this phone in the same Wi‑Fi as the big screen? Then try again.';
    } finally {
      this.isJoining = false;
      this.render();
    }
  }
}

customElements.define('room-phone', RoomPhone);
