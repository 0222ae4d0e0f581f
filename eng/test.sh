#!/usr/bin/env bash
# Builds, checks the format and runs every test, those on a real Asterisk and a real PostgreSQL included.
# Installs what it needs (see eng/install-test-tools.sh, eng/asterisk.sh and eng/postgres.sh). What failed is told once more at the end, and how long everything took.
# The last line is: N passed, N failed, N skipped.
# With CI=true a skipped test counts as a failure: there is no reason to skip on a machine this script has prepared.
#
# The tests on the PBX wait most of their time. What only computes runs beside them, with the lowest priority.
# The desk's tests in a browser come last of those that come one after the other; with VO_BROWSER=1 they alone run, after the build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/retry.sh

eng/install-test-tools.sh
eng/asterisk.sh install
export VO_ASTERISK_SH=1 VO_POSTGRES_SH=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

eng/build-desk.sh --check

configuration=Release
solution=VirtualOffice.Sdk.sln
logs=$(mktemp -d)
jobs_of_mine=()
cleanup() {
  local job
  for job in ${jobs_of_mine[@]+"${jobs_of_mine[@]}"}; do kill "$job" 2>/dev/null || true; done
  rm -rf "$logs"
}
trap cleanup EXIT

timed() { # NAME COMMAND…: runs it, keeps the seconds
  local name=$1 from=$SECONDS code=0
  shift
  "$@" || code=$?
  echo "$((SECONDS - from)) s  $name" >>"$logs/times"
  return $code
}

timed restore retry dotnet restore "$solution"
timed build dotnet build "$solution" --configuration $configuration --no-restore -warnaserror

name_of() { basename "$1" .csproj; }

run() { # NAME COMMAND…: its output in one piece, once it has ended
  local name=$1 code=0
  echo "== $name begins"
  timed "$@" >"$logs/$name.log" 2>&1 </dev/null || code=$?
  echo $code >"$logs/$name.code"
  { flock 9; echo "== $name ended with $code"; if [ $code = 0 ]; then tail -n 30 "$logs/$name.log"; else cat "$logs/$name.log"; fi; } 9>"$logs/.lock"
}

# Whatever hangs is ended and has failed: a run after three quarters of an hour, and every run when the whole has taken an hour and a quarter.
longest_run=2700
last=4500

tests() { # PROJECT
  local name seconds
  name=$(name_of "$1")
  seconds=$((last - SECONDS < longest_run ? last - SECONDS : longest_run))
  run "$name" timeout --kill-after=30 "$((seconds > 1 ? seconds : 1))" \
    dotnet "$(dirname "$1")/bin/$configuration/net10.0/$name.dll" --no-ansi --progress off --show-slowest-tests 5 --xunit-diagnostics on --long-running 120
}

# One PBX at a time: these come one after the other, and the browser when most of what computes has ended. All others come beside them.
waiting=(tests/VirtualOffice.Sdk.Asterisk.Tests/*.csproj tests/VirtualOffice.Sdk.EndToEnd/*.csproj tests/VirtualOffice.Sdk.Desk.EndToEnd/*.csproj)
computing=()
for project in tests/*.Tests/*.csproj; do
  if [ "$project" != "${waiting[0]}" ]; then computing+=("$project"); fi
done

if [ "${VO_BROWSER:-}" = 1 ]; then
  waiting=(tests/VirtualOffice.Sdk.Desk.EndToEnd/*.csproj)
  computing=()
fi

wait_in_turn() { for project in "${waiting[@]}"; do tests "$project"; done; }
compute_in_turn() {
  renice -n 19 "$BASHPID" >/dev/null || true
  run format dotnet format whitespace "$solution" --verify-no-changes --no-restore
  for project in ${computing[@]+"${computing[@]}"}; do tests "$project"; done
}

wait_in_turn &
jobs_of_mine+=($!)
compute_in_turn &
jobs_of_mine+=($!)
wait "${jobs_of_mine[@]}" || true
jobs_of_mine=()

# From a run's summary; empty when there is none.
count() { sed -n "s/^ *$1: *\([0-9]*\).*/\1/p" "$2" 2>/dev/null | tail -1; }

status=0 passed=0 failed=0 skipped=0
for name in format $(for project in "${waiting[@]}" ${computing[@]+"${computing[@]}"}; do name_of "$project"; done); do
  log=$logs/$name.log
  code=$(cat "$logs/$name.code" 2>/dev/null || echo "no end")
  if [ "$name" != format ]; then
    passed=$((passed + 10#0$(count succeeded "$log")))
    failed=$((failed + 10#0$(count failed "$log")))
    skipped=$((skipped + 10#0$(count skipped "$log")))
    if [ -z "$(count total "$log")" ]; then code="$code, no summary"; fi
  fi
  if [ "$code" = 0 ]; then continue; fi
  status=1
  echo
  echo "== failed: $name (exit code $code)"
  # Each failed test with the beginning of its message; where no test says so, how the run ended.
  if grep -q '^failed ' "$log" 2>/dev/null; then
    awk '/^failed / { left = 9 } left > 0 { print substr($0, 1, 400); left-- }' "$log"
  else
    tail -n 40 "$log" 2>/dev/null || true
  fi
done

echo
echo "How long it took:"
cat "$logs/times"
if [ "$failed" -gt 0 ] || [ "$passed" -eq 0 ]; then status=1; fi
if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then
  status=1
  echo "CI=true: skipped tests count as failures:"
  grep -h '^skipped ' "$logs"/*.log | head -40 || true
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
