#!/usr/bin/env bash
# micro.sh [FILTER]   what single stations of a step's path cost, finding a stand, and entering a hall, on the real classes; a filter is a part of a name: Room, News, Message ...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
dotnet build Micro -c Release --nologo -v q -clp:ErrorsOnly -p:WebClient=false
exec Micro/bin/Release/net10.0/Klapphaus.Benchmarks.Micro --filter "*${1:-}*"
