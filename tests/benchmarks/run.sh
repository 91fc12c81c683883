#!/usr/bin/env bash
# Compares what it costs servers to show walking people to those who can see them. `run.sh --help` tells the arguments, README.md what is measured.
set -uo pipefail
caller=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
root=$(cd ../.. && pwd)

all_peers="klapphaus klapphaus-alone colyseus-view colyseus socketio signalr signalr-client kestrel-ws ws-client ws-cell dotnet-raw"
workload=plaza walkers=300 seconds=20 warmup=20 seed=1 runs=1 peers=${all_peers// /,} json= configuration=Release

usage() {
  cat <<EOF
run.sh [--workload plaza|stroll] [--walkers N] [--seconds S] [--warmup W] [--seed K] [--peers a,b,c] [--runs R] [--json FILE] [--configuration Release|Debug]

  --workload  plaza: everybody turns ten times a second; stroll: as people walk in an exhibition   ($workload)
  --walkers   1 to 5000                                                                            ($walkers)
  --seconds   that are measured in each run, 1 to 300                                              ($seconds)
  --warmup    seconds that are walked before, 0 to 120                                             ($warmup)
  --seed      of the ways, 0 to 999999                                                             ($seed)
  --peers     with commas between; any of: $all_peers
  --runs      1 to 20; the peers take turns, and the medians are told                              ($runs)
  --json      where to write the results as JSON; a Markdown table is printed anyway
  --configuration  Release is what counts; Debug shows that the yardstick works               ($configuration)
EOF
}

refuse() {
  printf 'run.sh: %s\nrun.sh --help tells the arguments.\n' "$1" >&2
  exit 2
}

fail() {
  printf 'run.sh: %s\n' "$1" >&2
  [ $# -gt 1 ] && [ -f "$2" ] && tail -n 20 "$2" >&2
  exit 1
}

number() { # name value least most
  [[ $2 =~ ^[0-9]{1,6}$ ]] && ((10#$2 >= $3 && 10#$2 <= $4)) || refuse "--$1 is a whole number from $3 to $4, not '$2'."
}

while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --workload | --walkers | --seconds | --warmup | --seed | --peers | --runs | --json | --configuration)
      [ $# -ge 2 ] || refuse "$1 needs a value."
      declare "${1#--}=$2"
      shift 2 ;;
    *) refuse "'$1' is no argument of this program." ;;
  esac
done
[[ $workload == plaza || $workload == stroll ]] || refuse "--workload is plaza or stroll, not '$workload'."
[[ $configuration == Release || $configuration == Debug ]] || refuse "--configuration is Release or Debug, not '$configuration'."
number walkers "$walkers" 1 5000
number seconds "$seconds" 1 300
number warmup "$warmup" 0 120
number seed "$seed" 0 999999
number runs "$runs" 1 20
IFS=, read -ra chosen <<<"$peers"
[ ${#chosen[@]} -gt 0 ] || refuse "--peers names no peer."
declare -A named=()
for peer in "${chosen[@]}"; do
  [[ -n $peer && " $all_peers " == *" $peer "* ]] || refuse "there is no peer '$peer'; there are: $all_peers."
  [ -z "${named[$peer]:-}" ] || refuse "peer '$peer' is named twice."
  named[$peer]=1
done
if [ -n "$json" ]; then
  [[ $json == /* ]] || json=$caller/$json
  [ -d "$(dirname "$json")" ] && [ ! -d "$json" ] || refuse "--json: '$json' cannot be written; is its folder there?"
fi
command -v dotnet >/dev/null || refuse "the .NET 10 SDK is needed (dotnet), and was not found."
[[ $(uname) == Linux ]] || refuse "Linux is needed: CPU time is read from /proc."
taskset -c 0 true 2>/dev/null || refuse "the server is pinned to CPU 0 (taskset), and that cannot be done here."
generator_cpu=1
taskset -c 1 true 2>/dev/null || { generator_cpu=0; echo "There is one CPU only: server and generator share it, and the figures say little." >&2; }

scratch=$(mktemp -d)
server=
stop_server() {
  [ -n "$server" ] || return 0
  kill "$server" 2>/dev/null
  local tenths=0
  while kill -0 "$server" 2>/dev/null; do
    ((tenths++ < 100)) || kill -9 "$server" 2>/dev/null
    sleep 0.1
  done
  wait "$server" 2>/dev/null
  server=
}
trap 'stop_server; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

build() { # project
  # build servers that stay would hold our output open, so it goes to a file
  dotnet build "$1" -c "$configuration" --nologo -v q -clp:ErrorsOnly -nodeReuse:false -p:UseSharedCompilation=false -p:WebClient=false \
    </dev/null >"$scratch/build.log" 2>&1 || fail "$1 could not be built:" "$scratch/build.log"
}

install_node_peers() {
  command -v node >/dev/null && command -v npm >/dev/null || refuse "peer '$1' needs Node.js 20.19 or newer with npm."
  [ peers/node/node_modules/.installed -nt peers/node/package-lock.json ] && return
  (cd peers/node && npm ci --no-audit --no-fund --loglevel=error) </dev/null >"$scratch/npm.log" 2>&1 ||
    fail "the node peers could not be installed:" "$scratch/npm.log"
  touch peers/node/node_modules/.installed
}

free_port() {
  local port=$((20000 + RANDOM % 10000))
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

# what each peer is: a program with its settings, the generator's driver for it, and the words by which it says that it is up
describe() { # peer port data-folder
  driver=$1 ready=ready command=() settings=("PORT=$2")
  [ "$workload" = stroll ] && settings+=(SNAPSHOT=1) # who stands is to be seen, too
  case $1 in
    klapphaus | klapphaus-alone)
      ready='#invitation='
      command=("$house" --urls "http://127.0.0.1:$2" "--Klapphaus:DataPath=$3" --Klapphaus:SignInsPerMinute=100000) ;;
    colyseus) settings+=(MODE=all) command=(node peers/node/colyseusServer.mjs) ;;
    colyseus-view) driver=colyseus settings+=(MODE=view) command=(node peers/node/colyseusServer.mjs) ;;
    socketio) command=(node peers/node/socketioServer.mjs) ;;
    ws-client) driver=ws settings+=(MODE=client) command=(node peers/node/wsServer.mjs) ;;
    ws-cell) driver=ws settings+=(MODE=cell) command=(node peers/node/wsServer.mjs) ;;
    signalr) settings+=(MODE=signalr) command=("$aspnet") ;;
    signalr-client) driver=signalr settings+=(MODE=client) command=("$aspnet") ;;
    kestrel-ws) # as fast as Kestrel goes: no hops between threads, no spinning
      settings+=(MODE=websocket DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1 DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0) command=("$aspnet") ;;
    dotnet-raw) driver=ws settings+=(DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1) command=("$raw") ;;
  esac
}

start_server() { # log
  taskset -c 0 env "${settings[@]}" "${command[@]}" </dev/null >"$1" 2>&1 &
  server=$!
  local tenths=0
  until grep -q -- "$ready" "$1"; do
    kill -0 "$server" 2>/dev/null || fail "peer '$peer' ended before it was up:" "$1"
    ((tenths++ < 300)) || fail "peer '$peer' was not up within 30 seconds:" "$1"
    sleep 0.1
  done
}

measure() { # peer run
  local peer=$1 log=$scratch/$1-$2.log data=$scratch/$1-$2 port driver ready command settings
  port=$(free_port)
  mkdir -p "$data/house"
  cp peers/klapphaus/house.json peers/klapphaus/plaza.tmj "$data/house/"
  describe "$peer" "$port" "$data"
  start_server "$log"
  DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1 taskset -c "$generator_cpu" "$generator" measure --peer "$peer" --driver "$driver" --workload "$workload" \
    --walkers "$walkers" --warmup "$warmup" --seconds "$seconds" --seed "$seed" --port "$port" --pid "$server" --runs-file "$scratch/runs" ||
    fail "peer '$peer' could not be measured; it said:" "$log"
  stop_server
}

generator=Generator/bin/$configuration/net10.0/Klapphaus.Benchmarks.Generator
house=$root/src/Klapphaus.Server/bin/$configuration/net10.0/Klapphaus.Server
aspnet=peers/aspnet/bin/$configuration/net10.0/Klapphaus.Benchmarks.AspNet
raw=peers/raw/bin/$configuration/net10.0/Klapphaus.Benchmarks.Raw
echo "Building ..." >&2
build Generator
for peer in "${chosen[@]}"; do
  case $peer in
    klapphaus | klapphaus-alone) build "$root/src/Klapphaus.Server" ;;
    dotnet-raw) build peers/raw ;;
    signalr | signalr-client | kestrel-ws) build peers/aspnet ;;
    *) install_node_peers "$peer" ;;
  esac
done

for ((run = 1; run <= runs; run++)); do
  for peer in "${chosen[@]}"; do
    echo "$workload, $walkers walkers, run $run of $runs: $peer" >&2
    measure "$peer" "$run"
  done
done
"$generator" report "$scratch/runs" ${json:+"$json"}
