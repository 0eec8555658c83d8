// The @font-face rules of the page that a picture uses, with the fonts as data: a standalone picture loads nothing.

export async function fontFaces(picture: SVGElement): Promise<string> {
  const used = new Set(
    [picture, ...picture.querySelectorAll('[font-family]')].map(element => firstFamily(element.getAttribute('font-family') ?? '')),
  );
  const faces = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].filter(rule => rule instanceof CSSFontFaceRule));
  return (await Promise.all(faces.filter(face => used.has(firstFamily(face.style.getPropertyValue('font-family')))).map(embed))).join('\n');
}

function firstFamily(families: string): string {
  const [first = ''] = families.split(',');
  return first.trim().replace(/^["']|["']$/g, '');
}

async function embed({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const url = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1] ?? '';
  const response = await fetch(new URL(url, parentStyleSheet?.href ?? document.baseURI));
  if (!response.ok) throw new Error(`The font ${url} could not be loaded: HTTP status ${response.status}.`);
  const file = await readDataUrl(await response.blob());
  const weight = style.getPropertyValue('font-weight') || 'normal';
  return `@font-face { font-family: ${style.getPropertyValue('font-family')}; font-weight: ${weight}; src: url(${file}); }`;
}

function readDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('The font could not be read.', { cause: reader.error }));
    reader.readAsDataURL(file);
  });
}
