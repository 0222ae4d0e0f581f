#!/usr/bin/env bash
# Feeds changed events to the reader of Asterisk's events for as long as it is told to.
#
#   eng/fuzz-ari.sh MINUTES           exits with 1 when something does not hold; the output has the input that showed it
#
# Inputs that made something new happen are written to VO_FUZZ_KEEP, one a line in Base64; those worth it go into
# tests/VirtualOffice.Sdk.Asterisk.Tests/Fuzzing/interesting.txt. A short run of fixed seeds is among the tests.
set -euo pipefail
[[ ${1:-} =~ ^[0-9]+(\.[0-9]+)?$ ]] || { sed -n '/^#   eng/s/^#   //p' "${BASH_SOURCE[0]}"; exit 2; }
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project=tests/VirtualOffice.Sdk.Asterisk.Tests
dotnet build "$project" --configuration Release -v quiet -nologo
VO_FUZZ_MINUTES=$1 nice "$project/bin/Release/net10.0/VirtualOffice.Sdk.Asterisk.Tests" \
  --filter-method '*EventFuzzerTests.Events_ForAsLongAsWanted*' --show-live-output on
