// The machines' names, colours and faces. Guesses carry ids only; the server has rendered the rest into the page.
export interface Contestant {
  readonly name: string;
  readonly colour: string;
  face(): Node | null;
}

/** @param page With `<template data-contestant="ID" data-name="…" data-colour="…">`, each with a face in it. */
export function readContestants(page: ParentNode): (id: string) => Contestant {
  const known = new Map<string, Contestant>();
  for (const template of page.querySelectorAll<HTMLTemplateElement>('template[data-contestant]')) {
    const { contestant = '', name = contestant, colour = 'var(--contestant-grey)' } = template.dataset;
    known.set(contestant, { name, colour, face: () => template.content.firstElementChild?.cloneNode(true) ?? null });
  }
  return id => known.get(id) ?? { name: id, colour: 'var(--contestant-grey)', face: () => null };
}
