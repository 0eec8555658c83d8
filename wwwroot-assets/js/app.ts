// What every page runs: listeners on the document, custom elements, and Blazor with this game's way to reconnect.
import { listenForDownloads } from './charts/download';
import { defineLiveGuess } from './guess/live-guess';
import { listenForHotkeys, listenForKeySwitches } from './hotkeys';
import { defineLocalTime } from './local-time';
import { closeMenuOnNavigation, closeSheetOnChoice } from './menu';
import { defineModalDialog } from './modal-dialog';
import { defineProjectorStage, listenForFullScreenLinks } from './projector';
import { reconnectionOptions, watchConnection } from './reconnect';
import { listenForGridKeys } from './roving';
import { listenForShares } from './share/share-card';
import { listenForThemeButtons } from './theme';

defineLiveGuess();
defineLocalTime();
defineModalDialog();
defineProjectorStage();
closeMenuOnNavigation();
closeSheetOnChoice();
listenForDownloads();
listenForFullScreenLinks();
listenForGridKeys();
listenForHotkeys();
listenForKeySwitches();
listenForShares();
listenForThemeButtons();
watchConnection();
void Blazor.start({ circuit: { reconnectionOptions } });
