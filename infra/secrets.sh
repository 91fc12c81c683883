#!/usr/bin/env bash
# infra/secrets.sh SOURCE TARGET   copies a configuration (file or folder) and puts a secret for each @NAME_OF_SECRET@ in it.
# A secret is made once and kept in $KLAPPHAUS_SECRETS (/etc/klapphaus/secrets), one file each, readable by root alone.
set -euo pipefail
umask 077
secrets=${KLAPPHAUS_SECRETS:-/etc/klapphaus/secrets}
[ $# -eq 2 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }

secret() {
  mkdir -p "$secrets"
  [ -s "$secrets/$1" ] || head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$secrets/$1"
  cat "$secrets/$1"
}

put() {
  local text name
  text=$(cat "$1")
  for name in $(grep -v '^[#/]' "$1" | grep -oE '@[A-Z_]+@' | sort -u | tr -d '@'); do text=${text//@$name@/$(secret "$name")}; done
  printf '%s\n' "$text" >"$2"
}

if [ -d "$1" ]; then
  mkdir -p "$2"
  for file in "$1"/*; do put "$file" "$2/$(basename "$file")"; done
else
  mkdir -p "$(dirname "$2")"
  put "$1" "$2"
fi
