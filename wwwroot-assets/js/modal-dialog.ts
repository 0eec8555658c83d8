// <modal-dialog><dialog>…</dialog></modal-dialog>: open for as long as it is on the page. Blazor renders it and takes it away.
class ModalDialog extends HTMLElement {
  private opener: Element | null = null;

  connectedCallback(): void {
    this.opener = document.activeElement;
    // Blazor fills it in the same turn.
    queueMicrotask(() => this.querySelector('dialog')?.showModal());
  }

  disconnectedCallback(): void {
    if (this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus({ preventScroll: true });
  }
}

export function offerDialogs(): void {
  customElements.define('modal-dialog', ModalDialog);
}
