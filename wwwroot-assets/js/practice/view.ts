// What the page shows of a round. The server has rendered every state of it as a template (PracticePage.razor); here they are swapped, and
// filled with what the contestants said.
import { digitOf } from '../guess/live-words';
import type { BrowserGuess } from '../guess/messages';
import { required } from '../required';
import { exactPercent, percent } from './words';

export type Buttons = 'guess' | 'judge' | 'which' | 'next';

/** The smallest probability that is written on a bar. */
const visible = 0.005;

export class View {
  private shown: Buttons = 'guess';

  constructor(readonly root: HTMLElement) {}

  /** The contestants that have a card, in their order. */
  get contestants(): string[] {
    return [...this.root.querySelectorAll<HTMLElement>('template[data-contestant]')].map(card => card.dataset.contestant ?? '');
  }

  part(name: string): HTMLElement {
    return required(this.root.querySelector<HTMLElement>(`[data-practice="${name}"]:not(template)`), `The part "${name}" of the page`);
  }

  /** What to do next. */
  buttons(kind: Buttons): void {
    if (kind === this.shown) return;
    this.shown = kind;
    const buttons = this.part('buttons');
    buttons.replaceChildren(this.template(kind));
    buttons.querySelector<HTMLElement>('[role="group"]')?.focus({ preventScroll: true });
  }

  /** Who guesses, and what it thinks while the player draws. */
  thinks(id: string, thought: string): void {
    const answer = this.contestant(id, 0);
    this.element('.thought').textContent = thought;
    this.element('.thought').hidden = false;
    this.element('.most-likely').replaceChildren();
    this.element('.answer').dataset.state = answer.dataset.state ?? '';
    this.root.querySelector('.answer .pixels')?.remove();
  }

  /** @param picture The address of the image that the contestants saw. */
  answers(guess: BrowserGuess, picture: string): void {
    const answer = this.contestant(guess.algorithm, 1);
    const digit = digitOf(guess.probabilities);
    fill(answer, '.most-likely strong', String(digit));
    fill(answer, '.most-likely span', `(${exactPercent(guess.probabilities[digit] ?? 0)})`);
    answer.querySelector('.pixels img')?.setAttribute('src', picture);
    this.element('.thought').hidden = true;
    this.element('.most-likely').replaceChildren(...required(answer.querySelector('.most-likely'), 'The answer').childNodes);
    this.element('.answer').dataset.state = 'revealed';
    this.root.querySelector('.answer .pixels')?.remove();
    this.element('.answer').append(required(answer.querySelector('.pixels'), 'The picture'));
  }

  /**
   * @param guess null for none.
   * @param revealed Whether it is the answer: then the bars have figures, and those of an open round can be pressed.
   */
  bars(guess: BrowserGuess | null, revealed: boolean, isOpen: boolean, marked: number | null): void {
    this.element('.bars').dataset.revealed = revealed ? 'yes' : 'no';
    const likely = guess ? digitOf(guess.probabilities) : -1;
    this.root.querySelectorAll<HTMLButtonElement>('.bars .bar').forEach((bar, digit) => {
      const share = guess?.probabilities[digit] ?? 0;
      bar.disabled = !(revealed && isOpen);
      bar.style.setProperty('--share', share.toFixed(4));
      set(bar, 'data-most-likely', revealed && digit === likely ? 'yes' : null);
      set(bar, 'data-marked', digit === marked ? 'yes' : null);
      set(bar, 'data-hotkey', revealed && isOpen ? String(digit) : null);
      set(bar, 'data-share', revealed && share >= visible ? `${(100 * share).toFixed(0)} %` : null);
      set(bar, 'aria-description', revealed ? `${(100 * share).toFixed(0)} %` : null);
    });
  }

  /** The cards, to choose from. */
  open(chosen: string): void {
    if (this.element('#contestants').dataset.turned === 'no') return;
    this.choice(this.template('open'), chosen);
  }

  /** The cards turned over: what each contestant said, once it is known which digit it was. */
  turn(guesses: readonly BrowserGuess[], digit: number, chosen: string): void {
    const cards = this.template('turned');
    const right = guesses.filter(guess => digitOf(guess.probabilities) === digit).length;
    fill(cards, 'h2 span', `${right} of ${guesses.length} had it right`);
    for (const card of cards.querySelectorAll('.card')) {
      const guess = guesses.find(({ algorithm }) => algorithm === card.querySelector('input')?.value);
      const seen = guess ? digitOf(guess.probabilities) : null;
      const isRight = seen === digit;
      fill(card, '.said b', String(seen ?? ''));
      fill(card, '.verdict', guess ? `${isRight ? '✓ right' : '✗ wrong'}, ${percent(guess.probabilities[seen ?? 0] ?? 0)}` : 'no answer');
      card.querySelector('.verdict')?.setAttribute('data-right', isRight ? 'yes' : 'no');
    }
    this.choice(cards, chosen);
  }

  /** What the contestant says to the answer, and what is said of it. */
  outcome(thanks: string, saved: string, trouble: string | null): void {
    const outcome = this.part('outcome');
    fill(outcome, '.thanks', thanks);
    fill(outcome, '.saved', saved);
    outcome.querySelector('.trouble')?.remove();
    if (trouble === null) return;
    const words = required(this.template('trouble').querySelector('.trouble'), 'The words for trouble');
    words.textContent = trouble;
    outcome.querySelector('.status')?.append(words);
  }

  private choice(cards: DocumentFragment, chosen: string): void {
    for (const input of cards.querySelectorAll('input')) input.checked = input.value === chosen;
    this.element('#contestants').replaceWith(cards);
  }

  /** Gives the card of the answer the name, face and colour of a contestant. The regions that are read out stay the same. */
  private contestant(id: string, state: 0 | 1): HTMLElement {
    const template = required(this.root.querySelector<HTMLTemplateElement>(`template[data-contestant="${id}"]`), `The card of ${id}`);
    const cards = (template.content.cloneNode(true) as DocumentFragment).querySelectorAll<HTMLElement>('.answer');
    const card = required(cards[state], `The card of ${id}`);
    this.root.style.setProperty('--colour', template.dataset.colour ?? '');
    for (const part of ['.choose', '.answer > .face', '.who']) {
      const [old, now] = [this.root.querySelector(part), card.querySelector(part.replace('.answer', ':scope'))];
      if (old && now && !old.isEqualNode(now)) old.replaceWith(now);
    }
    return card;
  }

  private template(name: string): DocumentFragment {
    const template = this.root.querySelector<HTMLTemplateElement>(`template[data-practice="${name}"]`);
    return required(template, `The template "${name}"`).content.cloneNode(true) as DocumentFragment;
  }

  private element(selector: string): HTMLElement {
    return required(this.root.querySelector<HTMLElement>(selector), `The element ${selector} of the page`);
  }
}

function fill(root: ParentNode, selector: string, text: string): void {
  const element = root.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}

function set(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
