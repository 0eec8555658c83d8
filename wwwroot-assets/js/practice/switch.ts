// Whether what is played here is sent to the game: only where the player has said so. The browser keeps the choice.
const key = 'game-night.practice';

export function wantsToSend(): boolean {
  try {
    return localStorage.getItem(key) === 'send';
  } catch {
    // Storage is forbidden: the choice ends with the page.
    return false;
  }
}

export function keepChoice(send: boolean): void {
  try {
    localStorage.setItem(key, send ? 'send' : 'keep');
  } catch {
    // As above.
  }
}
