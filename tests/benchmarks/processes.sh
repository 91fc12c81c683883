#!/usr/bin/env bash
# What one walker costs a house of one process, and of two on one Redis: how many times as many people two machines carry. `processes.sh --help` tells the arguments.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
root=$(cd ../.. && pwd)
walkers=150 seconds=20 warmup=25 runs=3 rooms=4

usage() {
  cat <<EOF
processes.sh [--walkers N] [--seconds S] [--warmup W] [--runs R]

  --walkers  for each process, in $rooms rooms, 1 to 1000   ($walkers)
  --seconds  that are measured in each run, 1 to 300     ($seconds)
  --warmup   seconds that are walked before, 0 to 120    ($warmup)
  --runs     1 to 20; one and two processes take turns   ($runs)
EOF
}

refuse() {
  printf 'processes.sh: %s\nprocesses.sh --help tells the arguments.\n' "$1" >&2
  exit 2
}

number() { # name value least most
  [[ $2 =~ ^[0-9]{1,6}$ ]] && ((10#$2 >= $3 && 10#$2 <= $4)) || refuse "--$1 is a whole number from $3 to $4, not '$2'."
}

while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --walkers | --seconds | --warmup | --runs)
      [ $# -ge 2 ] || refuse "$1 needs a value."
      declare "${1#--}=$2"
      shift 2 ;;
    *) refuse "'$1' is no argument of this program." ;;
  esac
done
number walkers "$walkers" 1 1000
number seconds "$seconds" 1 300
number warmup "$warmup" 0 120
number runs "$runs" 1 20
command -v dotnet >/dev/null || refuse "the .NET 10 SDK is needed (dotnet), and was not found."
command -v redis-server >/dev/null || refuse "redis-server is needed (Debian: apt install redis-server), and was not found."

scratch=$(mktemp -d)
started=()
stop_all() {
  local id
  for id in "${started[@]}"; do kill "$id" 2>/dev/null; done
  for id in "${started[@]}"; do wait "$id" 2>/dev/null; done
  started=()
}
trap 'stop_all; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

echo "Building ..." >&2
for project in "$root/src/Klapphaus.Server" "$root/clients/walkers"; do
  dotnet build "$project" -c Release --nologo -v q -clp:ErrorsOnly -p:WebClient=false </dev/null >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log" >&2; exit 1; }
done
house=$root/src/Klapphaus.Server/bin/Release/net10.0/Klapphaus.Server
crowd=$root/clients/walkers/bin/Release/net10.0/Klapphaus.Walkers

names=() files=()
mkdir "$scratch/house"
for ((i = 1; i <= rooms; i++)); do
  cp peers/klapphaus/plaza.tmj "$scratch/house/platz$i.tmj"
  names+=("platz$i") files+=("{\"file\":\"platz$i.tmj\"}")
done
(IFS=,; printf '{"name":"Probehaus","start":"platz1","rooms":[%s]}' "${files[*]}" >"$scratch/house/house.json")

free_port() {
  local port=$((20000 + RANDOM % 10000))
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

until_said() { # words log
  local tenths=0
  until grep -q -- "$1" "$2"; do
    ((tenths++ < 300)) || { printf 'processes.sh: not up within 30 seconds:\n' >&2; tail -n 20 "$2" >&2; exit 1; }
    sleep 0.1
  done
}

cpu_of() { # process ids; hundredths of a second of all together
  local id all=0
  for id in "$@"; do all=$((all + $(awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$id/stat"))); done
  echo "$all"
}

measure() { # processes; prints thousandths of a second of CPU for each walker and second
  local count=$1 store houses=() addresses=() i port before after
  store=$(free_port)
  mkdir -p "$scratch/redis-$run-$count"
  : >"$scratch/redis.log"
  redis-server "$root/infra/redis/redis.conf" --port "$store" --bind 127.0.0.1 --dir "$scratch/redis-$run-$count" >"$scratch/redis.log" 2>&1 &
  started+=($!)
  until_said "Ready to accept" "$scratch/redis.log"
  for ((i = 0; i < count; i++)); do
    port=$(free_port)
    : >"$scratch/house-$i.log"
    "$house" --urls "http://127.0.0.1:$port" "--Klapphaus:DataPath=$scratch/data-$run-$count-$i" "--Klapphaus:HousePath=$scratch/house" "--ConnectionStrings:redis=127.0.0.1:$store" \
      --Klapphaus:SignInsPerMinute=100000 "--Klapphaus:SiloPort=$(free_port)" "--Klapphaus:GatewayPort=$(free_port)" >"$scratch/house-$i.log" 2>&1 &
    houses+=($!) addresses+=("http://127.0.0.1:$port")
    until_said '#invitation=' "$scratch/house-$i.log"
  done
  started+=("${houses[@]}")
  for ((i = 0; i < count; i++)); do
    (IFS=,; exec "$crowd" --address "${addresses[i]}" --walkers "$walkers" --seconds $((warmup + seconds + 60)) --seed "$((i + 1))" --rooms "${names[*]}") >"$scratch/crowd-$i.log" 2>&1 &
    started+=($!)
  done
  sleep "$warmup"
  before=$(cpu_of "${houses[@]}")
  sleep "$seconds"
  after=$(cpu_of "${houses[@]}")
  awk -v cpu=$((after - before)) -v hz="$(getconf CLK_TCK)" -v n=$((walkers * count * seconds)) 'BEGIN { printf "%.4f\n", cpu / hz / n * 1000 }'
  stop_all
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

for ((run = 1; run <= runs; run++)); do
  for count in 1 2; do
    measure "$count" >"$scratch/figure"
    cat "$scratch/figure" >>"$scratch/figures-$count"
    echo "run $run of $runs, $count processes with $walkers walkers each: $(cat "$scratch/figure") ms of CPU for each walker and second" >&2
  done
done
awk -v one="$(median <"$scratch/figures-1")" -v two="$(median <"$scratch/figures-2")" \
  'BEGIN { printf "one process %.3f, two %.3f ms of CPU for each walker and second: two carry %.2f times the walkers of one\n", one, two, 2 * one / two }'
