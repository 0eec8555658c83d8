// What a browser has to know of a contestant to let it guess: where its model file is, and how to feed it. The server says so
// (BrowserModel.cs).

export interface BrowserModel {
  /** The algorithm's id. */
  readonly id: string;
  readonly version: string;
  /** Where the model file is, from the root of the game. What lies there never changes. */
  readonly address: string;
  readonly bytes: number;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
  readonly input: {
    readonly name: string;
    readonly layout: 'nchw' | 'nhwc' | 'flat';
    /** The size of a batch where it is fixed. */
    readonly batch: number | null;
    /** A pixel is fed as byte × scale + offset. */
    readonly scale: number;
    readonly offset: number;
  };
  readonly output: { readonly name: string; readonly kind: 'probabilities' | 'logits' };
}

/** @returns The models in what a server of this version or another has sent; what is none is left out. */
export function readModels(value: unknown): BrowserModel[] {
  return Array.isArray(value) ? value.filter(isModel) : [];
}

function isModel(value: unknown): value is BrowserModel {
  const { id, version, address, bytes, sha256, input, output } = fieldsOf(value);
  const { name, layout, batch, scale, offset } = fieldsOf(input);
  return (
    [id, version, address, sha256, name, fieldsOf(output).name].every(text => typeof text === 'string') &&
    [bytes, scale, offset].every(Number.isFinite) &&
    (batch === null || (Number.isInteger(batch) && Number(batch) > 0)) &&
    ['nchw', 'nhwc', 'flat'].includes(String(layout)) &&
    ['probabilities', 'logits'].includes(String(fieldsOf(output).kind))
  );
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return (value ?? {}) as Record<string, unknown>;
}
