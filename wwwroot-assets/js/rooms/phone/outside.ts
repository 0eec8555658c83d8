// What a phone shows that is in no game: not yet, not any more, or in another tab.
import type { ConnectionState } from '../connection';
import type { Refusal } from '../problem';
import { h } from '../render';
import type { View } from '../room-page';
import type { PhoneModel } from './model';

function codeForm(): HTMLElement {
  return h(
    'form.join',
    { action: '/rooms', method: 'get' },
    h(
      'label.field',
      {},
      'Room code',
      h('input.code', {
        name: 'code',
        required: true,
        maxlength: 8,
        autocomplete: 'off',
        autocapitalize: 'characters',
        spellcheck: 'false',
      }),
    ),
    h('button.button.button--primary', {}, 'Join'),
  );
}

function joinForm({ code, nickname }: PhoneModel, why: string): View {
  return {
    key: 'join',
    words: `Join room ${code}`,
    body: [
      h('h1', { tabindex: -1 }, 'Join room ', h('b.code', {}, code)),
      why !== '' && h('p.notice', {}, why),
      h(
        'form.join',
        { 'data-do': 'join' },
        h(
          'label.field',
          {},
          'Your name',
          h('input', { name: 'name', value: nickname, required: true, maxlength: 40, autocomplete: 'nickname', enterkeyhint: 'go' }),
          h('small', {}, 'Everybody in the room sees it.'),
        ),
        h('p', {}, 'What you draw in a room is kept, even if you play without being recorded elsewhere.'),
        h('button.button.button--primary', {}, 'Join'),
      ),
    ],
  };
}

/** What the server says where nobody was kicked. */
const over = 'This room has ended.';
/** What it says to who has left. */
const left = 'You left this room.';

function ended(code: string, reason: string): View {
  const words = (reason === '' ? over : reason).replace(/\.$/, '');
  return {
    key: 'ended',
    words,
    body: [
      h('h1', { tabindex: -1 }, words),
      reason === over && h('p.lead', {}, 'Thanks for playing!'),
      reason === left && h('p.lead', {}, 'Your points wait for you until this game is over.'),
      reason === left && h('a.button', { href: `/rooms/${code}` }, 'Come back'),
      h('a.button.button--primary', { href: '/' }, 'Play alone'),
      h('a.button', { href: '/rooms' }, 'Another room'),
    ],
  };
}

function unknown(code: string, { status, detail }: Refusal): View {
  const title = status === 404 ? `No room ${code}` : `Room ${code} is elsewhere`;
  const words = detail === '' ? 'Look at the big screen again: the code is four letters.' : detail;
  return {
    key: 'unknown',
    words: `${title}. ${words}`,
    body: [h('h1', { tabindex: -1 }, title), h('p.lead', {}, words), codeForm()],
  };
}

/** @returns null where the phone is in the game. */
export function outside(model: PhoneModel): View | null {
  const { state } = model;
  switch (state.kind) {
    case 'refused':
      return refused(model, state);
    case 'ended':
      return ended(model.code, state.reason);
    case 'replaced':
      return {
        key: 'replaced',
        words: 'You’re playing in another tab',
        body: [
          h('h1', { tabindex: -1 }, 'You’re playing in another tab'),
          h('p', {}, 'You have one seat, and it moved there. Want it back?'),
          h('button.button.button--primary', { type: 'button', 'data-do': 'reopen' }, 'Play here'),
        ],
      };
    case 'connecting':
    case 'lost':
    case 'open':
      return model.snapshot ? null : waiting(model);
  }
}

function refused(model: PhoneModel, state: ConnectionState & { kind: 'refused' }): View {
  // A seat is missing, or was lost while this phone was away; everything else is about the room.
  return state.status === 403 ? joinForm(model, model.snapshot ? state.detail : '') : unknown(model.code, state);
}

function waiting({ state, code }: PhoneModel): View {
  if (state.kind !== 'lost')
    return { key: 'connecting', words: '', body: [h('h1', { tabindex: -1 }, `Room ${code}`), h('p', {}, 'One moment…')] };
  return {
    key: 'unreachable',
    words: 'The game doesn’t answer',
    body: [
      h('h1', { tabindex: -1 }, 'The game doesn’t answer'),
      h('p', {}, `We keep trying ${location.host}. Is this phone in the same Wi‑Fi as the big screen?`),
    ],
  };
}
