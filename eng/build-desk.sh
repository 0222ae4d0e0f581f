#!/usr/bin/env bash
# Builds the desk's front end into src/VirtualOffice.Sdk.AspNetCore/Assets/Built, which is committed and embedded. Needs node 20 and npm.
# With --check it builds elsewhere and compares: the committed files must be what the sources make. Where there is no node, or no registry of packages, it says so and compares nothing:
# what is embedded are the committed files.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/retry.sh
client=src/VirtualOffice.Sdk.AspNetCore/Client
built=src/VirtualOffice.Sdk.AspNetCore/Assets/Built
limit=$((250 * 1024)) # bytes of the page without the phone, gzipped

if ! command -v npm >/dev/null; then
  if [ "${1:-}" = --check ]; then echo "build-desk.sh: no node here, so that the desk's built files are not compared with their sources"; exit 0; fi
  echo "build-desk.sh: needs node 20 or later, with npm" >&2
  exit 1
fi

if ! (cd "$client" && retry npm ci --silent --no-audit --no-fund); then
  if [ "${1:-}" = --check ]; then echo "build-desk.sh: the packages cannot be fetched, so that the desk's built files are not compared with their sources"; exit 0; fi
  exit 1
fi

(cd "$client" && npx tsc --noEmit)
if [ "${1:-}" = --check ]; then
  made=$(mktemp -d)
  trap 'rm -rf "$made"' EXIT
  (cd "$client" && npx vite build --logLevel warn --outDir "$made" --emptyOutDir)
  if ! diff -r "$made" "$built" >/dev/null; then
    echo "build-desk.sh: the built files are not what the sources make; run eng/build-desk.sh and commit" >&2
    diff -rq "$made" "$built" >&2 || true
    exit 1
  fi
else
  (cd "$client" && npx vite build --logLevel warn)
fi

# The phone in the browser is a file of its own, which is fetched only where it is used.
size=$(find "$built" -type f ! -name line.js -exec cat {} + | gzip -9 | wc -c)
echo "build-desk.sh: the page is $((size / 1024)) KiB gzipped"
if [ "$size" -gt "$limit" ]; then echo "build-desk.sh: more than $((limit / 1024)) KiB" >&2; exit 1; fi
