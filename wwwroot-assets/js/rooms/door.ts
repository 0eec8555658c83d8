// <room-door>: where rooms are opened and found.
import { readProblem } from './problem';

class RoomDoor extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', event => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset.room !== 'open') return;
      event.preventDefault();
      void this.openRoom(form);
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

  private tell(words: string): void {
    const note = this.querySelector<HTMLElement>('[data-room="trouble"]');
    if (!note) return;
    note.hidden = false;
    note.textContent = words;
  }
}

customElements.define('room-door', RoomDoor);
