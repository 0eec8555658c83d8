import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { defineProjectorStage, listenForFullScreenLinks } from '../js/projector';

beforeAll(() => {
  defineProjectorStage();
  listenForFullScreenLinks();
});

beforeEach(() => {
  document.body.innerHTML = '';
});

afterEach(() => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

describe('<projector-stage>', () => {
  /** The locks that the browser has given, as they are: the browser is asked, only its answers are kept. */
  function keepLocks(): Promise<WakeLockSentinel>[] {
    const locks: Promise<WakeLockSentinel>[] = [];
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    vi.spyOn(navigator.wakeLock, 'request').mockImplementation(type => {
      const lock = request(type);
      locks.push(lock);
      return lock;
    });
    return locks;
  }

  test('on the page: keeps the screen awake, and lets go of it when it leaves', async () => {
    const locks = keepLocks();
    document.body.innerHTML = '<projector-stage></projector-stage>';
    const lock = await locks[0]!;
    expect(lock.released).toBe(false);
    document.body.innerHTML = '';

    await expect.poll(() => lock.released).toBe(true);
  });

  test('leaves before the lock is there: lets go of it', async () => {
    const locks = keepLocks();
    document.body.innerHTML = '<projector-stage></projector-stage>';
    document.body.innerHTML = '';
    const lock = await locks[0]!;

    await expect.poll(() => lock.released).toBe(true);
  });

  test('page is seen again: asks again, and lets go of all locks when it leaves', async () => {
    const locks = keepLocks();
    document.body.innerHTML = '<projector-stage></projector-stage>';
    document.dispatchEvent(new Event('visibilitychange'));
    const given = await Promise.all(locks);
    expect(given.map(lock => lock.released)).toEqual([false, false]);
    document.body.innerHTML = '';

    await expect.poll(() => given.map(lock => lock.released)).toEqual([true, true]);
  });

  test('page is seen again once it has left: does not ask', () => {
    const locks = keepLocks();
    document.body.innerHTML = '<projector-stage></projector-stage>';
    document.body.innerHTML = '';
    document.dispatchEvent(new Event('visibilitychange'));

    expect(locks).toHaveLength(1);
  });

  test('comes back to the page: keeps the screen awake again', async () => {
    const locks = keepLocks();
    document.body.innerHTML = '<projector-stage></projector-stage>';
    const stage = document.querySelector('projector-stage')!;
    stage.remove();
    document.body.append(stage);
    const lock = await locks[1]!;
    expect(lock.released).toBe(false);
    stage.remove();

    await expect.poll(() => lock.released).toBe(true);
  });

  test('page is hidden: does not ask', () => {
    const locks = keepLocks();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.body.innerHTML = '<projector-stage></projector-stage>';

    expect(locks).toEqual([]);
  });

  test('leaves a page that fills the screen: gives the screen back', () => {
    const exit = vi.spyOn(document, 'exitFullscreen').mockResolvedValue();
    document.body.innerHTML = '<projector-stage></projector-stage>';
    document.body.innerHTML = '';
    expect(exit).not.toHaveBeenCalled();
    vi.spyOn(document, 'fullscreenElement', 'get').mockReturnValue(document.documentElement);
    document.body.innerHTML = '<projector-stage></projector-stage>';
    document.body.innerHTML = '';

    expect(exit).toHaveBeenCalledOnce();
  });

  test('browser refuses: the page works without', async () => {
    const request = vi.spyOn(navigator.wakeLock, 'request').mockRejectedValue(new DOMException('Low battery.', 'NotAllowedError'));
    document.body.innerHTML = '<projector-stage>Charts</projector-stage>';
    await expect(request.mock.results[0]!.value).rejects.toThrow('Low battery.');

    expect(document.body.textContent).toBe('Charts');
  });
});

describe('<wall-chime>', () => {
  /** How many chimes were heard: each has two notes. */
  function listen(): () => number {
    const start = vi.spyOn(OscillatorNode.prototype, 'start');
    return () => start.mock.calls.length / 2;
  }

  test('comes to the page: sounds, and for each later drawing', () => {
    const heard = listen();
    document.body.innerHTML = '<wall-chime played="1000"></wall-chime>';
    expect(heard()).toBe(1);
    const wall = document.querySelector('wall-chime')!;
    wall.setAttribute('played', '2000');
    wall.setAttribute('played', '2000');

    expect(heard()).toBe(2);
  });

  test('latest drawing is deleted: is silent until a later one comes', () => {
    const heard = listen();
    document.body.innerHTML = '<wall-chime played="2000"></wall-chime>';
    const wall = document.querySelector('wall-chime')!;
    wall.setAttribute('played', '1000');
    wall.removeAttribute('played');
    wall.setAttribute('played', '1500');
    expect(heard()).toBe(1);
    wall.setAttribute('played', '3000');

    expect(heard()).toBe(2);
  });
});

describe('a[data-full-screen]', () => {
  function click(selector: string, options: MouseEventInit = {}): void {
    document.body.innerHTML = '<a data-full-screen href="#wall"><b>Projector</b></a><a id="other" href="#other">Other</a>';
    document.querySelector(selector)!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...options }));
  }

  test('followed: asks for the full screen, also where it is refused', () => {
    const request = vi.spyOn(document.documentElement, 'requestFullscreen').mockRejectedValue(new TypeError('Not allowed.'));
    click('b');

    expect(request).toHaveBeenCalledOnce();
  });

  test.each(['ctrlKey', 'metaKey', 'shiftKey'])('opened elsewhere, with %s: leaves this page as it is', modifier => {
    const request = vi.spyOn(document.documentElement, 'requestFullscreen').mockResolvedValue();
    document.addEventListener('click', event => event.preventDefault(), { once: true });
    click('b', { [modifier]: true });

    expect(request).not.toHaveBeenCalled();
  });

  test('other link: asks for nothing', () => {
    const request = vi.spyOn(document.documentElement, 'requestFullscreen').mockResolvedValue();
    click('#other');

    expect(request).not.toHaveBeenCalled();
  });
});
