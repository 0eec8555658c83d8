// <local-time datetime="…Z">: the same moment in the reader's own zone. Blazor writes the element, this writes its shadow.
class LocalTime extends HTMLElement {
  static readonly observedAttributes = ['datetime'];

  attributeChangedCallback(): void {
    const moment = new Date(this.getAttribute('datetime') ?? '');
    if (Number.isNaN(moment.getTime())) return;
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    shadow.textContent = new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }).format(moment);
    this.title = moment.toISOString();
  }
}

export function tellLocalTimes(): void {
  customElements.define('local-time', LocalTime);
}
