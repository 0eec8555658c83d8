import { assert as check, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectedOption, textLines } from '../../js/charts/text-lines';

const style = 'position: fixed; left: 20px; top: 30px; font: 16px/1.5 sans-serif; color: rgb(0, 0, 255)';

function linesOf(text: string, more = ''): Element[] {
  document.body.innerHTML = `<p style="margin: 0; ${style}; ${more}">${text}</p>`;
  const paragraph = document.querySelector('p')!;
  return textLines(paragraph.firstChild as Text, getComputedStyle(paragraph));
}

const number = (element: Element | undefined, attribute: string): number => Number(element?.getAttribute(attribute));

describe('Text on one line', () => {
  test('stands where the page shows it, as wide as there', () => {
    const [line] = linesOf('Accuracy');
    const paragraph = document.querySelector('p')!;
    // An empty inline block stands on the baseline.
    paragraph.insertAdjacentHTML('beforeend', '<i style="display: inline-block"></i>');

    expect(line?.textContent).toBe('Accuracy');
    expect(number(line, 'x')).toBeCloseTo(20, 1);
    expect(Math.abs(number(line, 'y') - document.querySelector('i')!.getBoundingClientRect().bottom)).toBeLessThan(1);
    expect(number(line, 'textLength')).toBeCloseTo(paragraph.getBoundingClientRect().width, 1);
  });

  test('has the font and the colour of the page', () => {
    const [line] = linesOf(
      'Accuracy',
      'font-weight: 700; font-style: italic; text-decoration: underline; font-variant-numeric: tabular-nums',
    );

    expect(line?.getAttribute('font-family')).toBe('sans-serif');
    expect(line?.getAttribute('font-size')).toBe('16px');
    expect(line?.getAttribute('font-weight')).toBe('700');
    expect(line?.getAttribute('font-style')).toBe('italic');
    expect(line?.getAttribute('text-decoration')).toBe('underline');
    expect(line?.getAttribute('style')).toBe('font-variant-numeric: tabular-nums');
    expect(line?.getAttribute('fill')).toBe('#0000ff');
  });

  test('plain: says nothing that is so in any SVG file', () => {
    const [line] = linesOf('Accuracy');

    for (const attribute of ['font-weight', 'font-style', 'text-decoration', 'style']) expect(line?.hasAttribute(attribute)).toBe(false);
  });

  test('in capitals by a style: is written in capitals', () => {
    expect(linesOf('Accuracy', 'text-transform: uppercase')[0]?.textContent).toBe('ACCURACY');
  });

  test('white space around and inside: is as little as on the page', () => {
    expect(linesOf('\n  two \n  words  ').map(line => line.textContent)).toEqual(['two words']);
  });

  test('nothing but white space: is no line', () => {
    expect(linesOf(' \n ')).toEqual([]);
  });
});

describe('Text that wraps', () => {
  test('narrow box: has a line for each word, one under the other', () => {
    const lines = linesOf('one two three', 'width: 1px');

    expect(lines.map(line => line.textContent)).toEqual(['one', 'two', 'three']);
    const [first, second, third] = lines.map(line => number(line, 'y'));
    expect(second! - first!).toBeCloseTo(24, 1);
    expect(third! - second!).toBeCloseTo(24, 1);
  });

  test('any width: has all words in order, and no line is wider than the box', () => {
    const words = 'How often each algorithm was right, of all drawings that somebody has marked so far';
    check(
      property(integer({ min: 90, max: 700 }), width => {
        const lines = linesOf(words, `width: ${width}px`);

        expect(lines.map(line => line.textContent).join(' ')).toBe(words);
        expect(lines).toHaveLength(Math.round(document.querySelector('p')!.getBoundingClientRect().height / 24));
        for (const line of lines) expect(number(line, 'textLength')).toBeLessThanOrEqual(width + 0.01);
      }),
      { numRuns: 30 },
    );
  });
});

describe('Upright text', () => {
  test.each([
    ['vertical-rl', '', 90],
    ['sideways-lr', '', -90],
    ['vertical-rl', 'transform: rotate(180deg)', -90],
  ])('writing-mode: %s %s: is turned by %d degrees and as long as on the page', (mode, more, angle) => {
    const [line] = linesOf('Accuracy', `writing-mode: ${mode}; ${more}`);
    const box = document.querySelector('p')!.getBoundingClientRect();
    const [x = 0, y = 0, turn = 0] = (line?.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number);

    expect(turn).toBe(angle);
    expect(x).toBeGreaterThan(box.left);
    expect(x).toBeLessThan(box.right);
    expect(y).toBeCloseTo(angle === 90 ? box.top : box.bottom, 1);
    expect(number(line, 'textLength')).toBeCloseTo(box.height, 1);
  });
});

describe('selectedOption', () => {
  test('list: is the text that is selected, inside border and padding, in the middle of the height', () => {
    document.body.innerHTML = `<select style="${style}; appearance: none; height: 60px; border: 3px solid; padding: 0 7px">
      <option>first</option><option selected>second</option></select>`;
    const select = document.querySelector('select')!;
    const text = selectedOption(select, getComputedStyle(select));

    expect(text.textContent).toBe('second');
    expect(number(text, 'x')).toBe(30);
    document.body.innerHTML = '<b style="font: 16px sans-serif; position: fixed">second</b>';
    expect(number(text, 'textLength')).toBeCloseTo(document.querySelector('b')!.getBoundingClientRect().width, 0);
    // The middle of the list is at 60 px; the baseline of 16 px text is some 6 px below.
    expect(Math.abs(number(text, 'y') - 66)).toBeLessThan(3);
  });

  test('list without options: is empty', () => {
    document.body.innerHTML = '<select></select>';
    const select = document.querySelector('select')!;

    expect(selectedOption(select, getComputedStyle(select)).textContent).toBe('');
  });
});
