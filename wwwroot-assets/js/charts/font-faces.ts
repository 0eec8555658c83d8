// The page's own fonts, as far as a picture uses them: a picture must not ask a server for anything.

export async function fontFaces(picture: SVGElement): Promise<string> {
  const used = new Set(
    [picture, ...picture.querySelectorAll('[font-family]')].map(element => firstFamily(element.getAttribute('font-family') ?? '')),
  );
  const faces = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].filter(rule => rule instanceof CSSFontFaceRule));
  return (await Promise.all(faces.filter(face => used.has(firstFamily(face.style.getPropertyValue('font-family')))).map(embedded))).join(
    '\n',
  );
}

function firstFamily(families: string): string {
  return families
    .split(',')[0]!
    .trim()
    .replace(/^["']|["']$/g, '');
}

async function embedded({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1] ?? '';
  const answer = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
  if (!answer.ok) throw new Error(`The font ${address} did not come: ${answer.status}.`);
  const file = await readDataUrl(await answer.blob());
  return `@font-face { font-family: ${style.getPropertyValue('font-family')}; font-weight: ${style.getPropertyValue('font-weight') || 'normal'}; src: url(${file}); }`;
}

function readDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
