import { afterEach, describe, expect, test } from 'vitest';
import { cloneDrawing } from '../../js/charts/clone-drawing';

afterEach(() => document.head.querySelector('#test-style')?.remove());

function styles(css: string): void {
  document.head.insertAdjacentHTML('beforeend', `<style id="test-style">${css}</style>`);
}

/** A drawing of 200 by 100 px at (30, 40) on the page, and its clone. */
function clone(content: string, attributes = ''): { drawing: SVGSVGElement; copy: SVGElement } {
  document.body.innerHTML = `<svg viewBox="0 0 200 100" ${attributes}>${content}</svg>`;
  const drawing = document.querySelector('svg')!;
  drawing.style.cssText += 'position: fixed; left: 30px; top: 40px; width: 200px; height: 100px; box-sizing: content-box';
  return { drawing, copy: cloneDrawing(drawing, getComputedStyle(drawing)) };
}

const attributesOf = (element: Element | null): Record<string, string> =>
  Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]));

describe('Place', () => {
  test('border and padding: the copy lies inside them', () => {
    styles('svg { border: 2px solid; padding: 5px 7px }');
    const { copy } = clone('');

    expect(attributesOf(copy)).toMatchObject({ x: '39', y: '47', width: '200', height: '100', viewBox: '0 0 200 100' });
  });
});

describe('What means nothing outside the page', () => {
  test('classes, handlers, roles, data and marks of frameworks: are removed; what is drawn and referred to stays', () => {
    const { copy } = clone(
      '<path id="p" class="c" style="fill: red" role="img" tabindex="0" aria-label="l" data-d="1" onclick="x()" b-a1b2 d="M0 0h9" />',
    );

    expect(attributesOf(copy.querySelector('path'))).toEqual({ id: 'p', d: 'M0 0h9', fill: '#ff0000', 'fill-opacity': '1' });
  });

  test('scripts, animations, HTML and references to other files: are removed', () => {
    const { copy } = clone(`<script></script><style></style><foreignObject><b>x</b></foreignObject><use href="other.svg#a" />
      <rect><animate attributeName="x" /><set attributeName="y" /></rect><g id="a"></g><use href="#a" />`);

    expect([...copy.querySelectorAll('*')].map(element => element.localName)).toEqual(['rect', 'g', 'use']);
  });

  test('comments: are removed', () => {
    expect(clone('<!--Blazor--><g>a<!--!--></g>').copy.innerHTML).toBe('<g>a</g>');
  });

  test('parts that are not displayed: are removed', () => {
    styles('.off { display: none }');

    expect(clone('<g class="off"><rect /></g><circle />').copy.querySelectorAll('g, rect, circle')).toHaveLength(1);
  });

  test('the drawing on the page: is left as it is', () => {
    styles('rect { fill: red }');
    const { drawing } = clone('<!--c--><rect class="bar" /><script></script>');

    expect(drawing.innerHTML).toBe('<!--c--><rect class="bar"></rect><script></script>');
  });
});

describe('Styles', () => {
  test('with variables and currentColor: are written as attributes', () => {
    styles(':root { --bar: rgb(0 128 0 / 0.5) } svg { color: rgb(0, 0, 255) }');
    const { copy } = clone('<rect style="fill: var(--bar); stroke: currentColor; stroke-width: 3px" />');

    expect(attributesOf(copy.querySelector('rect'))).toMatchObject({
      fill: '#008000',
      'fill-opacity': '0.5',
      stroke: '#0000ff',
      'stroke-opacity': '1',
      'stroke-width': '3px',
    });
  });

  test('opacity of a paint and of its colour: are multiplied', () => {
    const { copy } = clone('<rect style="fill: rgb(0 0 0 / 0.5); fill-opacity: 0.5" />');

    expect(copy.querySelector('rect')?.getAttribute('fill-opacity')).toBe('0.25');
  });

  test('inherited from the parent: are written there alone', () => {
    const { copy } = clone('<g style="fill: red; font-weight: 700"><rect /><text>a</text></g>');

    expect(attributesOf(copy.querySelector('g'))).toMatchObject({ fill: '#ff0000', 'font-weight': '700' });
    expect(attributesOf(copy.querySelector('rect'))).not.toHaveProperty('fill');
    expect(attributesOf(copy.querySelector('text'))).not.toHaveProperty('font-weight');
  });

  test('inherited from the page: are written on the root', () => {
    styles('body { font-size: 21px; font-family: serif }');
    const { copy } = clone('<text>a</text>');

    expect(attributesOf(copy)).toMatchObject({ 'font-size': '21px', 'font-family': 'serif' });
  });

  test('set back to their initial value inside: are written', () => {
    const { copy } = clone('<g style="fill: red; visibility: hidden"><rect style="fill: black; visibility: visible" /></g>');

    expect(attributesOf(copy.querySelector('rect'))).toMatchObject({ fill: '#000000', visibility: 'visible' });
  });

  test('attributes that a style sheet sets back: are removed', () => {
    const { copy } = clone(
      '<rect fill="red" fill-opacity="0.5" stroke-width="9" style="fill: black; fill-opacity: 1; stroke-width: 1px" />',
    );

    expect(attributesOf(copy.querySelector('rect'))).toEqual({});
  });

  test('what sticks out of the drawing: is cut off as on the page', () => {
    styles('svg { overflow: visible }');
    const { copy } = clone('<svg style="overflow: hidden"></svg>');

    expect([copy, copy.querySelector('svg')!].map(part => part.getAttribute('overflow'))).toEqual(['visible', 'hidden']);
  });

  test('fill: none and references to a gradient: stay what they are', () => {
    const { copy } = clone(
      '<linearGradient id="g"><stop style="stop-color: red" /></linearGradient><rect fill="none" /><circle fill="url(#g)" />',
    );

    expect(copy.querySelector('rect')?.getAttribute('fill')).toBe('none');
    expect(copy.querySelector('circle')?.getAttribute('fill')).toBe('url("#g")');
    expect(attributesOf(copy.querySelector('stop'))).toMatchObject({ 'stop-color': '#ff0000', 'stop-opacity': '1' });
  });

  test('opacity: is written inside, and not on the root, whose caller has put it around', () => {
    const { copy } = clone('<g style="opacity: 0.5"></g>', 'style="opacity: 0.3"');

    expect(copy.querySelector('g')?.getAttribute('opacity')).toBe('0.5');
    expect(copy.hasAttribute('opacity')).toBe(false);
  });

  test('numbers of equal width: are asked for by text', () => {
    styles('svg { font-variant-numeric: tabular-nums }');
    const { copy } = clone('<text>1</text><rect />');

    expect(copy.querySelector('text')?.getAttribute('style')).toBe('font-variant-numeric: tabular-nums');
    expect(copy.querySelector('rect')?.hasAttribute('style')).toBe(false);
  });

  test('stroke that keeps its width at any size: has all that svgToPng widens', () => {
    const { copy } = clone('<path d="M0 0h9" vector-effect="non-scaling-stroke" />');

    expect(attributesOf(copy.querySelector('path'))).toMatchObject({
      'vector-effect': 'non-scaling-stroke',
      'stroke-width': '1px',
      'stroke-dasharray': 'none',
      'stroke-dashoffset': '0px',
    });
  });
});

describe('Shapes that a style sheet places', () => {
  test('shape with attributes of its own: keeps them as they are, and has no others', () => {
    const { copy } = clone('<rect x="1" width="30" height="10" />');

    expect(attributesOf(copy.querySelector('rect'))).toEqual({ x: '1', width: '30', height: '10' });
  });

  test.each([
    ['size and position', 'circle { cx: 50px; cy: 40px; r: 12px }', '<circle />'],
    ['size in %', 'rect { x: 10%; y: 20%; width: 50%; height: 25% }', '<rect />'],
    ['transform', 'rect { transform: translate(20px, 10px) rotate(30deg) }', '<rect x="5" y="5" width="30" height="10" />'],
    [
      'transform about the middle of the shape',
      'rect { transform: rotate(45deg); transform-box: fill-box; transform-origin: 50% 50% }',
      '<rect x="50" y="40" width="30" height="10" />',
    ],
    ['transform as an attribute', '', '<g transform="translate(9 3)"><rect x="5" y="5" width="30" height="10" transform="scale(2)" /></g>'],
  ])('%s: lie at the same place in a file without the style sheet', (_, css, content) => {
    styles(css);
    const { drawing, copy } = clone(content);
    const shape = (root: Element): DOMRect => root.querySelector('circle, rect')!.getBoundingClientRect();
    const expected = shape(drawing);
    document.head.querySelector('#test-style')!.remove();
    document.body.innerHTML = '<svg width="400" height="400" style="position: fixed; left: 0; top: 0"></svg>';
    document.querySelector('svg')!.append(copy);

    for (const side of ['left', 'top', 'width', 'height'] as const) expect(shape(copy)[side]).toBeCloseTo(expected[side], 1);
    expect(expected.width).toBeGreaterThan(0);
  });
});
