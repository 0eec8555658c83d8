// Which picture the screen shows.
import { h } from '../render';
import type { View } from '../room-page';
import type { Snapshot } from '../snapshot';
import type { Playing, StageModel } from './model';
import { brief, draw, jury, lobby } from './rounds';
import { board, podium, reveal } from './show';

const pictures: Record<Snapshot['phase'], (model: Playing) => View> = { lobby, brief, draw, jury, reveal, board, podium };

export function stageView(model: StageModel): View {
  const { state, snapshot, code } = model;
  if (!model.hasKey || state.kind === 'refused') return without(model);
  if (state.kind === 'replaced') {
    return {
      key: 'replaced',
      words: 'Another screen shows this room',
      body: [
        h('h1', { tabindex: -1 }, 'Another screen shows this room'),
        h('p.lead', {}, 'The game goes on there.'),
        h('button.button.button--primary', { type: 'button', 'data-do': 'reopen' }, 'Use this screen'),
      ],
    };
  }
  if (state.kind === 'ended') {
    return {
      key: 'ended',
      words: 'This game is over',
      body: [
        h('h1', { tabindex: -1 }, 'This game is over'),
        h('p.lead', {}, 'Thanks for playing!'),
        h('a.button.button--primary', { href: '/rooms' }, 'Open another room'),
      ],
    };
  }
  if (snapshot) return pictures[snapshot.phase]({ ...model, snapshot });
  return {
    key: state.kind,
    words: '',
    body: [
      h('h1', { tabindex: -1 }, `Room ${code}`),
      h('p.lead', {}, state.kind === 'lost' ? 'The game doesn’t answer. We keep trying.' : 'One moment…'),
    ],
  };
}

function without({ state, code, isHost, hasKey }: StageModel): View {
  if (hasKey && state.kind === 'refused' && state.status === 404) {
    return {
      key: 'unknown',
      words: `There’s no room ${code}`,
      body: [
        h('h1', { tabindex: -1 }, `There’s no room ${code}`),
        h('p.lead', {}, 'It may be over: a room closes when nobody has played for a while.'),
        h('a.button.button--primary', { href: '/rooms' }, 'Open a room'),
      ],
    };
  }
  return {
    key: 'keyless',
    words: `This is the screen of room ${code}`,
    body: [
      h('h1', { tabindex: -1 }, `This is the screen of room ${code}`),
      h('p.lead', {}, 'Open it from the link that you got when you opened the room.'),
      isHost && h('button.button.button--primary', { type: 'button', 'data-do': 'bring' }, 'Bring the screen here'),
      h('a.button', { href: `/rooms/${code}` }, 'Play on this device'),
    ],
  };
}
