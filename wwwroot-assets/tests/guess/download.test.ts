import { expect, test } from 'vitest';
import { download } from '../../js/guess/download';

const whole = new Uint8Array([1, 2, 3, 4]);
const sha256 = '9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a';

/** @param files What each call gets; null for a connection that breaks. */
function network(...files: (Uint8Array<ArrayBuffer> | number | null)[]): { load: typeof fetch; caches: (string | undefined)[] } {
  const caches: (string | undefined)[] = [];
  const load = (_: unknown, init?: RequestInit): Promise<Response> => {
    caches.push(init?.cache);
    const file = files.shift();
    if (file === null) return Promise.reject(new TypeError('The connection broke.'));
    return Promise.resolve(typeof file === 'number' ? new Response(null, { status: file }) : new Response(file));
  };
  return { load, caches };
}

test.each([
  ['is cut off', new Uint8Array([1, 2])],
  ['is another file', new Uint8Array([4, 3, 2, 1])],
  ['breaks off', null],
  ['is missing', 404],
])('A download that %s is made once more, past the cache', async (_, first) => {
  const { load, caches } = network(first, whole);
  expect(new Uint8Array(await download('/model', { bytes: 4, sha256 }, load))).toEqual(whole);
  expect(caches).toEqual([undefined, 'reload']);
});

test('A file that never comes whole is refused', async () => {
  const { load } = network(new Uint8Array([1, 2]), new Uint8Array([1, 2]));
  await expect(download('/model', { bytes: 4, sha256 }, load)).rejects.toThrow('has 2 bytes instead of 4');
});
