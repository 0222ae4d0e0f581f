#!/usr/bin/env bash
# A private, disposable Asterisk 22 for tests and for trying the samples. It lives in one folder, listens on
# 127.0.0.1 only, and touches nothing of the machine's own /etc, /usr or libc. No root is needed.
#
#   eng/asterisk.sh install           fetch Asterisk with everything it needs, the C library included, into a cache
#   eng/asterisk.sh start DIR         write DIR/etc from eng/asterisk/*.conf, start, wait until ARI answers
#   eng/asterisk.sh stop DIR          end the instance of DIR
#   eng/asterisk.sh env DIR           KEY=VALUE lines: addresses, ports, the ARI user and its password
#   eng/asterisk.sh cli DIR COMMAND   one CLI command, for example 'core show channels'
#
# Needs bash, apt-get, dpkg-deb, tar and flock: any Debian has them.
#
# Environment, all optional, read by `start` and written to DIR/env:
#   VO_AST_SIP_PORT (15060)   VO_AST_HTTP_PORT (18088)   VO_AST_RTP_START (20000)   VO_AST_RTP_END (20998)
#   VO_AST_AGENT_PORT (25100): op1's phone is called at the port after it, op18's eighteen after it
#   VO_AST_CARRIER_PORT (25099): calls to the trunk are sent there
#   VO_AST_EXTRA: a folder of .conf files, each appended to the one of the same name
#   VO_AST_PASSWORD: ARI's password, else one is made up and kept in DIR
# and by `install`:
#   VO_ASTERISK_CACHE (~/.cache/vo-asterisk)   VO_ASTERISK_SUITE (sid, the Debian suite that has Asterisk 22)
#   VO_ASTERISK_DEBS: a folder of .deb files to install from, with no network
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/retry.sh"
cache=${VO_ASTERISK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/vo-asterisk}
suite=${VO_ASTERISK_SUITE:-sid}
tree=$cache/root
packages=(asterisk asterisk-core-sounds-en-gsm asterisk-moh-opsound-gsm)
devices=20
unregistered=2 # of them
browsers=5
ari_user=voffice

die() { echo "asterisk.sh: $*" >&2; exit 1; }
usage() { sed -n '/^#   eng/s/^#   //p' "${BASH_SOURCE[0]}"; exit 2; }

# --- install -------------------------------------------------------------------------------------------------------

first_of() { [ -e "$1" ] && echo "$1"; }
libraries() { first_of "$tree"/usr/lib/*-linux-gnu; }

# Started through the tree's own loader, so that its libraries and the machine's never meet. --library-path is not an
# environment variable: programs that Asterisk starts use the machine's libraries again.
asterisk() {
  local lib loader
  lib=$(libraries)
  loader=$(first_of "$lib"/ld-linux*.so.[0-9])
  exec env -u LD_LIBRARY_PATH -u LD_PRELOAD OPENSSL_CONF=/dev/null LC_ALL=C.UTF-8 \
    "$loader" --library-path "$lib:$tree/usr/lib" "$tree/usr/sbin/asterisk" "$@"
}

# The machine's own first source of packages with only the suite changed.
apt_source() {
  local parts=$1 file
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -e "$file" ] || continue
    awk 'BEGIN { RS = ""; ORS = "\n\n" } /(^|\n)Types:[^\n]*deb/ && /(^|\n)Components:[^\n]*main/ && !/security/ { print; exit }' "$file" |
      sed -e "s/^Suites:.*/Suites: $suite/" -e 's/^Components:.*/Components: main/' -e '/^#/d' >"$parts/debian.sources"
    if [ -s "$parts/debian.sources" ]; then return; fi
  done
  rm -f "$parts/debian.sources"
  if [ -r /etc/apt/sources.list ]; then
    sed -n "/security/d; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/deb \1\2 $suite main/p" /etc/apt/sources.list | head -1 >"$parts/debian.list"
  fi
  [ -s "$parts/debian.list" ] || die "found no Debian source of packages in /etc/apt to derive one from"
}

# Downloads the whole closure. An empty dpkg status makes apt fetch the C library too.
download() {
  local apt=$1
  mkdir -p "$apt"/lists/partial "$apt"/debs/partial "$apt"/parts
  : >"$apt/status"
  apt_source "$apt/parts"
  cat >"$apt/apt.conf" <<CONF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$apt/parts";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$apt";
Dir::State::lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt";
Dir::Cache::archives "$apt/debs";
APT::Sandbox::User "$(id -un)";
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::Retries "5";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
CONF
  # Read after /etc/apt/apt.conf.d: hooks that suit the machine (container images have some) do not suit this state.
  cat >"$apt/late.conf" <<'CONF'
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Post-Invoke;
CONF
  retry fetch "$apt"
}

fetch() {
  APT_CONFIG=$1/apt.conf apt-get -c "$1/late.conf" -qq update &&
    APT_CONFIG=$1/apt.conf apt-get -c "$1/late.conf" -qq -y --download-only install "${packages[@]}"
}

unpack() {
  local debs=$1 to=$2 directory package
  # Packages may still ship /lib or /bin: with the links in place everything lands in /usr.
  mkdir -p "$to"/usr/{lib,bin,sbin,lib64}
  for directory in lib bin sbin lib64; do ln -s "usr/$directory" "$to/$directory"; done
  for package in "$debs"/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$to" --keep-directory-symlink --no-same-owner \
      --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' --exclude='./dev/*'
  done
}

install() {
  local debs=${VO_ASTERISK_DEBS:-} version
  mkdir -p "$cache"
  exec 9>"$cache/.lock"
  flock 9
  if [ -e "$tree/.complete" ]; then return; fi
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || die "apt-get and dpkg-deb are needed to install Asterisk"
  echo "asterisk.sh: installing Asterisk into $tree" >&2
  if [ -z "$debs" ]; then
    download "$cache/apt"
    debs=$cache/apt/debs
  fi
  rm -rf "$tree" "$tree.new"
  unpack "$debs" "$tree.new"
  mv "$tree.new" "$tree"
  version=$( (asterisk -V) ) || die "the unpacked Asterisk does not run"
  if [ -z "${VO_ASTERISK_DEBS:-}" ]; then rm -rf "$cache/apt"; fi
  echo "$version" >"$tree/.complete"
  echo "asterisk.sh: installed $version" >&2
}

# --- configuration -------------------------------------------------------------------------------------------------

fill() { # the placeholders of one template
  sed -e "s|@DIR@|$dir|g" -e "s|@TREE@|$tree|g" -e "s|@MODULES@|$(libraries)/asterisk/modules|g" \
    -e "s|@SIP_PORT@|$VO_AST_SIP_PORT|g" -e "s|@HTTP_PORT@|$VO_AST_HTTP_PORT|g" \
    -e "s|@RTP_START@|$VO_AST_RTP_START|g" -e "s|@RTP_END@|$VO_AST_RTP_END|g" \
    -e "s|@CARRIER_PORT@|$VO_AST_CARRIER_PORT|g" \
    -e "s|@ARI_USER@|$VO_AST_USER|g" -e "s|@ARI_PASSWORD@|$VO_AST_PASSWORD|g" "$1"
}

settings() { # the environment first, then what DIR was started with before, then the defaults
  local key was
  declare -gA default=([VO_AST_SIP_PORT]=15060 [VO_AST_HTTP_PORT]=18088 [VO_AST_RTP_START]=20000 [VO_AST_RTP_END]=20998
    [VO_AST_AGENT_PORT]=25100 [VO_AST_CARRIER_PORT]=25099)
  default[VO_AST_PASSWORD]=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  for key in "${!default[@]}"; do
    was=$(sed -n "s/^$key=//p" "$dir/env" 2>/dev/null || true)
    declare -g "$key=${!key:-${was:-${default[$key]}}}"
  done
  [[ $VO_AST_PASSWORD =~ ^[A-Za-z0-9._-]+$ ]] || die "VO_AST_PASSWORD may hold letters, digits, dot, dash and underscore"
  VO_AST_USER=$ari_user
  umask 077
  cat >"$dir/env" <<ENV
VO_AST_ARI=http://127.0.0.1:$VO_AST_HTTP_PORT/ari
VO_AST_USER=$VO_AST_USER
VO_AST_PASSWORD=$VO_AST_PASSWORD
VO_AST_APP=voffice
VO_AST_SIP=127.0.0.1:$VO_AST_SIP_PORT
VO_AST_SIP_PORT=$VO_AST_SIP_PORT
VO_AST_HTTP_PORT=$VO_AST_HTTP_PORT
VO_AST_RTP_START=$VO_AST_RTP_START
VO_AST_RTP_END=$VO_AST_RTP_END
# Phones: op1 … op$devices may register with their name as the password. Those before op$((devices - unregistered + 1)) are also called where
# nobody registered, at 127.0.0.1, port VO_AST_AGENT_PORT plus the phone's number; op$((devices - unregistered + 1)) … op$devices are gone until they register.
# Calls to the trunk are sent to 127.0.0.1, port VO_AST_CARRIER_PORT.
VO_AST_AGENT_PORT=$VO_AST_AGENT_PORT
VO_AST_CARRIER_PORT=$VO_AST_CARRIER_PORT
# Phones in browsers: web-op1 … web-op$browsers, with their name as the password; echo lets one hear oneself.
VO_AST_WEBSOCKET=ws://127.0.0.1:$VO_AST_HTTP_PORT/ws
VO_AST_RECORDINGS=$dir/spool/recording
VO_AST_CALL_RECORDS=$dir/log/cdr-csv/Master.csv
VO_AST_LOG=$dir/log/messages
ENV
}

configure() {
  local name i
  mkdir -p "$dir"/{etc,lib/keys,run,log/cdr-csv,cache,data/sounds,spool/{recording,tmp}}
  settings
  for name in documentation rest-api moh static-http; do
    if [ -e "$tree/usr/share/asterisk/$name" ]; then ln -sfn "$tree/usr/share/asterisk/$name" "$dir/data/$name"; fi
  done
  ln -sfn "$tree/usr/share/asterisk/sounds/en_US_f_Allison" "$dir/data/sounds/en"
  for name in asterisk modules logger http ari rtp musiconhold indications pjsip cdr; do
    fill "$here/asterisk/$name.conf" >"$dir/etc/$name.conf"
  done
  for ((i = 1; i <= devices; i++)); do
    sed -e "s/@DEVICE@/op$i/g" -e "s/@DEVICE_PORT@/$((VO_AST_AGENT_PORT + i))/" "$here/asterisk/device.conf" |
      if [ $i -gt $((devices - unregistered)) ]; then sed '/^contact/d'; else cat; fi
  done >"$dir/etc/devices.conf"
  for ((i = 1; i <= browsers; i++)); do sed -e "s/@DEVICE@/web-op$i/g" "$here/asterisk/browser.conf"; done >"$dir/etc/browsers.conf"
  # The adapter's template as it is shipped.
  cp "$here/../src/VirtualOffice.Sdk.Asterisk/Dialplan/extensions.conf" "$dir/etc/extensions.conf"
  # Asterisk looks for these although the defaults are right.
  for name in acl ccss cel cli cli_permissions codecs dnsmgr dsp features manager pjproject sorcery stasis udptl websocket_client; do
    : >"$dir/etc/$name.conf"
  done
  if [ -n "${VO_AST_EXTRA:-}" ]; then
    for name in "$VO_AST_EXTRA"/*.conf; do cat "$name" >>"$dir/etc/$(basename "$name")"; done
  fi
}

# --- run -----------------------------------------------------------------------------------------------------------

running_pid() {
  local pid
  pid=$(cat "$dir/run/pid" 2>/dev/null) && grep -qsa -- "$dir/etc/asterisk.conf" "/proc/$pid/cmdline" && echo "$pid"
}

ari_answers() { # one request without curl
  local line token
  token=$(printf '%s' "$VO_AST_USER:$VO_AST_PASSWORD" | base64 -w0)
  { exec 8<>"/dev/tcp/127.0.0.1/$VO_AST_HTTP_PORT"; } 2>/dev/null || return 1
  printf 'GET /ari/asterisk/ping HTTP/1.1\r\nHost: asterisk\r\nConnection: close\r\nAuthorization: Basic %s\r\n\r\n' "$token" >&8
  IFS= read -r -t 2 line <&8 || true
  exec 8>&-
  [[ ${line:-} == *" 200 "* ]]
}

start() {
  install
  if running_pid >/dev/null; then die "already running in $dir"; fi
  # The control socket's path is limited by the kernel.
  [ ${#dir} -lt 85 ] || die "the path is too long for a unix socket: $dir"
  configure
  rm -f "$dir/run/asterisk.ctl" "$dir/run/asterisk.pid" "$dir/log/messages"
  (cd "$dir" && HOME=$dir asterisk -f -C "$dir/etc/asterisk.conf" >"$dir/log/console" 2>&1 </dev/null 9>&-) &
  local pid=$! i
  for ((i = 0; i < 1800; i++)); do
    sleep 0.1
    if ! kill -0 "$pid" 2>/dev/null || grep -qs ERROR "$dir/log/messages"; then break; fi
    if ! ari_answers; then continue; fi
    # ARI answers before every module is loaded.
    (asterisk -C "$dir/etc/asterisk.conf" -rx 'core waitfullybooted') >/dev/null
    if grep -q ERROR "$dir/log/messages"; then break; fi
    echo "$pid" >"$dir/run/pid"
    disown "$pid"
    return
  done
  kill -KILL "$pid" 2>/dev/null || true
  tail -n 20 "$dir/log/console" "$dir/log/messages" >&2 || true
  die "Asterisk did not start, or not without errors"
}

stop() {
  local pid i
  pid=$(running_pid) || return 0
  kill -TERM "$pid"
  for ((i = 0; i < 900; i++)); do
    if [ $i -eq 600 ]; then kill -KILL "$pid" 2>/dev/null || true; fi
    if ! running_pid >/dev/null; then break; fi
    sleep 0.1
  done
  rm -f "$dir/run/pid"
}

command=${1:-}
case $command in
  install) install ;;
  start | stop | env | cli)
    [ $# -ge 2 ] || usage
    mkdir -p "$2"
    dir=$(cd "$2" && pwd)
    case $command in
      start) start ;;
      stop) stop ;;
      env) cat "$dir/env" ;;
      cli) [ $# -eq 3 ] || usage; (asterisk -C "$dir/etc/asterisk.conf" -rx "$3") ;;
    esac ;;
  *) usage ;;
esac
