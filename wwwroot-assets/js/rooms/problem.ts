/** A refusal in the server's own words, fit to show. */
export interface Refusal {
  readonly status: number;
  readonly detail: string;
}

/** @param otherwise What to say where the server gives no words. */
export async function readProblem(response: Response, otherwise: string): Promise<Refusal> {
  try {
    const problem = (await response.json()) as { detail?: unknown; title?: unknown } | null;
    const words = problem?.detail ?? problem?.title;
    return { status: response.status, detail: typeof words === 'string' && words !== '' ? words : otherwise };
  } catch {
    // Not JSON: something between here and the game has answered.
    return { status: response.status, detail: otherwise };
  }
}
