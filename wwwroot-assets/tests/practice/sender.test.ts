import { beforeEach, expect, test } from 'vitest';
import type { Play } from '../../js/practice/play';
import { Plays } from '../../js/practice/plays';
import { Sender } from '../../js/practice/sender';

let plays: Plays;
let database = 0;
let pauses: number[];
let sent: string[];

beforeEach(async () => {
  plays = await Plays.open(`sender-test-${database++}-${Math.random()}`);
  [pauses, sent] = [[], []];
});

function play(id: string, more: Partial<Play> = {}): Play {
  return { id, drawnAt: 0, algorithm: 'k-means', strokes: [[[1, 2, 0]]], input: 'pen', label: 1, notADigit: false, over: true, ...more };
}

/** Answers each call by the next answer, and the last for ever. */
function senderOf(...answers: ((id: string) => Response | Promise<Response>)[]): Sender {
  const fetch = (address: string | URL | Request): Promise<Response> => {
    const id = (address as string).split('/').at(-1) ?? '';
    sent.push(id);
    const answer = (answers.length > 1 ? answers.shift() : answers[0])!;
    return Promise.resolve(answer(id));
  };
  return new Sender(plays, () => undefined, {
    fetch,
    now: () => 1_000,
    pause: milliseconds => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
  });
}

const taken = (id: string): Response => Response.json({ id }, { status: 201 });
const empty = async (): Promise<void> => expect.poll(async () => (await plays.all()).length).toBe(0);

test('A thousand plays are sent, oldest first, and the game’s pauses are kept', async () => {
  for (let i = 0; i < 1_000; i++) await plays.put(play(`play-${i}`, { drawnAt: i }));
  expect(await plays.put(play('one-too-many'))).toBe(false);
  const busy = (): Response => new Response(null, { status: 429, headers: { 'Retry-After': '7' } });
  senderOf(taken, taken, busy, taken).switch(true);
  await empty();
  expect(pauses).toEqual([7_000]);
  expect(sent.slice(0, 4)).toEqual(['play-0', 'play-1', 'play-2', 'play-2']);
  expect(sent).toHaveLength(1_001);
});

test('What did not arrive, or was answered by somebody else, is sent again under the same id', async () => {
  await plays.put(play('one'));
  const lost = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
  const portal = (): Response => new Response('<h1>Welcome to our hotel</h1>');
  const other = (): Response => Response.json({ id: 'another' });
  const broken = (): Response => new Response(null, { status: 503 });
  senderOf(lost, portal, other, broken, taken).switch(true);
  await empty();
  expect(sent).toEqual(['one', 'one', 'one', 'one', 'one']);
});

test.each([409, 410])('A play that is there, or was deleted (%i), waits no more', async status => {
  await plays.put(play('one'));
  senderOf(() => new Response(null, { status })).switch(true);
  await empty();
  expect(sent).toEqual(['one']);
});

test('A play that the game never takes stays, with the reason, and the others go on', async () => {
  await plays.put(play('bad'));
  await plays.put(play('good', { drawnAt: 1 }));
  senderOf(() => Response.json({ detail: 'The drawing is blank.' }, { status: 422 }), taken).switch(true);
  await expect.poll(() => sent).toEqual(['bad', 'good']);
  await expect.poll(() => plays.all()).toMatchObject([{ id: 'bad', refusal: 'The drawing is blank.' }]);
});

test('An answer that comes while its play is under way is sent, too', async () => {
  await plays.put(play('one', { label: null }));
  const meanwhile = async (id: string): Promise<Response> => {
    await plays.put(play('one', { label: 3 }));
    return taken(id);
  };
  senderOf(meanwhile, taken).switch(true);
  await empty();
  expect(sent).toEqual(['one', 'one']);
});

test('Nothing is sent that is not over, or that the player does not want sent', async () => {
  await plays.put(play('open', { over: false }));
  senderOf(taken).switch(true);
  await plays.put(play('over'));
  senderOf(taken).switch(false);
  await new Promise(resolve => setTimeout(resolve, 100));
  expect(sent).toEqual([]);
});
