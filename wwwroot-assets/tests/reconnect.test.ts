// Each test has a page of its own, in a frame: it must be able to load again.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { reconnectionOptions, watchConnection } from '../js/reconnect';

type Answer = 'ok' | 'error' | 'unreachable';
type Page = Window & typeof globalThis & { watching?: boolean };

const overlayId = reconnectionOptions.dialogId;
let frame: HTMLIFrameElement | undefined;
let loads: number;
let asked: number;

afterEach(() => frame?.remove());

/**
 * @param answers What the page hears when it asks the server, one after the other.
 * @param reconnect Blazor's own attempt, which the button starts.
 */
async function open(answers: Answer[] = [], reconnect: () => Promise<boolean> = () => Promise.resolve(true)): Promise<Page> {
  const html = `<div id="${overlayId}"><button></button></div>
    <script type="module">
      import { watchConnection } from '${location.origin}/js/reconnect.ts';
      watchConnection();
      window.watching = true;
    </script>`;
  const opened = (frame = document.createElement('iframe'));
  opened.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  loads = asked = 0;
  opened.addEventListener('load', () => loads++);
  document.body.append(opened);
  await expect.poll(() => (opened.contentWindow as Page).watching).toBe(true);
  const page = opened.contentWindow as Page;
  page.fetch = () => {
    const answer = answers[asked++] ?? 'unreachable';
    return answer === 'unreachable'
      ? Promise.reject(new TypeError('No connection.'))
      : Promise.resolve(new Response('', { status: answer === 'ok' ? 200 : 503 }));
  };
  // The pause between two attempts.
  page.setTimeout = ((next: () => void) => window.setTimeout(next)) as typeof page.setTimeout;
  Object.assign(page, { Blazor: { reconnect } });
  return page;
}

function setState(page: Page, state: string): void {
  page.document.getElementById(overlayId)!.className = `components-reconnect-${state}`;
}

describe('Server no longer knows the page', () => {
  test.each(['rejected', 'failed'])('%s: loads the page again', async state => {
    setState(await open(['ok']), state);

    await expect.poll(() => loads).toBe(2);
  });

  test('server does not answer yet: loads the page only once it does', async () => {
    setState(await open(['unreachable', 'error', 'unreachable', 'ok']), 'rejected');

    await expect.poll(() => loads).toBe(2);
    expect(asked).toBe(4);
  });

  test('said twice: the server is asked once', async () => {
    const page = await open(['ok']);
    setState(page, 'failed');
    await Promise.resolve();
    setState(page, 'rejected');

    await expect.poll(() => loads).toBe(2);
    expect(asked).toBe(1);
  });
});

describe('Connection is back', () => {
  test('"reconnected" comes on the document, and the page stays', async () => {
    const page = await open();
    const back = new Promise(resolve => page.document.addEventListener('reconnected', resolve));
    setState(page, 'show');
    setState(page, 'hide');

    await back;
    expect(asked).toBe(0);
  });

  test('still trying: says nothing', async () => {
    const page = await open();
    let events = 0;
    page.document.addEventListener('reconnected', () => events++);
    setState(page, 'show');
    await Promise.resolve();

    expect([events, asked]).toEqual([0, 0]);
  });
});

describe('Button', () => {
  const attempts: [string, () => Promise<boolean>, number][] = [
    ['succeeds: the page stays', () => Promise.resolve(true), 0],
    ['finds a server that no longer knows the page: asks to load it again', () => Promise.resolve(false), 1],
    ['finds nobody: the page stays', () => Promise.reject(new Error('No connection.')), 0],
  ];

  test.each(attempts)('attempt %s', async (_, attempt, expected) => {
    const reconnect = vi.fn(attempt);
    const page = await open(['ok'], reconnect);
    page.document.querySelector('button')!.click();
    await expect.poll(() => reconnect).toHaveBeenCalledOnce();
    await new Promise(resolve => setTimeout(resolve));

    expect(asked).toBe(expected);
  });
});

test('Page without the overlay: is left alone', () => {
  expect(watchConnection).not.toThrow();
});

test('Pause before the next attempt: doubles from 0.2 s up to 3 s', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 1000].map(reconnectionOptions.retryIntervalMilliseconds);

  expect(pauses).toEqual([200, 400, 800, 1600, 3000, 3000, 3000]);
});
