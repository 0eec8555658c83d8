/** Blazor's client script, as far as it is called here. */
declare const Blazor: {
  start(options: object): Promise<void>;
  /** @returns false where the server no longer knows this page. Rejects where it is out of reach. */
  reconnect(): Promise<boolean>;
};
