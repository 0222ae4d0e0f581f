# To be sourced. What the network is needed for may fail for a moment: it is tried again, longer and longer apart.
retry() { # COMMAND…
  local pause
  for pause in 5 15 30 60 120; do
    if "$@"; then return 0; fi
    echo "$(basename "$0"): failed, trying again in $pause s: $*" >&2
    sleep "$pause"
  done
  "$@"
}
