#!/usr/bin/env bash
# idle.sh [--minutes M] [--warmup S] PID   what a process costs that does nothing: its CPU and its memory over M minutes, from /proc.
# The desktop program with its window closed may take 1 % of a core and 120 MB: start it with --background, signed in, and give its process id.
# Ends with code 1 when it takes more. Linux only.
set -uo pipefail
minutes=10 warmup=60 pid=
most_cpu=1.0 most_mb=120

usage() { sed -n '2,4s/^# //p' "${BASH_SOURCE[0]}"; }

refuse() {
  printf 'idle.sh: %s\nidle.sh --help tells the arguments.\n' "$1" >&2
  exit 2
}

number() { # name value least most
  [[ $2 =~ ^[0-9]{1,7}$ ]] && ((10#$2 >= $3 && 10#$2 <= $4)) || refuse "$1 is a whole number from $3 to $4, not '$2'."
}

while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --minutes | --warmup)
      [ $# -ge 2 ] || refuse "$1 needs a value."
      declare "${1#--}=$2"
      shift 2 ;;
    *) pid=$1; shift ;;
  esac
done
number --minutes "$minutes" 1 1440
number --warmup "$warmup" 0 3600
[ -n "$pid" ] || refuse "the id of a process is missing."
number 'the id of a process' "$pid" 1 4194304
[ -r "/proc/$pid/stat" ] || refuse "there is no process $pid, or it is somebody else's."

# behind the name, which may have spaces and brackets: user and system time in clock ticks
ticks() { sed 's/.*) //' "/proc/$1/stat" | awk '{ print $12 + $13 }'; }
resident() { awk '/^VmRSS/ { print $2 }' "/proc/$1/status"; } # kB
# pages that it shares with others counted in part
proportional() { awk '/^Pss:/ { print $2 }' "/proc/$1/smaps_rollup" 2>/dev/null; }

gone() { printf 'idle.sh: process %s has ended.\n' "$pid" >&2; exit 1; }

sleep "$warmup"
per_second=$(getconf CLK_TCK)
first=$(ticks "$pid") || gone
from=$(date +%s%N) highest=0
printf '%8s %8s %8s\n' minute 'CPU %' 'RSS MB'
for ((minute = 1; minute <= minutes; minute++)); do
  before=$(ticks "$pid") || gone
  since=$(date +%s%N)
  for ((i = 0; i < 12; i++)); do
    sleep 5
    memory=$(resident "$pid") || gone
    [ -n "$memory" ] || gone
    ((memory > highest)) && highest=$memory
  done
  after=$(ticks "$pid") || gone
  awk -v t="$((after - before))" -v hz="$per_second" -v ns="$(($(date +%s%N) - since))" -v m="$minute" -v kb="$memory" \
    'BEGIN { printf "%8d %8.2f %8.1f\n", m, 100 * t / hz / (ns / 1e9), kb / 1024 }'
done
last=$(ticks "$pid") || gone
shared=$(proportional "$pid")
awk -v t="$((last - first))" -v hz="$per_second" -v ns="$(($(date +%s%N) - from))" -v kb="$highest" -v pss="${shared:-0}" -v cpu="$most_cpu" -v mb="$most_mb" -v threads="$(ls "/proc/$pid/task" | wc -l)" 'BEGIN {
  used = 100 * t / hz / (ns / 1e9)
  printf "%.2f %% of a core (at most %.1f), at most %.1f MB resident (at most %d), %.1f MB of them its own share, %d threads\n", used, cpu, kb / 1024, mb, pss / 1024, threads
  exit !(used <= cpu && kb / 1024 <= mb)
}'
