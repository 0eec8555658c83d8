// Answers for the game while it is away: with the practice page and all that it needs, as they were when they were loaded last. Everything
// else, and every call that changes something, goes to the game.
import type { KeepMessage } from './keep';

// TypeScript's types of pages and of service workers exclude each other: these are the few that are used here.
interface LaterEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends LaterEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', listener: (event: LaterEvent) => void): void;
  addEventListener(name: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(name: 'message', listener: (event: LaterEvent & { readonly data: unknown }) => void): void;
}

const worker = self as unknown as WorkerScope;
const cacheName = 'game-night.practice';
const page = '/practice';
/** What may change without a new name: asked for anew, and taken from here where the game is away. */
const changing = [page, '/api/algorithms/in-browser'];
/** How long the game may take before the kept page is shown, in milliseconds. */
const patience = 4_000;

worker.addEventListener('install', event => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', event => {
  if (isKeep(event.data)) event.waitUntil(keep(event.data));
});
worker.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (changing.includes(pathname)) event.respondWith(newest(request, pathname));
  else if (!pathname.startsWith('/api/')) event.respondWith(kept(request, pathname));
});

/** The page comes last: where it is kept, all that it names is, too. A download that is cut off leaves what was kept before. */
async function keep({ files, named }: KeepMessage): Promise<void> {
  const cache = await caches.open(cacheName);
  try {
    for (const path of files) {
      if (!(await cache.match(path))) await store(cache, path);
    }
    await store(cache, '/api/algorithms/in-browser');
    // As nobody in particular: what is kept here belongs to no player.
    const fresh = await fetch(page, { credentials: 'omit', cache: 'no-cache' });
    const text = await fresh.clone().text();
    if (!fresh.ok || !named.every(path => text.includes(path.slice(1)))) return;
    await cache.put(page, fresh);
  } catch (reason) {
    console.debug('Not all of the page could be kept; what was kept before stays.', reason);
    return;
  }
  const wanted = new Set([...files, ...changing]);
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

async function store(cache: Cache, path: string): Promise<void> {
  const answer = await fetch(path, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
  await cache.put(path, answer);
}

/** The game's answer; where it gives none in time, or is broken, the one that was kept. */
async function newest(request: Request, path: string): Promise<Response> {
  const asking = fetch(request);
  const late = new Promise<null>(resolve => setTimeout(() => resolve(null), patience));
  const answer = await Promise.race([asking.catch(() => null), late]);
  if (answer && answer.status < 500) return answer;
  return (await caches.match(path, { cacheName })) ?? answer ?? asking;
}

async function kept(request: Request, path: string): Promise<Response> {
  return (await caches.match(path, { cacheName })) ?? fetch(request);
}

function isKeep(data: unknown): data is KeepMessage {
  return (data as { kind?: unknown } | null)?.kind === 'keep';
}
