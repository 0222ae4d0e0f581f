#!/usr/bin/env bash
# Measures the desk on this machine and writes benchmarks/results/desk.md: the screen pop with 100 desks, 1,000 desks after a restart, the board of 2,000 operators, search among 10,000 calls.
#
#   benchmarks/desk.sh [pop|reconnect|board|search …]     all by default; the report is only kept when all are measured
#
# Needs what eng/install-test-tools.sh installs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project=benchmarks/VirtualOffice.Sdk.DeskBenchmarks
dotnet build "$project" -c Release -v q --nologo
report=$(mktemp)
trap 'rm -f "$report"' EXIT
ulimit -n "$(ulimit -Hn)"
"$project/bin/Release/net10.0/VirtualOffice.Sdk.DeskBenchmarks" "$@" >"$report"
if [ $# -gt 0 ]; then cat "$report"; exit; fi
{
  echo "# The desk, measured"
  echo
  echo "Made by \`benchmarks/desk.sh\` on $(nproc) cores, $(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -1), Linux $(uname -r | cut -d- -f1); host, desks and browser share them."
  echo "Load of the machine when it began: $(cut -d' ' -f1 /proc/loadavg). A desk is a program that does what the page does; offers are timed from the journal's \`OfferMade\`. A painted page is one whose next frame has been handed over."
  cat "$report"
} >benchmarks/results/desk.md
cat benchmarks/results/desk.md
