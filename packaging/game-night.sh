#!/bin/sh
# Starts the game; what follows are its settings and commands, see --help.
exec "$(dirname "$(readlink -f "$0")")/app/GameNight" "$@"
