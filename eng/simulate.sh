#!/usr/bin/env bash
# Simulates a whole office under faults, seed by seed, and checks what must hold (see CONTRIBUTING.md).
#
#   eng/simulate.sh --seeds N [--from S] [--stop-at-first]   runs N seeds on all cores
#   eng/simulate.sh --seed S                                 replays one seed and prints its timeline
#
# Exit code: 0 all held, 1 something was violated, 2 wrong arguments, 3 it does not build.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
project=VirtualOffice.Sdk.OfficeSimulation
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

log=$(mktemp)
if ! dotnet build "$root/tests/$project" --configuration Release --verbosity quiet -warnaserror >"$log" 2>&1; then
  cat "$log" >&2
  rm -f "$log"
  exit 3
fi
rm -f "$log"
exec "$root/tests/$project/bin/Release/net10.0/$project" "$@"
