#!/usr/bin/env bash
# Gets what the tests need and runs all of them; what CI runs.
set -euo pipefail
cd "$(dirname "$0")"
. .ci/prerequisites.sh

need_dotnet
need_node
need_chromium

echo "== Build"
dotnet build --configuration Release --nologo --verbosity quiet
echo "== Types of the front end"
npm --prefix wwwroot-assets run --silent check
echo "== Format"
dotnet format --verify-no-changes --no-restore
echo "== Tests"
dotnet test --configuration Release --no-build --nologo --logger "console;verbosity=normal" -- RunConfiguration.MaxCpuCount=1
