#!/usr/bin/env bash
# Gets what the tests need and runs all of them; what CI runs.
set -euo pipefail
cd "$(dirname "$0")"
. .ci/prerequisites.sh

need_dotnet
need_node
need_chromium
need_xgboost

echo "== Build"
dotnet build --configuration Release --nologo --verbosity quiet
echo "== Front end: types, rules, format, tests"
npm --prefix wwwroot-assets run --silent check
npm --prefix wwwroot-assets run --silent lint
npm --prefix wwwroot-assets run --silent format:check
npm --prefix wwwroot-assets run --silent test
echo "== Format"
dotnet format --verify-no-changes --no-restore
echo "== Package"
tests/package.sh
echo "== Tests"
# One project after the other: some tests watch the memory, and all of them the clock of a browser.
# What fails is shown in full, what passes is counted.
dotnet test --configuration Release --no-build --nologo -maxcpucount:1 --logger "console;verbosity=minimal" \
    -- RunConfiguration.MaxCpuCount=1
