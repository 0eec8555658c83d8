// All that the practice page runs: no Blazor, no connection that would have to be there.
import { listenForHotkeys } from './hotkeys';
import { closeMenuOnNavigation, closeSheetOnChoice } from './menu';
import { Plays } from './practice/plays';
import { PracticePage } from './practice/practice';
import { Records } from './practice/records';
import { Sender } from './practice/sender';
import { View } from './practice/view';
import { required } from './required';
import { listenForThemeButtons } from './theme';

closeMenuOnNavigation();
closeSheetOnChoice();
listenForHotkeys();
listenForThemeButtons();

const root = required(document.querySelector<HTMLElement>('[data-practice="page"]'), 'The practice page');
const view = new View(root);
const plays = await Plays.open();
let records: Records | undefined = undefined;
const sender = new Sender(plays, () => void records?.tell());
records = new Records(view, plays, sender);
await new PracticePage(view, records).open();
