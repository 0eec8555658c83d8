#!/usr/bin/env bash
# Makes the archives that ./package.sh makes and tests them: what is in them, for which processor, and a game from an empty
# folder with neither .NET nor Node.js on the path.
#   tests/package.sh [PLATFORM ... | all]    without one: this machine's, the only one that it can play
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/prerequisites.sh

need_package file file
need_package curl curl
work=$(mktemp -d)
trap 'kill "$game" 2>/dev/null || true; rm -rf "$work"' EXIT
game=

# What `file` says of a native file of the platform.
processor() {
  case $1 in
    linux-x64) echo 'ELF 64-bit.*x86-64' ;;
    linux-arm64) echo 'ELF 64-bit.*aarch64' ;;
    win-x64) echo 'PE32+ executable.*x86-64' ;;
    osx-arm64) echo 'Mach-O 64-bit.*arm64' ;;
  esac
}

# check_native PLATFORM FILE ...: each is there, and for the platform's processor.
check_native() {
  local platform=$1 path kind
  shift
  for path; do
    [ -s "$path" ] || fail "$platform: $path is missing."
    kind=$(file --brief "$path")
    grep -q "$(processor "$platform")" <<<"$kind" || fail "$platform: $path is for another machine: $kind"
  done
}

# check_files PLATFORM FOLDER: what a player unpacks.
check_files() {
  local platform=$1 folder=$2 start
  case $platform in
    win-*)
      start=game-night.cmd
      check_native "$platform" "$folder"/app/{GameNight.exe,onnxruntime.dll,e_sqlite3.dll,coreclr.dll,clrjit.dll,hostfxr.dll}
      grep -q $'\r$' "$folder/$start" || fail "$platform: $start has not the line ends that Windows wants."
      ;;
    osx-*)
      start=game-night.command
      check_native "$platform" "$folder"/app/GameNight "$folder"/app/lib{onnxruntime.1,e_sqlite3,coreclr,clrjit,hostfxr}.dylib
      ;;
    *)
      start=game-night
      check_native "$platform" "$folder"/app/GameNight "$folder"/app/lib{onnxruntime.so.1,e_sqlite3.so,coreclr.so,clrjit.so,hostfxr.so}
      ;;
  esac
  [[ $platform == win-* || ( -x $folder/$start && -x $folder/app/GameNight ) ]] || fail "$platform: $start cannot be started."
  local found expected=$'LICENSE\nREAD-ME.txt\nTHIRD-PARTY-NOTICES.txt\napp\ndata\n'$start
  found=$(ls -A "$folder")
  [ "$found" = "$(sort <<<"$expected")" ] || fail "$platform: the archive holds $found"
  [ "$(ls -A "$folder/data")" = models ] || fail "$platform: the archive holds more than the models that ship: $(ls -A "$folder/data")"
  diff -r data/models "$folder/data/models" || fail "$platform: the models are others."
  grep -q 'SIL OPEN FONT LICENSE' "$folder/THIRD-PARTY-NOTICES.txt" || fail "$platform: the typefaces' licence is missing."
}

# check_weight PAGE: the page and all that it names, as a browser gets it before the first stroke, are at most 200 kB.
check_weight() {
  local file size weight
  weight=$(wc -c <<<"$1")
  while read -r file; do
    size=$(get -H 'Accept-Encoding: br' --output "$work/file" --write-out '%{size_download}' "$address/$file")
    weight=$((weight + size))
  done < <(grep -oE '(src|href)="[^":#]+\.(js|css|svg|woff2)\b' <<<"$1" | sed 's/.*"//' | sort -u)
  [ "$weight" -le 200000 ] || fail "A page takes $weight bytes before the first stroke."
  [ "$weight" -ge 100000 ] || fail "Of a page, only $weight bytes were found."
}

# play FOLDER: starts the game there, asks it for a guess and for its pages, and stops it.
play() {
  local folder=$1 home=$work/home tools=$work/tools log=$work/log tool address page script
  mkdir "$home" "$tools"
  touch "$log"
  for tool in dirname readlink; do ln -s "$(command -v $tool)" "$tools/"; done
  env -i PATH="$tools" HOME="$home" GAMENIGHT_XGBOOST="$work/nowhere" "$folder"/game-night* --urls http://127.0.0.1:0 >"$log" 2>&1 &
  game=$!
  until address=$(sed -n 's/.* is on:  *//p' "$log") && [ -n "$address" ]; do
    kill -0 "$game" 2>/dev/null || fail "The game ended: $(cat "$log")"
    sleep 0.2
  done
  get() { curl --silent --show-error --fail --max-time 60 "$@"; }
  get --retry 60 --retry-delay 1 --retry-all-errors "$address/health/ready" >"$work/ready" || fail "The game is not ready: $(cat "$log")"
  grep -q "$address/host?key=" "$log" || fail "The host's link is not printed: $(cat "$log")"

  # An upright stroke is a 1, for a network and for trees: these guess without the library that trains them.
  for algorithm in mnist-cnn app-xgboost; do
    get -H 'Content-Type: application/json' -d '{"strokes":[[[100,20],[100,60],[100,100],[100,140],[100,180]]]}' \
      "$address/api/algorithms/$algorithm/predictions" >"$work/guess"
    grep -q '"digit":1,' "$work/guess" || fail "$algorithm guessed $(cat "$work/guess")"
  done
  page=$(get "$address/")
  grep -q 'Drawing pad' <<<"$page" || fail "The page has no drawing pad: $page"
  check_weight "$page"
  check_weight "$(get "$address/practice")"
  script=$(grep -oE '_framework/blazor\.web\.[a-z0-9.]*js' <<<"$page" | head -n 1)
  get "$address/$script" | grep -q Blazor || fail "Blazor's script is not served at $script."
  get -H 'Content-Type: application/json' -d '{"strokes":[[[100,20],[100,180]]],"algorithm":"k-means"}' \
    "$address/api/observations" >"$work/play"
  grep -q '"id"' "$work/play" || fail "The play was not kept: $(cat "$work/play")"

  [ -s "$folder/data/local/observations.db" ] || fail "Nothing is kept in data/local."
  [ -z "$(find "$home" -mindepth 1)" ] || fail "The game wrote outside of its folder: $(find "$home" -mindepth 1)"
  if [ -e /proc/self/maps ]; then
    grep -q "$folder/app/libcoreclr" "/proc/$game/maps" || fail "The game runs on another .NET than its own."
  fi
  kill "$game"
  wait "$game" || fail "The game did not end as it should: $(cat "$log")"
  game=
}

platforms=("$@")
[ $# -gt 0 ] || platforms=("$(this_platform)")
[ "${1:-}" != all ] || platforms=(linux-x64 linux-arm64 win-x64 osx-arm64)
missed=()
for platform in "${platforms[@]}"; do
  ./package.sh "$platform" || { missed+=("$platform"); continue; }
  mkdir "$work/$platform"
  case $platform in
    win-*) need_package unzip unzip; unzip -q "artifacts/game-night-$platform.zip" -d "$work/$platform" ;;
    *) tar --extract --file "artifacts/game-night-$platform.tar.gz" --directory "$work/$platform" ;;
  esac
  folder=$work/$platform/game-night-$platform
  check_files "$platform" "$folder"
  if [ "$platform" = "$(this_platform)" ]; then
    play "$folder"
    echo "$platform: unpacked, looked at, played."
  else
    echo "$platform: unpacked and looked at; this machine cannot play it."
  fi
done
[ ${#missed[@]} = 0 ] || fail "Not made, and so not tested: ${missed[*]}."
