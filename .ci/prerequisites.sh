# What the scripts need from the machine: checked, fetched on Debian and Ubuntu, named elsewhere. Sourced, not run.

need_dotnet() {
  command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.' && return
  fail "The .NET SDK 10 is needed: https://dotnet.microsoft.com/download/dotnet/10.0"
}

need_node() {
  local version
  command -v npm >/dev/null && version=$(node --version) &&
    [[ $version =~ ^v([0-9]+)\.([0-9]+) ]] && ((BASH_REMATCH[1] * 1000 + BASH_REMATCH[2] >= 20019)) && return
  fail "Node.js 20.19 or later with npm is needed: https://nodejs.org/en/download"
}

# need_package COMMAND PACKAGE: a program from the system's packages.
need_package() {
  command -v "$1" >/dev/null && return
  command -v apt-get >/dev/null || fail "$1 is needed; install it with your system's package manager."
  local sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  echo "Installing $2 …"
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$2" >/dev/null
}

# Only training needs XGBoost. Where it cannot be had, the tests that train are skipped and say so.
need_xgboost() {
  [ -e "${GAMENIGHT_XGBOOST:-}" ] && return
  PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep 'libxgboost\.so' >/dev/null && return
  if command -v apt-get >/dev/null; then
    (need_package xgboost libxgboost0) && return
  fi
  echo "XGBoost is not there: the tests that train trees are skipped. Install it and set GAMENIGHT_XGBOOST to its library." >&2
}

# A browser for the tests: the one that CHROMIUM_PATH names, else one that is installed, else the system's package.
need_chromium() {
  [ -x "${CHROMIUM_PATH:-}" ] && return
  local name
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && CHROMIUM_PATH=$(command -v "$name") && export CHROMIUM_PATH && return
  done
  grep -qs '^ID=debian' /etc/os-release ||
    fail "The browser tests need Chromium or Chrome: install one and set CHROMIUM_PATH to its program."
  need_package chromium chromium
}

fail() {
  echo "$1" >&2
  exit 1
}

# This machine, as .NET names it.
this_platform() {
  local system=linux
  [ "$(uname -s)" != Darwin ] || system=osx
  case $(uname -m) in
    x86_64 | amd64) echo "$system-x64" ;;
    *) echo "$system-arm64" ;;
  esac
}
