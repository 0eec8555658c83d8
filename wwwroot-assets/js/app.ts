// What every page runs: the theme, the keys, and Blazor with our own way to reconnect.
import { offerDownloads } from './charts/download';
import { listenForKeys } from './hotkeys';
import { tellLocalTimes } from './local-time';
import { closeMenuBehind } from './menu';
import { offerDialogs } from './modal-dialog';
import { offerProjector } from './projector';
import { roveWithArrows } from './roving';
import { reconnectionOptions, watchConnection } from './reconnect';
import { offerThemes } from './theme';

declare const Blazor: { start(options: object): Promise<void> };

listenForKeys();
offerThemes();
closeMenuBehind();
offerDialogs();
tellLocalTimes();
offerDownloads();
offerProjector();
roveWithArrows();
watchConnection();
void Blazor.start({ circuit: { reconnectionOptions } });
