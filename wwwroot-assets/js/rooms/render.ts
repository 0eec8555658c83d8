// Pages are written as a function from a snapshot to elements, and what is shown is changed only where it differs: the focus, what is
// typed and what moves stay.
export type Child = Node | string | number | null | false | undefined;
type Attribute = string | number | boolean | null | undefined;
export type Attributes = Readonly<Record<string, Attribute>>;

/** @param name A tag, with classes: `p.lead`. */
export function h(name: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const [tag = 'div', ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

export function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/**
 * Makes the first element look like the second. Children with a `data-key` are found again by it, others by their place. What a reader
 * has opened stays open, what is being typed stays typed.
 */
export function morph(shown: Element, wanted: Element): void {
  if (shown.isEqualNode(wanted)) return;
  morphAttributes(shown, wanted);
  morphChildren(shown, wanted);
}

function morphAttributes(shown: Element, wanted: Element): void {
  for (const { name } of [...shown.attributes]) {
    if (!wanted.hasAttribute(name) && !(name === 'open' && shown instanceof HTMLDetailsElement)) shown.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
}

function morphChildren(shown: Element, wanted: Element): void {
  const kept = new Map([...shown.children].map(child => [keyOf(child), child]));
  let place: ChildNode | null = shown.firstChild;
  for (const next of [...wanted.childNodes]) {
    const key = keyOf(next);
    const same = key === null ? (place && isAlike(place, next) ? place : null) : (kept.get(key) ?? null);
    if (!same) {
      shown.insertBefore(next, place);
      continue;
    }
    if (same === place) place = place.nextSibling;
    else shown.insertBefore(same, place);
    if (same instanceof Element && next instanceof Element) morph(same, next);
    else if (same.nodeValue !== next.nodeValue) same.nodeValue = next.nodeValue;
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}

function isAlike(one: Node, other: Node): boolean {
  return one.nodeName === other.nodeName && keyOf(one) === null;
}

function keyOf(node: Node): string | null {
  return node instanceof Element ? node.getAttribute('data-key') : null;
}
