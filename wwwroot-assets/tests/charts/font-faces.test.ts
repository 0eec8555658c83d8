import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fontFaces } from '../../js/charts/font-faces';
import { svg } from '../../js/charts/svg';

const font = new Uint8Array([1, 2, 3]);
let url: string;

beforeEach(() => {
  url = URL.createObjectURL(new Blob([font], { type: 'font/woff2' }));
  document.head.insertAdjacentHTML(
    'beforeend',
    `<style id="fonts">
      @font-face { font-family: 'Sketch Sans'; font-weight: 100 900; src: url("${url}") format('woff2') }
      @font-face { font-family: Other; src: url("${url}") }
    </style>`,
  );
});

afterEach(() => {
  document.getElementById('fonts')!.remove();
  vi.restoreAllMocks();
});

describe('fontFaces', () => {
  test('picture with a font of the page: gives its rule with the file in it, and no other', async () => {
    const faces = await fontFaces(svg('g', {}, svg('text', { 'font-family': '"Sketch Sans", sans-serif' })));

    expect(faces.match(/@font-face/g)).toHaveLength(1);
    expect(faces).toMatch(/font-family: "?Sketch Sans"?; font-weight: 100 900;/);
    expect(faces).toContain(`url(data:font/woff2;base64,${btoa(String.fromCharCode(...font))})`);
  });

  test('picture whose root has the font: gives it', async () => {
    expect(await fontFaces(svg('g', { 'font-family': 'Other' }))).toContain('font-family: Other; font-weight: normal;');
  });

  test('picture with fonts of the system: gives nothing', async () => {
    expect(await fontFaces(svg('g', {}, svg('text', { 'font-family': 'sans-serif, Other' })))).toBe('');
  });

  test('server refuses the font: fails and names it', async () => {
    vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', { status: 404 }));

    await expect(fontFaces(svg('g', { 'font-family': 'Other' }))).rejects.toThrow(/blob:.* 404/);
  });
});
