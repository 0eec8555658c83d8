// Files that must be whole: what was cut off in the middle, or was kept so by the browser, is fetched once more, past its cache.

export interface Expected {
  readonly bytes?: number;
  /** In lower-case hexadecimal. */
  readonly sha256?: string;
}

/** @throws where the file cannot be had whole. */
export async function download(address: string, expected: Expected = {}, load: typeof fetch = fetch): Promise<ArrayBuffer> {
  try {
    return await attempt(address, expected, await load(address));
  } catch (reason) {
    console.debug(`${address} did not come whole, and is fetched again.`, reason);
    return attempt(address, expected, await load(address, { cache: 'reload' }));
  }
}

async function attempt(address: string, expected: Expected, answer: Response): Promise<ArrayBuffer> {
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`);
  const file = await answer.arrayBuffer();
  if (expected.bytes !== undefined && file.byteLength !== expected.bytes) {
    throw new Error(`${address} has ${file.byteLength} bytes instead of ${expected.bytes}.`);
  }
  if (expected.sha256 !== undefined && !(await hasDigest(file, expected.sha256))) throw new Error(`${address} is another file.`);
  return file;
}

/** Over plain http from another machine a page cannot compute digests: there the length has to do. */
async function hasDigest(file: ArrayBuffer, sha256: string): Promise<boolean> {
  if (!isSecureContext) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
  return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
