#!/usr/bin/env bash
# Tests the simulation itself: plants one fault at a time into a copy of the tree and simulates. Each must be caught, by a
# seed that the tree without the fault passes. The faults are eng/planted-faults/*.patch; a patch's first line says what it breaks.
#
#   eng/planted-faults.sh [NAME…]     all faults, or those whose file name contains one of the names
#
# SEEDS (2000) limits how many seeds are tried for each.
# Exit code: 0 all were caught, 1 one escaped, does not apply or does not build.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seeds=${SEEDS:-2000}
project=tests/VirtualOffice.Sdk.OfficeSimulation
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
copy=$work/tree
mkdir "$copy"
(cd "$root" && git ls-files -z --cached --others --exclude-standard -- ':/*.props' ':/*.json' ':/*.config' eng src "$project" .editorconfig |
  while IFS= read -r -d '' file; do if [ -e "$file" ]; then printf '%s\0' "$file"; fi; done | xargs -0 cp --parents -t "$copy")
cd "$copy"

build() { # OPTION…
  dotnet build $project --configuration Release --verbosity quiet -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false "$@" >"$work/build" 2>&1
}
program() { echo "$1/$(basename $project)"; }

if ! build; then cat "$work/build" >&2; exit 1; fi
cp -r $project/bin/Release/net10.0 "$work/sound"

wanted() { # FILE NAME…
  local file=$1 name
  shift
  if [ $# -eq 0 ]; then return 0; fi
  for name in "$@"; do if [[ $(basename "$file") == *"$name"* ]]; then return 0; fi; done
  return 1
}

status=0 planted=0 caught=0
for patch in "$root"/eng/planted-faults/*.patch; do
  wanted "$patch" "$@" || continue
  planted=$((planted + 1))
  name=$(basename "$patch" .patch)
  if ! patch --batch --forward --fuzz=0 --strip=1 --input="$patch" >"$work/patch" 2>&1; then
    echo "$name: DOES NOT APPLY"; sed 's/^/    /' "$work/patch"; status=1
    git -C "$root" ls-files -z -- src | (cd "$root" && xargs -0 cp --parents -t "$copy")
    find src -name '*.rej' -delete -o -name '*.orig' -delete
    continue
  fi
  if ! build --no-restore; then
    echo "$name: DOES NOT BUILD"; grep -m 3 error "$work/build" | sed 's/^/    /' || true; status=1
  elif "$(program $project/bin/Release/net10.0)" --seeds "$seeds" --stop-at-first >"$work/out"; then
    echo "$name: ESCAPED $seeds seeds"; status=1
  else
    seed=$(sed -n 's/^seed \([0-9]*\): .*/\1/p' "$work/out" | head -1)
    if [ -z "$seed" ]; then
      echo "$name: THE SIMULATION BROKE"; tail -3 "$work/out" | sed 's/^/    /'; status=1
    elif ! "$(program "$work/sound")" --seeds 1 --from "$seed" >"$work/check"; then
      echo "$name: seed $seed fails without the fault too"; status=1
    else
      caught=$((caught + 1))
      echo "$name: caught by $(sed -n '/^seed /{p;q;}' "$work/out" | cut -c1-180)"
    fi
  fi
  patch --batch --reverse --fuzz=0 --strip=1 --input="$patch" >/dev/null
done

if [ $planted -eq 0 ]; then echo "no such fault" >&2; exit 1; fi
echo "$caught of $planted planted faults caught"
exit $status
