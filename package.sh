#!/usr/bin/env bash
# Makes archives that need no .NET to play: unpack, start one file. See --help.
set -euo pipefail
cd "$(dirname "$0")"
. .ci/prerequisites.sh

all=(linux-x64 linux-arm64 win-x64 osx-arm64)

usage() {
  cat <<END
Usage: ./package.sh [PLATFORM ... | all]

Makes artifacts/game-night-PLATFORM.tar.gz (.zip for Windows) with the game, its .NET runtime, its native libraries, the
contestants, licences and one file to start. Platforms: ${all[*]}. Without one: this machine's.

It needs the .NET SDK 10, Node.js 20.19 or later, and a NuGet feed with the runtimes of the platforms; none of them is needed
to play. The .NET runtime is the patch that the SDK was made with: update the SDK before a release.
What a tag such as v1.2.0 on the commit says is the version.
END
}

# make PLATFORM: publishes into a folder of its own, apart from what ./run.sh and dotnet build make, and packs it.
make() {
  local platform=$1 name=game-night-$1 log=artifacts/package/$1.log
  local folder=artifacts/package/$1/$name
  echo "$platform: publishing …"
  rm -rf "artifacts/package/$platform" "artifacts/$name".{tar.gz,zip}
  mkdir -p "$folder/data"
  if ! dotnet publish src/GameNight --configuration Release --runtime "$platform" --self-contained \
      --artifacts-path artifacts/package/build --output "$folder/app" \
      -p:PublishDocumentationFiles=false -p:IsTransformWebConfigDisabled=true -p:RunAnalyzers=false \
      "-p:PathMap=$PWD=/game-night" ${version:+"-p:Version=$version"} --nologo --verbosity minimal >"$log" 2>&1; then
    explain "$platform" "$log" >&2
    return 1
  fi
  # A build without ONNX Runtime is allowed, a package without it is not.
  if ! compgen -G "$folder/app/*onnxruntime*" >/dev/null; then
    echo "$platform: not made, because ONNX Runtime's library could not be fetched: $log says why." >&2
    return 1
  fi

  cp -R data/models "$folder/data/"
  cp LICENSE packaging/READ-ME.txt "$folder/"
  node packaging/notices.mjs "$folder/app" >"$folder/THIRD-PARTY-NOTICES.txt"
  case $platform in
    win-*) cp packaging/game-night.cmd "$folder/" ;;
    osx-*) cp packaging/game-night.sh "$folder/game-night.command" ;;
    *) cp packaging/game-night.sh "$folder/game-night" ;;
  esac
  chmod -R a+rX "$folder"

  local archive=artifacts/$name.tar.gz
  if [[ $platform == win-* ]]; then
    archive=artifacts/$name.zip
    dotnet msbuild packaging/zip.proj -nologo -verbosity:quiet "-p:Folder=$PWD/artifacts/package/$platform;Archive=$PWD/$archive"
  else
    tar --create --gzip --file "$archive" --directory "artifacts/package/$platform" "${nobody[@]}" "$name"
  fi
  rm -rf "artifacts/package/$platform" "$log"
  echo "$platform: $archive, $(du -h "$archive" | cut -f1)"
}

# explain PLATFORM LOG: why it could not be published.
explain() {
  if grep -q 'NU110[12].*Microsoft\..*\.App\.' "$2"; then
    echo "$1: not made, because the NuGet feed lacks what a program that brings its own .NET is made of:"
    grep -oE 'NU110[12]: .*Microsoft\.[A-Za-z]+\.App\.[^[]*' "$2" | sed 's/^/  /; s/ *$//' | sort -u
    echo "  The feeds in use: $(dotnet nuget list source --format short | sed 's/^E //' | tr '\n' ' ')"
  else
    echo "$1: not made:"
    tail -n 20 "$2"
  fi
}

platforms=("$@")
case ${1:-} in
  -h | --help) usage; exit ;;
  all) platforms=("${all[@]}") ;;
  '') platforms=("$(this_platform)") ;;
esac
for platform in "${platforms[@]}"; do
  [[ " ${all[*]} " == *" $platform "* ]] || { usage >&2; fail "There is no platform $platform."; }
done
need_dotnet
need_node

# Whoever unpacks it owns it: the two kinds of tar say so in their own words.
nobody=(--owner=0 --group=0 --numeric-owner)
tar --version | grep -q GNU || nobody=(--uid 0 --gid 0)
version=$(git describe --tags --exact-match --match 'v[0-9]*' 2>/dev/null || true)
version=${version#v}

missed=()
for platform in "${platforms[@]}"; do
  # In a condition, bash would go on after an error inside of it.
  set +e
  (set -e; make "$platform")
  [ $? = 0 ] || missed+=("$platform")
  set -e
done
[ ${#missed[@]} = 0 ] || fail "Not made: ${missed[*]}."
