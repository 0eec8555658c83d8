/** x and y in CSS pixels of the sheet on which the drawing was begun, t in milliseconds since its first point. */
export type Point = readonly [x: number, y: number, t: number];

export const inputKinds = ['mouse', 'touch', 'pen', 'keyboard'] as const;
/** What a stroke was drawn with, as the server names it (InputKind.cs). */
export type InputKind = (typeof inputKinds)[number];
