// <local-time datetime="…Z">: the time in the reader's own zone. It is written into the shadow tree, because the content is Blazor's.
const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

class LocalTime extends HTMLElement {
  static readonly observedAttributes = ['datetime'];

  attributeChangedCallback(): void {
    const time = new Date(this.getAttribute('datetime') ?? '');
    if (Number.isNaN(time.getTime())) return;
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    shadow.textContent = format.format(time);
    this.title = time.toISOString();
  }
}

export function defineLocalTime(): void {
  customElements.define('local-time', LocalTime);
}
