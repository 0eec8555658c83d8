// People at the table: how they draw, mark and correct.
import { Caller } from './game.mjs';
import { hand } from './ink.mjs';

/** One with a cookie, who draws with one thing. */
export class Player extends Caller {
  constructor(game, name, input, seed, habit) {
    super(game);
    Object.assign(this, { name, input, draw: hand(seed, habit), plays: [] });
  }

  sitDown = () => this.page('/');

  /** Draws a digit and asks somebody; the answer has the id and everybody's guess. */
  async play(digit, algorithm = 'mnist-cnn', drawing = { strokes: this.draw(digit), input: this.input }) {
    const play = await this.post('/api/observations', { algorithm, ...drawing });
    this.plays.push(play.id);
    return play;
  }

  /** What a test has to know to come back as this player. */
  remember = () => ({ name: this.name, cookie: this.cookie, play: this.plays[0] });

  mark = (play, digit) => this.put(`/api/observations/${play.id}/label`, { label: digit });

  async playAndMark(digit, algorithm) {
    const play = await this.play(digit, algorithm);
    await this.mark(play, digit);
    return play;
  }
}

/** Somebody whom the host's program plays for, by name. */
export class Guest extends Player {
  constructor(game, name, seed, habit) {
    super(game, name, 'program', seed, habit);
    this.isHost = true;
  }

  play(digit, algorithm = 'k-means') {
    return super.play(digit, algorithm, { strokes: this.draw(digit), input: this.input, player: this.name });
  }
}
