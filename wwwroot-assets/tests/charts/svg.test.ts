import { describe, expect, test } from 'vitest';
import { paintAttributes, svg, toHex } from '../../js/charts/svg';

describe('svg', () => {
  test('attributes and children: are those of an SVG element; numbers are rounded, undefined ones left out', () => {
    const element = svg('g', { x: 1.23456, fill: 'none', rx: undefined }, 'text', svg('rect'));

    expect(element).toBeInstanceOf(SVGGElement);
    expect(element.outerHTML).toBe('<g x="1.23" fill="none">text<rect></rect></g>');
  });
});

describe('toHex', () => {
  test.each([
    ['rgb(1, 171, 255)', '#01abff', 1],
    ['rgba(255, 0, 0, 0.25)', '#ff0000', 0.25],
    ['rgba(0, 0, 0, 0)', '#000000', 0],
    ['rgb(127.5, 0, 0)', '#800000', 1],
    ['color(srgb 1 0 0)', '#ff0000', 1],
    ['oklab(1 0 0)', '#ffffff', 1],
    ['color(srgb 0 0 1 / 0.5)', '#0000ff', 0.5],
  ])('%s: is %s with the opacity %d', (computed, hex, opacity) => {
    expect(toHex(computed)).toEqual([hex, opacity]);
  });
});

describe('paintAttributes', () => {
  test('opaque colour: has no opacity', () => {
    expect(paintAttributes('stroke', 'rgb(0, 0, 255)')).toEqual({ stroke: '#0000ff' });
  });

  test('translucent colour: has its opacity', () => {
    expect(paintAttributes('fill', 'rgba(0, 0, 255, 0.5)')).toEqual({ fill: '#0000ff', 'fill-opacity': 0.5 });
  });
});
