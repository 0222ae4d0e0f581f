#!/usr/bin/env bash
# Builds, checks the format and runs every test, those on a real Asterisk and a real PostgreSQL included.
# Installs what it needs (see eng/install-test-tools.sh, eng/asterisk.sh and eng/postgres.sh). The last line is: N passed, N failed, N skipped.
# With CI=true a skipped test counts as a failure: there is no reason to skip on a machine this script has prepared.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

eng/install-test-tools.sh
eng/asterisk.sh install
export VO_ASTERISK_SH=1 VO_POSTGRES_SH=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

eng/build-desk.sh --check

configuration=Release
solution=VirtualOffice.Sdk.sln
dotnet restore "$solution"
dotnet build "$solution" --configuration $configuration --no-restore -warnaserror
dotnet format whitespace "$solution" --verify-no-changes --no-restore

count() { sed -n "s/^ *$1: *\([0-9]*\).*/\1/p" "$log" | tail -1; } # from the summary; empty when there is none
passed=0 failed=0 skipped=0 broken=()
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for project in tests/*.Tests/*.csproj tests/*.EndToEnd/*.csproj; do
  echo "== $(basename "$project" .csproj)"
  if ! dotnet test --project "$project" --configuration $configuration --no-build --no-restore 2>&1 | tee "$log"; then
    broken+=("$project")
  elif [ -z "$(count total)" ]; then
    broken+=("$project (no summary)")
  fi
  passed=$((passed + 10#0$(count succeeded)))
  failed=$((failed + 10#0$(count failed)))
  skipped=$((skipped + 10#0$(count skipped)))
done

status=0
if [ ${#broken[@]} -gt 0 ]; then printf 'failed: %s\n' "${broken[@]}"; status=1; fi
if [ "$failed" -gt 0 ] || [ "$passed" -eq 0 ]; then status=1; fi
if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then echo "CI=true: skipped tests count as failures"; status=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
