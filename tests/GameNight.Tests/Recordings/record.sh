#!/usr/bin/env bash
# Records what a build writes, and what it says of it. Two minutes; takes Chromium, and the servers and the browser driver of the tests.
#   ./record.sh CHECKOUT     a built checkout: ./run.sh --build-only and dotnet build -c Release were run there
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$1" && pwd)

# A trainer writes the machine's name into its lease: it gets a name of its own, where that can be had.
if [ -z "${RECORDING_NAMED:-}" ] && unshare --uts true 2>/dev/null; then
  RECORDING_NAMED=yes exec unshare --uts bash -c 'hostname game-night; exec "$0" "$@"' "$here/record.sh" "$checkout"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PLAYWRIGHT=$checkout/tests/GameNight.BrowserTests/bin/Release/net10.0/.playwright/package
tables=$checkout/tests/GameNight.Tests/Observations/dynamodb-server.js
buckets=$checkout/tests/GameNight.Tests/Models/s3-server.js
recorder=$here/recorder

# The build alone, so that no data set that lies beside the checkout plays a part.
mkdir -p "$work/build/artifacts" "$work/build/data"
cp -r "$checkout/artifacts/app" "$work/build/artifacts/"
cp -r "$checkout/data/models" "$work/build/data/"
program=$work/build/artifacts/app/GameNight.dll

# keep NAME FOLDER…: what lies there now, in an archive, beside what the tests have to know of it; and copies of it to be asked about.
keep() {
  local name=$1
  shift
  mkdir -p "$here/$name" "$work/$name-asked"
  tar --create --gzip --sort=name --owner=0 --group=0 --numeric-owner --directory "$work/$name" --file "$here/$name/recording.tar.gz" "$@"
  cp "$work/$name/recorded.json" "$here/$name/"
  cp -r "${@/#/$work/$name/}" "$work/$name/recorded.json" "$work/$name-asked/"
}

echo "== A data folder"
mkdir "$work/data-folder"
node "$recorder/data-folder.mjs" "$program" "$work/data-folder"
# The same bytes: in the archive once.
ln --force "$work"/data-folder/state/models/{app-network,personal}/2/model.onnx
keep data-folder state
node "$recorder/ask-data-folder.mjs" "$program" "$work/data-folder-asked" "$here/data-folder"

echo "== A table, and plays that wait for it"
mkdir "$work/table"
node "$recorder/table.mjs" "$program" "$tables" "$work/table"
keep table table machine
node "$recorder/ask-table.mjs" "$program" "$tables" "$work/table-asked" "$here/table"

echo "== A bucket"
mkdir "$work/bucket"
node "$recorder/bucket.mjs" "$program" "$buckets" "$work/bucket"
keep bucket bucket
node "$recorder/ask-bucket.mjs" "$program" "$buckets" "$work/bucket-asked" "$here/bucket"

git -C "$checkout" rev-parse HEAD > "$here/commit.txt"
du -ch "$here"/*/ | tail -1
