#!/usr/bin/env bash
# A private, disposable PostgreSQL on 127.0.0.1, for tests and benchmarks. Its data lives in DIR and goes with it.
#
#   eng/postgres.sh install       the Debian package postgresql, when there is none; its own cluster is not made and not started
#   eng/postgres.sh start DIR     starts a server whose data is in DIR; made when it is not there
#   eng/postgres.sh stop DIR      ends that server
#   eng/postgres.sh env DIR       how to reach it: VO_PG, a connection string, and VO_PG_PORT
#
# The server keeps what it acknowledges (fsync is on). PostgreSQL refuses to run as root: then it runs as the user postgres.
# Environment, optional, read when DIR is made: VO_PG_PORT, else a free port is chosen.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/retry.sh"

die() { echo "postgres.sh: $*" >&2; exit 1; }
usage() { sed -n '/^#   eng/s/^#   //p' "${BASH_SOURCE[0]}"; exit 2; }

# The newest one. initdb and postgres are not on the path in Debian.
find_bin() {
  local bin
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [ -n "$bin" ] && [ -x "$bin/initdb" ] && echo "$bin"
}

fetch() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=5 update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Acquire::Retries=5 -o DPkg::Lock::Timeout=300 --no-install-recommends install postgresql >/dev/null
}

install() {
  if find_bin >/dev/null; then return; fi
  command -v apt-get >/dev/null || die "there is no PostgreSQL, and no apt-get to install it with"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "run as root, or install sudo, to install postgresql"
    as_root=(sudo)
  fi
  echo "postgres.sh: installing postgresql" >&2
  # The package would make a cluster of its own and start it.
  "${as_root[@]}" mkdir -p /etc/postgresql-common/createcluster.d
  echo 'create_main_cluster = false' | "${as_root[@]}" tee /etc/postgresql-common/createcluster.d/no-main.conf >/dev/null
  retry fetch
  find_bin >/dev/null || die "postgresql was installed and its programs are not found"
}

as_owner() { # runs a command as the user that owns the data
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

running_pid() {
  local pid
  pid=$(head -1 "$dir/data/postmaster.pid" 2>/dev/null) && grep -qsa -- "$dir/data" "/proc/$pid/cmdline" && echo "$pid"
}

free_port() { # one that nobody listens on, below those that the tests' PBX uses and the system gives out; taken at random, so that two runs at once seldom want the same
  local port i
  for ((i = 0; i < 50; i++)); do
    port=$((10500 + RANDOM % 4000))
    if ! (exec 8<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return; fi
  done
  die "found no free port"
}

prepare() {
  local port=${VO_PG_PORT:-}
  if [ -e "$dir/env" ]; then return; fi
  port=${port:-$(free_port)}
  if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$dir"
    chmod 711 "$dir"
  fi
  as_owner "$bin/initdb" -D "$dir/data" -U office --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$dir/initdb.log" || die "initdb failed: see $dir/initdb.log"
  cat >"$dir/env" <<ENV
VO_PG=Host=127.0.0.1;Port=$port;Username=office
VO_PG_PORT=$port
ENV
}

start() {
  bin=$(find_bin) || die "there is no PostgreSQL: run eng/postgres.sh install"
  if running_pid >/dev/null; then die "already running in $dir"; fi
  local parent=$dir
  if [ "$(id -u)" -eq 0 ]; then
    while parent=$(dirname "$parent"); [ "$parent" != / ]; do
      as_owner test -x "$parent" || die "the user postgres may not enter $parent"
    done
  fi
  prepare
  local port
  port=$(sed -n 's/^VO_PG_PORT=//p' "$dir/env")
  as_owner "$bin/pg_ctl" -D "$dir/data" -w -t 300 -s -l "$dir/data/log" \
    -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c fsync=on -c max_connections=200" start >/dev/null ||
    { tail -n 20 "$dir/data/log" >&2; die "PostgreSQL did not start"; }
}

stop() {
  local pid i
  pid=$(running_pid) || return 0
  kill -INT "$pid" # disconnects everybody
  for ((i = 0; i < 1800; i++)); do
    if [ $i -eq 1200 ]; then kill -QUIT "$pid"; fi
    if ! kill -0 "$pid" 2>/dev/null; then return; fi
    sleep 0.1
  done
  die "the server of $dir does not end"
}

command=${1:-}
case $command in
  install) install ;;
  start | stop | env)
    [ $# -eq 2 ] || usage
    mkdir -p "$2"
    dir=$(cd "$2" && pwd)
    case $command in
      start) start ;;
      stop) stop ;;
      env) cat "$dir/env" ;;
    esac ;;
  *) usage ;;
esac
