#!/usr/bin/env bash
# Builds the game where something changed and starts it.
#   ./run.sh                 on http://localhost:5080
#   ./run.sh --urls URL      elsewhere; further arguments are settings, e.g. --GameNight:DataFolder=PATH
#   ./run.sh --build-only    what the container image does
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
app=$here/artifacts/app
. "$here/.ci/prerequisites.sh"

publish() {
  rm -rf "$app"
  dotnet publish "$here/src/GameNight" --configuration Release --output "$app" --nologo --verbosity quiet "$@"
}

need_dotnet
if [ ! -e "$app/.built" ] || [ -n "$(cd "$here" && find src wwwroot-assets Directory.Build.props Directory.Packages.props global.json \
      \( -name bin -o -name obj -o -name node_modules -o -name wwwroot -o -name lib \) -prune \
      -o -newer "$app/.built" -type f -print -quit)" ]; then
  need_node
  echo "Building the game (the first time takes some minutes) …"
  # For this machine's processor. Without the compiler for that, the game starts a little later: it's compiled then.
  processor=(--use-current-runtime -p:PublishReadyToRun=true)
  if dotnet restore "$here/src/GameNight" "${processor[@]}" -p:RestoreLockedMode=true --nologo --verbosity quiet > /dev/null; then
    publish --no-restore --no-self-contained "${processor[@]}"
  else
    echo "There's no compiler for this processor to be had, so the game is compiled while it starts."
    publish
  fi
  touch "$app/.built"
fi

[ "${1:-}" = --build-only ] || exec dotnet "$app/GameNight.dll" serve "$@"
