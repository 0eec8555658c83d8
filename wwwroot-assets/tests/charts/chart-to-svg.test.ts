import { beforeEach, describe, expect, test } from 'vitest';
import { chartToSvg } from '../../js/charts/chart-to-svg';

beforeEach(() => {
  document.body.style.cssText = 'margin: 0; font-family: sans-serif; background: rgb(250, 245, 233)';
});

/** The file made of a chart's region with this body, 300 px wide. */
async function chart(body: string): Promise<Element> {
  document.body.innerHTML = `<section style="position: absolute; left: 50px; top: 70px; width: 300px">
    <h2>Accuracy</h2><p class="chart-lead">Who is right?</p><div class="chart-body">${body}</div>
    <p>Download</p></section>`;
  const file = new DOMParser().parseFromString(await chartToSvg(document.querySelector('section')!), 'image/svg+xml');
  return file.documentElement;
}

const texts = (picture: Element): string[] => [...picture.querySelectorAll('text')].map(text => text.textContent);

describe('File', () => {
  test('title and lead: are its title, its description and its first texts; the rest of the region is not in it', async () => {
    const picture = await chart('');

    expect(picture.localName).toBe('svg');
    expect(picture.querySelector('title')?.textContent).toBe('Accuracy');
    expect(picture.querySelector('desc')?.textContent).toBe('Who is right?');
    expect(texts(picture)).toEqual(['Accuracy', 'Who is right?']);
  });

  test('size: is that of the parts, with 24 px around them, on the colour of the page', async () => {
    const picture = await chart('<div style="height: 100px"></div>');
    const region = document.querySelector('section')!;
    const top = region.querySelector('h2')!.getBoundingClientRect().top;
    const bottom = region.querySelector('.chart-body')!.getBoundingClientRect().bottom;

    expect(picture.getAttribute('width')).toBe('348');
    expect(picture.getAttribute('height')).toBe(String(Math.ceil(bottom - top + 48)));
    expect(picture.getAttribute('viewBox')).toBe(`0 0 348 ${picture.getAttribute('height')}`);
    expect(picture.querySelector(':scope > rect')?.getAttribute('fill')).toBe('#faf5e9');
    const move = (
      picture
        .querySelector(':scope > g')
        ?.getAttribute('transform')
        ?.match(/-?[\d.]+/g) ?? []
    ).map(Number);
    expect(move).toEqual([24 - 50, expect.closeTo(24 - top)]);
  });

  test('part that sticks out of the region: fits into the file', async () => {
    const picture = await chart('<div style="width: 500px; height: 1px"></div>');

    expect(picture.getAttribute('width')).toBe('548');
  });
});

describe('Content', () => {
  test('HTML and drawings: are boxes, texts and the drawing, in the order of the page', async () => {
    const picture = await chart(
      '<b style="background: red; display: block">one</b><svg width="9" height="9"><circle r="4" /></svg><i>two</i>',
    );
    const parts = [...picture.querySelectorAll(':scope > g > *')].slice(2).map(part => part.localName);

    expect(parts).toEqual(['rect', 'text', 'svg', 'text']);
    expect(picture.querySelectorAll('svg circle')).toHaveLength(1);
  });

  test.each([
    '<button class="button">x</button>',
    '<p data-page-only>x</p>',
    '<textarea>x</textarea>',
    '<details open>x</details>',
    '<span class="visually-hidden">x</span>',
    '<label><input type="checkbox">x</label>',
    '<p hidden>x</p>',
    '<p style="visibility: hidden">x</p>',
    '<p style="opacity: 0">x</p>',
  ])('%s: is left out', async html => {
    expect(texts(await chart(html))).toEqual(['Accuracy', 'Who is right?']);
  });

  test('label of a list: stays, with what is selected and without the list', async () => {
    const picture = await chart('<label>Day <select><option>first<option selected>second</select></label>');

    expect(texts(picture).slice(2)).toEqual(['Day', 'second']);
    expect(picture.querySelectorAll('g rect')).toHaveLength(0);
  });

  test('translucent part: is a group with the opacity', async () => {
    const picture = await chart('<p style="opacity: 0.5"><b>x</b></p>');

    expect(picture.querySelector('g[opacity="0.5"] text')?.textContent).toBe('x');
  });
});
