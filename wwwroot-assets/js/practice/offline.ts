// Lets the page be opened without the game: a service worker keeps its files. Browsers have it on https and on this machine alone.
import type { KeepMessage } from './keep';

/** @param more Addresses that the page has loaded by its scripts: the worker, the runtime, the models. */
export async function keepForOffline(more: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register('/practice-service-worker.js', { scope: '/practice' });
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    const files = [...new Set([...linked(), ...more].map(address => new URL(address, document.baseURI).pathname))];
    const message: KeepMessage = { kind: 'keep', page: '/practice', files, named: scriptsAndStyles() };
    worker?.postMessage(message);
  } catch (reason) {
    console.debug('This browser does not keep the page for when the game is away.', reason);
  }
}

function linked(): string[] {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[href]')];
  const kept = links.filter(link => ['stylesheet', 'preload', 'modulepreload', 'icon', 'manifest'].includes(link.rel));
  return [...kept.map(link => link.href), ...scriptsAndStyles()];
}

/** What another version of the page would have under other names. */
function scriptsAndStyles(): string[] {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(script => script.src);
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(link => link.href);
  return [...scripts, ...styles].map(address => new URL(address).pathname);
}
