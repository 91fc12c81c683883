#!/usr/bin/env bash
# tests/run.sh [WORD ...]   builds the house and runs its tests; installs what they need and this machine lacks.
# Without a word: all suites, and first of all whether anything vulnerable is shipped. A word is a suite (World, Server, Browser, web, audit, ...) or a
# feature (Rooms, Members, Plans, ...).
# Ends with one line "N passed, N failed" and fails when anything did.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# suites that need more than the .NET SDK and Node, and the Debian packages for them
declare -A needs=([Server]="redis-server:redis-server janus:janus unshare:util-linux mount:mount" [Scaleout]="redis-server:redis-server haproxy:haproxy ip:iproute2" [Browser]="chromium:chromium janus:janus turnserver:coturn ip:iproute2 unshare:util-linux script:bsdutils" [Desktop]="chromium:chromium Xvfb:xvfb dbus-daemon:dbus dunst:dunst xdotool:xdotool import:imagemagick script:bsdutils ps:procps")
suite_limit=3000 # seconds; a suite that hangs has failed

say() { printf '%s\n' "$*"; }

install_packages() {
  local missing=() pair
  for pair in "$@"; do command -v "${pair%%:*}" >/dev/null 2>&1 || missing+=("${pair##*:}"); done
  [ ${#missing[@]} -eq 0 ] && return
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then
    if sudo -n true 2>/dev/null; then sudo="sudo"; else
      say "These tests need the Debian packages: ${missing[*]}. Install them (sudo apt-get install ${missing[*]}) and run this again." >&2
      exit 2
    fi
  fi
  command -v apt-get >/dev/null || { say "These tests need: ${missing[*]} (their names on Debian). Install them and run this again." >&2; exit 2; }
  say "Installing ${missing[*]} ..."
  { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/tmp/klapphaus-apt.$$ 2>&1 || {
    tail -5 /tmp/klapphaus-apt.$$ >&2
    say "The packages ${missing[*]} could not be installed; see above." >&2
    exit 2
  }
  rm -f /tmp/klapphaus-apt.$$
}

suites=(Architecture Contracts World Grains Client Desktop Server Browser Scaleout)
suites_present=()
for s in "${suites[@]}"; do [ -f "tests/Klapphaus.$s.Tests/Klapphaus.$s.Tests.csproj" ] && suites_present+=("$s"); done

# what the words choose: whole suites, or one feature of every suite
chosen=() features=() web=false audit=false
if [ $# -eq 0 ]; then chosen=("${suites_present[@]}"); web=true audit=true; fi
for word in "$@"; do
  if [ "$word" = web ]; then web=true
  elif [ "$word" = audit ]; then audit=true
  elif printf '%s\n' "${suites_present[@]}" | grep -qx "$word"; then chosen+=("$word")
  else features+=("$word"); fi
done
filter=()
if [ ${#features[@]} -gt 0 ]; then
  [ ${#chosen[@]} -eq 0 ] && chosen=("${suites_present[@]}")
  for f in "${features[@]}"; do filter+=(-namespace "*.$f"); done
fi

for s in "${chosen[@]}"; do [ -n "${needs[$s]:-}" ] && install_packages ${needs[$s]}; done

if printf '%s\n' "${chosen[@]}" | grep -qx Browser && ! unshare --net --map-root-user true 2>/dev/null; then
  say "The browser tests run in a network namespace of their own (unshare --net --map-root-user), and this machine does not allow it." >&2
  say "Run them as root, or allow it: sysctl kernel.unprivileged_userns_clone=1; in a container: --cap-add SYS_ADMIN --security-opt seccomp=unconfined." >&2
  exit 2
fi

passed=0 failed=0

# One test, where there is somebody to ask; a machine without a network tests all the rest.
run_audit() {
  say "== audit"
  node tests/audit.mjs
  case $? in
    0) passed=$((passed + 1)) ;;
    2) ;;
    *) failed=$((failed + 1)) ;;
  esac
}

$audit && run_audit

say "Building ..."
if ! dotnet build Stadtretter.sln --nologo -v q -clp:ErrorsOnly; then
  say "0 passed, 1 failed"
  exit 1
fi

# Runs a program in a network of its own with one address that is not the loopback, on which Janus takes no sound. Nothing in it gets out of this machine.
in_own_network() {
  unshare --net --map-root-user bash -c '
    ip link set lo up && ip link add one type veth peer name other && ip addr add 10.9.0.1/24 dev one && ip link set one up && ip link set other up || exit
    KLAPPHAUS_TEST_ADDRESS=10.9.0.1 exec "$@"' -- "$@"
}

run_suite() {
  local program="tests/Klapphaus.$1.Tests/bin/Debug/net10.0/Klapphaus.$1.Tests" log summary
  log=$(mktemp)
  say "== $1"
  local run=()
  [ "$1" = Browser ] && run=(in_own_network)
  "${run[@]}" timeout "$suite_limit" "$program" -noColor "${filter[@]}" >"$log" 2>&1
  local code=$?
  grep -vE '^(xUnit.net|  (Discover|Start|Finish)|=== |[[:space:]]*$)' "$log" || true
  summary=$(grep -E 'Total: [0-9]+, Errors: ' "$log" | tail -1)
  rm -f "$log"
  local total errors failures skipped
  total=$(sed -nE 's/.*Total: ([0-9]+).*/\1/p' <<<"$summary"); errors=$(sed -nE 's/.*Errors: ([0-9]+).*/\1/p' <<<"$summary")
  failures=$(sed -nE 's/.*Failed: ([0-9]+).*/\1/p' <<<"$summary"); skipped=$(sed -nE 's/.*Skipped: ([0-9]+).*/\1/p' <<<"$summary")
  if [ -z "$summary" ]; then
    [ ${#filter[@]} -gt 0 ] && [ $code -eq 0 ] && return # nothing of that feature in this suite
    say "Suite $1 ended with code $code and no result."
    failed=$((failed + 1))
    return
  fi
  passed=$((passed + total - failures - skipped)); failed=$((failed + failures + errors))
  if [ $code -ne 0 ] && [ $((failures + errors)) -eq 0 ] && [ "$total" -gt 0 ]; then failed=$((failed + 1)); fi
}

run_web() {
  say "== web"
  local log; log=$(mktemp)
  if ! (cd clients/web && npx --no-install svelte-check --tsconfig ./tsconfig.json --fail-on-warnings >"$log" 2>&1); then cat "$log"; failed=$((failed + 1)); fi
  (cd clients/web && timeout "$suite_limit" npx --no-install vitest run --reporter=json --outputFile="$log.json") >"$log" 2>&1 || grep -vE '^[[:space:]]*$' "$log" | tail -60
  local counts
  counts=$(node -e 'const r=JSON.parse(require("fs").readFileSync(process.argv[1],"utf8"));for(const f of r.testResults)for(const a of f.assertionResults)if(a.status==="failed")console.error("   "+a.fullName+"\n"+a.failureMessages.join("\n"));const crashed=r.testResults.filter(f=>f.status==="failed"&&f.assertionResults.every(a=>a.status!=="failed")).length;console.log(r.numPassedTests,r.numFailedTests+crashed)' "$log.json") || counts="0 1"
  rm -f "$log" "$log.json"
  [ "$counts" = "0 0" ] && counts="0 1" # no test is no pass
  passed=$((passed + ${counts% *})); failed=$((failed + ${counts#* }))
}

$web && run_web
for s in "${chosen[@]}"; do run_suite "$s"; done

say "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
