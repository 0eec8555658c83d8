// Which screen a phone shows.
import type { View } from '../room-page';
import type { Snapshot } from '../snapshot';
import type { PhoneModel } from './model';
import { outside } from './outside';
import { brief, draw, goesOn, jury, lobby } from './play';
import { board, podium, reveal } from './results';

const screens: Record<Snapshot['phase'], (model: PhoneModel & { snapshot: Snapshot }) => View> = {
  lobby,
  brief,
  draw,
  jury,
  reveal,
  board,
  podium,
};

export function phoneView(model: PhoneModel): View {
  const elsewhere = outside(model);
  if (elsewhere || !model.snapshot) return elsewhere ?? { key: '', words: '', body: [] };
  return screens[model.snapshot.phase]({ ...model, snapshot: model.snapshot });
}

/** Whether there is something to draw now. */
export function asksForDrawing({ snapshot, isSent, state }: PhoneModel): boolean {
  const isIn = state.kind === 'open' || state.kind === 'lost' || state.kind === 'connecting';
  return (
    isIn &&
    snapshot?.phase === 'draw' &&
    snapshot.task?.kind === 'draw' &&
    (!isSent || goesOn(snapshot.task)) &&
    snapshot.you?.watching !== true
  );
}
