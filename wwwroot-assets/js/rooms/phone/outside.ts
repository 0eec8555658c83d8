// What a phone shows that is in no game: not yet, not any more, or in another tab.
import type { ConnectionState } from '../connection';
import { h } from '../render';
import type { View } from '../room-page';
import type { PhoneModel } from './model';

const letters = 'The code is the four letters on the big screen.';

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
        h('button.button.button--primary', {}, 'Join'),
      ),
    ],
  };
}

function ended(reason: string, code: string): View {
  if (reason === 'kicked') {
    return {
      key: 'kicked',
      words: 'You’re out of this room',
      body: [
        h('h1', { tabindex: -1 }, 'You’re out of this room'),
        h('p', {}, 'The host has sent you away. If that was a slip, ask them.'),
        h('a.button', { href: '/' }, 'Play alone'),
      ],
    };
  }
  return {
    key: 'ended',
    words: 'This game is over',
    body: [
      h('h1', { tabindex: -1 }, 'This game is over'),
      h('p', {}, `Room ${code} is closed. Thanks for playing!`),
      h('a.button.button--primary', { href: '/' }, 'Play alone'),
      h('a.button', { href: '/rooms' }, 'Another room'),
    ],
  };
}

function unknown(code: string, detail: string): View {
  return {
    key: 'unknown',
    words: `There’s no room ${code}`,
    body: [h('h1', { tabindex: -1 }, `There’s no room ${code}`), h('p', {}, detail === '' ? letters : `${detail} ${letters}`), codeForm()],
  };
}

/** @returns null where the phone is in the game. */
export function outside(model: PhoneModel): View | null {
  const { state, code } = model;
  switch (state.kind) {
    case 'refused':
      return refused(model, state);
    case 'ended':
      return ended(state.reason, code);
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
  if (state.status === 404) return unknown(model.code, '');
  return joinForm(model, model.snapshot ? state.detail : '');
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
