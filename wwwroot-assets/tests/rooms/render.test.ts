import { beforeEach, describe, expect, test } from 'vitest';
import { h, morph } from '../../js/rooms/render';

let shown: HTMLElement;

beforeEach(() => {
  shown = h('div', {}, h('p', {}, 'one'), h('ul', {}, h('li', { 'data-key': 1 }, 'Ann'), h('li', { 'data-key': 2 }, 'Bo')));
  document.body.replaceChildren(shown);
});

describe('morph', () => {
  test('text and attributes differ: changes them, and keeps the elements', () => {
    const p = shown.querySelector('p')!;
    morph(shown, h('div', { 'data-a': 'b' }, h('p.lead', {}, 'two'), h('ul')));

    expect(shown.outerHTML).toBe('<div data-a="b"><p class="lead">two</p><ul></ul></div>');
    expect(shown.querySelector('p')).toBe(p);
  });

  test('children with keys change places: are found again', () => {
    const [ann, bo] = shown.querySelectorAll('li');
    morph(shown, h('div', {}, h('p', {}, 'one'), h('ul', {}, h('li', { 'data-key': 2 }, 'Bo!'), h('li', { 'data-key': 1 }, 'Ann'))));

    expect([...shown.querySelectorAll('li')]).toEqual([bo, ann]);
    expect(bo!.textContent).toBe('Bo!');
  });

  test('one comes and one goes: the other stays', () => {
    const bo = shown.querySelectorAll('li')[1];
    morph(shown, h('div', {}, h('p', {}, 'one'), h('ul', {}, h('li', { 'data-key': 3 }, 'Cy'), h('li', { 'data-key': 2 }, 'Bo'))));

    expect([...shown.querySelectorAll('li')].map(li => li.textContent)).toEqual(['Cy', 'Bo']);
    expect(shown.querySelectorAll('li')[1]).toBe(bo);
  });

  test('reader has opened something and typed into it: stays', () => {
    const page = (words: string): HTMLElement => h('div', {}, h('details', {}, h('summary', {}, words), h('input', { value: 'Ann' })));
    document.body.replaceChildren((shown = page('one')));
    shown.querySelector('details')!.open = true;
    shown.querySelector('input')!.value = 'Anna';
    shown.querySelector('input')!.focus();
    morph(shown, page('two'));

    expect(shown.querySelector('details')!.open).toBe(true);
    expect(shown.querySelector('input')!.value).toBe('Anna');
    expect(document.activeElement).toBe(shown.querySelector('input'));
  });
});
