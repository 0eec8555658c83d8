// <modal-dialog><dialog>…</dialog></modal-dialog>: a modal dialog for as long as Blazor renders it. See Dialog.razor.
class ModalDialog extends HTMLElement {
  private opener: Element | null = null;

  connectedCallback(): void {
    this.opener = document.activeElement;
    // Blazor adds the content after the element, in the same task.
    queueMicrotask(() => this.querySelector('dialog')?.showModal());
  }

  disconnectedCallback(): void {
    if (this.opener instanceof HTMLElement) this.opener.focus({ preventScroll: true });
  }
}

export function defineModalDialog(): void {
  customElements.define('modal-dialog', ModalDialog);
}
