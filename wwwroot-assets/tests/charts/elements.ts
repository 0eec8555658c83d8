/** An element as its name and its attributes, with the numbers among them as numbers. */
export function described(element: Element): Record<string, string | number> {
  const attributes = [...element.attributes].map(({ name, value }): [string, string | number] => [
    name,
    value === '' || Number.isNaN(Number(value)) ? value : Number(value),
  ]);
  return { name: element.localName, ...Object.fromEntries(attributes) };
}
