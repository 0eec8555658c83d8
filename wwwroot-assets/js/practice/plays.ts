// The plays that wait in this browser, over reloads and restarts, in IndexedDB. Where it is refused or full they wait in this page alone,
// and the page says so.
import { isPlay, mostPlays, type Play } from './play';

const store = 'plays';

export class Plays {
  /** What could not be written. */
  private readonly loose = new Map<string, Play>();

  private constructor(private readonly database: IDBDatabase | null) {}

  static async open(name = 'game-night.practice'): Promise<Plays> {
    try {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
      const database = await resultOf(request);
      // Another tab with a newer version of the game wants to change it.
      database.onversionchange = () => database.close();
      return new Plays(database);
    } catch (reason) {
      console.debug('This browser keeps no plays.', reason);
      return new Plays(null);
    }
  }

  /** Whether what waits is still there after the page is closed. */
  get isKept(): boolean {
    return this.database !== null && this.loose.size === 0;
  }

  /**
   * Keeps a play, or replaces it.
   * @returns false where as many wait as may: it is not kept.
   */
  async put(play: Play): Promise<boolean> {
    const all = await this.all();
    if (all.length >= mostPlays && !all.some(other => other.id === play.id)) return false;
    try {
      await this.write(plays => plays.put(play));
      this.loose.delete(play.id);
    } catch (reason) {
      console.debug('This browser does not keep the play.', reason);
      this.loose.set(play.id, play);
    }
    return true;
  }

  /** Oldest first. */
  async all(): Promise<Play[]> {
    const kept = await this.read();
    const plays = new Map(kept.map(play => [play.id, play]));
    for (const play of this.loose.values()) plays.set(play.id, play);
    return [...plays.values()].sort((one, other) => one.drawnAt - other.drawnAt);
  }

  async remove(id: string): Promise<void> {
    this.loose.delete(id);
    try {
      await this.write(plays => plays.delete(id));
    } catch (reason) {
      // It is sent once more some day, and the game knows its id.
      console.debug('This browser does not forget the play.', reason);
    }
  }

  private async read(): Promise<Play[]> {
    if (!this.database) return [];
    try {
      const all: unknown[] = await resultOf(this.database.transaction(store).objectStore(store).getAll());
      return all.filter(isPlay);
    } catch (reason) {
      console.debug('This browser does not say which plays wait.', reason);
      return [];
    }
  }

  private write(change: (plays: IDBObjectStore) => IDBRequest): Promise<void> {
    const { database } = this;
    if (!database) return Promise.reject(new Error('There is no database.'));
    return new Promise((resolve, reject) => {
      // "strict": it is on the disk when the page says so.
      const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
      change(transaction.objectStore(store));
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('The change was not made.'));
    });
  }
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database does not answer.'));
    if (request instanceof IDBOpenDBRequest) request.onblocked = () => reject(new Error('Another tab holds the database.'));
  });
}
