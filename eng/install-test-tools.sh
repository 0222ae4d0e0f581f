#!/usr/bin/env bash
# Installs the Debian packages that the end-to-end tests use. Does nothing when they are there.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/retry.sh"
"$(dirname "${BASH_SOURCE[0]}")/postgres.sh" install

missing() { # package:what it brings
  command -v sipp >/dev/null || echo sip-tester
  [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || echo python3-aiosmtpd
  [ -x /usr/bin/chromium ] || echo chromium
}

packages=$(missing)
if [ -z "$packages" ]; then exit 0; fi

if ! command -v apt-get >/dev/null; then
  echo "install-test-tools.sh: missing $(echo $packages), and there is no apt-get to install with." >&2
  echo "The end-to-end tests need a Debian machine; plain 'dotnet test' runs everything else." >&2
  exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "install-test-tools.sh: run as root, or install sudo: $(echo $packages)" >&2; exit 1; }
  as_root=(sudo)
fi

echo "install-test-tools.sh: installing $(echo $packages)"
export DEBIAN_FRONTEND=noninteractive
fetch() {
  # shellcheck disable=SC2086 # one word per package
  "${as_root[@]}" apt-get -qq -o Acquire::Retries=5 update &&
    "${as_root[@]}" apt-get -qq -y -o Acquire::Retries=5 -o DPkg::Lock::Timeout=300 --no-install-recommends install $packages >/dev/null
}
retry fetch

packages=$(missing)
if [ -n "$packages" ]; then echo "install-test-tools.sh: still missing $(echo $packages)" >&2; exit 1; fi
