#!/usr/bin/env bash
# publish.sh [FOLDER [RUNTIME ...]]   makes the desktop program for Windows, macOS and Linux, each with its own runtime and in one file.
# Without arguments: into clients/desktop/dist, for win-x64, osx-arm64 and linux-x64. One that fails does not hold up the others; the last lines say how each went.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 1
case ${1:-} in -h | --help) sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}"; exit 0 ;; esac
folder=${1:-$here/dist}
[ $# -gt 0 ] && shift
runtimes=("$@")
[ ${#runtimes[@]} -eq 0 ] && runtimes=(win-x64 osx-arm64 linux-x64)
command -v dotnet >/dev/null || { printf 'publish.sh: the .NET 10 SDK is needed (dotnet), and was not found.\n' >&2; exit 2; }
mkdir -p "$folder" && folder=$(cd "$folder" && pwd) || exit 1
version=$(sed -nE 's|.*<Version>([0-9.]+)</Version>.*|\1|p' "$here/Klapphaus.Desktop.csproj")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

publish() { # runtime
  local target=$folder/$1
  rm -rf "$target"
  # Not compressed: what is compressed in one file is unpacked into memory, and stays there.
  dotnet publish "$here/Klapphaus.Desktop.csproj" -c Release -r "$1" --self-contained -o "$target" --nologo -v q -clp:ErrorsOnly \
    -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -p:DebugType=none </dev/null >"$scratch/$1.log" 2>&1 || return
  rm -f "$target"/*.xml "$target"/*.pdb
  case $1 in
    linux-*) cp "$here/Packaging/klapphaus.desktop" "$here/../web/public/klapphaus.svg" "$target" ;;
    osx-*) bundle "$target" ;;
  esac
}

# The form in which macOS takes a program. It has to be signed there (README.md).
bundle() { # folder
  local contents=$1/Klapphaus.app/Contents file
  mkdir -p "$contents/MacOS" || return
  for file in "$1"/*; do [ "$file" = "$1/Klapphaus.app" ] || mv "$file" "$contents/MacOS/" || return; done
  sed "s/@VERSION@/$version/" "$here/Packaging/Info.plist" >"$contents/Info.plist"
  cp "$here/Packaging/klapphaus-links.applescript" "$1"
}

failed=0 said=()
for runtime in "${runtimes[@]}"; do
  printf 'Publishing %s ...\n' "$runtime"
  if publish "$runtime"; then
    said+=("$runtime: $(du -sh "$folder/$runtime" | cut -f1) in $folder/$runtime")
  else
    failed=$((failed + 1))
    rm -rf "${folder:?}/$runtime"
    said+=("$runtime: FAILED. $(grep -m1 -E 'error' "$scratch/$runtime.log" | sed -E 's/.*(error [A-Z]+[0-9]+:)/\1/' | cut -c1-300)")
  fi
done
printf '%s\n' "${said[@]}"
[ "$failed" -eq 0 ]
