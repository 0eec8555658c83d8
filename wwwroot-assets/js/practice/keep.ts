/** What the page tells its service worker once all of it has been loaded. */
export interface KeepMessage {
  readonly kind: 'keep';
  /** The page's path. */
  readonly page: string;
  /** The paths of all that it needs. */
  readonly files: readonly string[];
  /** Those that stand in the page: where one does not, the game has another version of it by now. */
  readonly named: readonly string[];
}
