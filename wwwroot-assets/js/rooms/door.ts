// <room-door>: where rooms are opened and found.
import { readProblem } from './problem';
import { randomId } from './random-id';
import { h } from './render';

class RoomDoor extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', event => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset.room !== 'open') return;
      event.preventDefault();
      void this.openRoom(form);
    });
    this.addEventListener('click', event => {
      const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-do]') : null;
      const row = button?.closest<HTMLElement>('li[data-code]');
      if (!button || !row) return;
      if (button.dataset.do === 'end') ask(row);
      else if (button.dataset.do === 'keep') keep(row);
      else void this.end(row, button);
    });
    // Safari brings the page back as it was left.
    addEventListener('pageshow', event => {
      const button = this.querySelector<HTMLButtonElement>('form[data-room="open"] button');
      if (event.persisted && button) button.disabled = false;
    });
    // A game of coach is two rounds, one of fool five; who wants another number says so afterwards.
    this.addEventListener('change', event => {
      const usual = event.target instanceof HTMLInputElement ? event.target.dataset.rounds : undefined;
      const rounds = this.querySelector<HTMLInputElement>('input[name="rounds"]');
      if (usual && rounds) rounds.value = usual;
    });
  }

  private async openRoom(form: HTMLFormElement): Promise<void> {
    const data = new FormData(form);
    const button = form.querySelector('button');
    if (!button || button.disabled) return;
    button.disabled = true;
    try {
      const response = await fetch('/api/rooms', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode: data.get('mode') ?? 'fool', rounds: Number(data.get('rounds') ?? 5) }),
        signal: AbortSignal.timeout(10_000),
      });
      if (response.ok) {
        const { stage } = (await response.json()) as { stage: string };
        // This browser's cookies belong to the address under which it has opened this page.
        const { pathname, hash } = new URL(stage, location.href);
        location.assign(pathname + hash);
        return;
      }
      this.tell((await readProblem(response, 'The room could not be opened.')).detail);
    } catch {
      this.tell('The game didn’t answer. Nothing was opened; try again.');
    }
    button.disabled = false;
  }

  /** Ends a room, as the host may without the key of its screen. */
  private async end(row: HTMLElement, button: HTMLButtonElement): Promise<void> {
    const code = row.dataset.code ?? '';
    button.disabled = true;
    try {
      const response = await fetch(`/api/rooms/${code}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: randomId(), kind: 'end' }),
        signal: AbortSignal.timeout(10_000),
      });
      // It may have ended by itself meanwhile.
      if (response.ok || response.status === 404) {
        row.remove();
        const note = this.querySelector('[data-room="ended"]');
        if (note) note.textContent = `Room ${code} has ended.`;
        this.querySelector<HTMLElement>('#list-title')?.focus();
        return;
      }
      this.tell((await readProblem(response, 'The room could not be ended.')).detail, 'end-trouble');
    } catch {
      this.tell('The game didn’t answer. The room is still open; try again.', 'end-trouble');
    }
    button.disabled = false;
  }

  private tell(words: string, where = 'trouble'): void {
    const note = this.querySelector<HTMLElement>(`[data-room="${where}"]`);
    if (!note) return;
    note.hidden = false;
    note.textContent = words;
  }
}

/** Nobody ends a game by a slip. */
function ask(row: HTMLElement): void {
  if (row.querySelector('.question')) return;
  const sure = h('button.button', { type: 'button', 'data-do': 'sure' }, 'Yes, end it');
  row.append(
    h('p.question', { role: 'status' }, 'End the game for everybody?'),
    sure,
    h('button.button', { type: 'button', 'data-do': 'keep' }, 'Keep it'),
  );
  row.dataset.asked = 'yes';
  sure.focus();
}

function keep(row: HTMLElement): void {
  for (const child of row.querySelectorAll('.question, .question ~ *')) child.remove();
  delete row.dataset.asked;
  row.querySelector<HTMLElement>('[data-do="end"]')?.focus();
}

customElements.define('room-door', RoomDoor);
