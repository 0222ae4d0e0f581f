#!/usr/bin/env bash
# Races an office on a real Asterisk against what Asterisk does by itself, on this machine and in one run:
#   answer   an answer over ARI, journaled first, against a bare Answer()
#   call     a queued call (an operator is picked, rung and bridged) by FrontDesk against Dial() and Queue(); all are recorded
#   peak     the highest rate without a retransmission, a failure or a p99 above 200 ms, FrontDesk against Queue()
#   overload what is still answered at twice the peak, and whether an operator is left behind
# 500 companies, 2,000 operators at five companies each: for Queue() 500 queues with 10,000 memberships. Every route has an Asterisk of its own.
#
#   benchmarks/live/race.sh [answer|call|peak|overload …]     all by default
#
# Environment: RATE (20 calls/s, for answer and call), SECONDS_EACH (20), TALK (2000 ms), STEPS ("10 20 30 40 50 60 80 100 120").
# Needs what eng/install-test-tools.sh installs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
rate=${RATE:-20} seconds=${SECONDS_EACH:-20} talk=${TALK:-2000} steps=${STEPS:-10 20 30 40 50 60 80 100 120}
companies=500 operators=2000
sip=15260 http=18288 web=15280 operator_port=25460 caller_port=25470
work=$(mktemp -d /tmp/vo-race.XXXXXX)
host='' phone=''

stop() { # PID
  if [ -n "$1" ] && kill -0 "$1" 2>/dev/null; then kill "$1"; wait "$1" 2>/dev/null || true; fi
}
cleanup() {
  stop "$host"; stop "$phone"; host='' phone=''
  "$root/eng/asterisk.sh" stop "$work/pbx" || true
}
trap 'cleanup; rm -rf "$work"' EXIT

# --- what is raced ---------------------------------------------------------------------------------------------------

write_asterisk() {
  mkdir -p "$work/extra"
  printf 'load = %s\n' app_dial.so app_queue.so app_mixmonitor.so func_math.so func_rand.so >"$work/extra/modules.conf"
  cat >"$work/extra/extensions.conf" <<'CONF'

[from-carrier](+)
exten => answer,1,Answer()
 same => n,Wait(60)
exten => dial,1,MixMonitor(${UNIQUEID}.wav)
 same => n,Dial(PJSIP/p${RAND(1,2000)})
exten => queue,1,MixMonitor(${UNIQUEID}.wav)
 same => n,Queue(q${RAND(0,499)})
CONF
  {
    echo '[general]'
    for ((c = 0; c < companies; c++)); do
      printf '\n[q%d]\nstrategy = leastrecent\nringinuse = no\ntimeout = 20\nautofill = yes\n' $c
      members $c | sed 's/.*/member => PJSIP\/p&/'
    done
  } >"$work/extra/queues.conf"
  for ((p = 1; p <= operators; p++)); do
    printf '[p%d](device)\naors = p%d\n\n[p%d]\ntype = aor\ncontact = sip:p%d@127.0.0.1:%d\n\n' $p $p $p $p $operator_port
  done >"$work/extra/devices.conf"
}

# Operator p serves company p mod 500 and the four after it: twenty operators a company.
members() { # COMPANY
  local d p
  for ((d = 0; d < 5; d++)); do
    for ((p = ($1 - d + companies) % companies; p < operators; p += companies)); do echo $((p + 1)); done
  done
}

write_companies() {
  mkdir -p "$work/companies"
  local c p
  for ((c = 0; c < companies; c++)); do
    printf 'id: c%d\nname: Company %d\nnumbers: ["+7812%07d"]\ntimeZone: Europe/Moscow\nmessagesTo: c%d@example.org\n' $c $c $c $c >"$work/companies/c$c.yaml"
  done
  {
    echo 'operators:'
    for ((p = 0; p < operators; p++)); do
      printf '  - { id: p%d, name: Operator %d, device: p%d, companies: [c%d, c%d, c%d, c%d, c%d] }\n' $((p + 1)) $((p + 1)) $((p + 1)) \
        $((p % companies)) $(((p + 1) % companies)) $(((p + 2) % companies)) $(((p + 3) % companies)) $(((p + 4) % companies))
    done
  } >"$work/companies/operators.yaml"
}

start_asterisk() {
  rm -rf "$work/pbx"
  VO_AST_SIP_PORT=$sip VO_AST_HTTP_PORT=$http VO_AST_RTP_START=30000 VO_AST_RTP_END=39998 VO_AST_EXTRA=$work/extra "$root/eng/asterisk.sh" start "$work/pbx"
  asterisk=$(cat "$work/pbx/run/pid")
  password=$(sed -n 's/^VO_AST_PASSWORD=//p' "$work/pbx/env")
  sipp -sf "$here/operator.xml" -i 127.0.0.1 -p $operator_port -mp 40000 -nostdin >/dev/null 2>&1 &
  phone=$!
}

start_answering_host() {
  rm -rf "$work/data"; mkdir "$work/data"
  dotnet "$root/benchmarks/VirtualOffice.Sdk.Benchmarks/bin/Release/net10.0/VirtualOffice.Sdk.Benchmarks.dll" answering-host \
    http://127.0.0.1:$http/ari/ "$password" "$work/data/office.db" >"$work/host.log" 2>&1 &
  host=$!
  until grep -q ready "$work/host.log"; do
    kill -0 $host || { cat "$work/host.log"; exit 1; }
    sleep 0.1
  done
}

start_office() {
  rm -rf "$work/data"
  # Companies' numbers come through the adapter's dialplan; the host is the sample as it is.
  Asterisk__Password=$password dotnet "$root/samples/FrontDesk/bin/Release/net10.0/FrontDesk.dll" --urls http://127.0.0.1:$web --Pbx asterisk \
    --Asterisk:Url http://127.0.0.1:$http/ari/ --Asterisk:User voffice --Asterisk:Trunk:Endpoint carrier --Companies "$work/companies" --Data "$work/data" \
    --Logging:LogLevel:Default Warning --Office:WrapUp 00:00:00 >"$work/host.log" 2>&1 &
  host=$!
  local i
  for ((i = 0; i < 300; i++)); do
    if web GET /health/ready >/dev/null; then return; fi
    kill -0 $host || { cat "$work/host.log"; exit 1; }
    sleep 0.1
  done
  echo "the host is not ready" >&2; exit 1
}

web() { # METHOD PATH [BODY]; needs no curl
  local status
  exec 8<>/dev/tcp/127.0.0.1/$web || return 1
  printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' "$1" "$2" "$(printf %s "${3:-}" | wc -c)" "${3:-}" >&8
  cat <&8 >"$work/answer"
  exec 8>&-
  status=$(head -1 "$work/answer")
  [[ $status == *" 20"* ]]
} 2>/dev/null

operators_come() {
  local p
  for ((p = 1; p <= operators; p++)); do web POST /api/v1/operators/p$p/state '{"state":"Available"}'; done
}

# --- load and what it costs ------------------------------------------------------------------------------------------

ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

# Sets p50, p99 (ms), good, bad, again (retransmissions), cpu and hostcpu (ms of a core per call).
load() { # SERVICE RATE
  local before=$(ticks "$asterisk") hostbefore=0 numbers=()
  if [ -n "$host" ]; then hostbefore=$(ticks "$host"); fi
  rm -f "$work"/caller_*
  if [ "$1" = companies ]; then
    { echo RANDOM; for ((c = 0; c < companies; c++)); do printf '+7812%07d\n' $c; done; } >"$work/numbers.csv"
    sed 's/\[service\]/[field0]/g' "$here/caller.xml" >"$work/caller.xml"
    numbers=(-inf "$work/numbers.csv")
  else
    cp "$here/caller.xml" "$work/caller.xml"
    numbers=(-s "$1")
  fi
  (cd "$work" && sipp 127.0.0.1:$sip -sf caller.xml "${numbers[@]}" -i 127.0.0.1 -p $caller_port -mp 50000 -r "$2" -m $(($2 * seconds)) -l 5000 -d "$talk" \
    -recv_timeout 20000 -timeout $((seconds + 60)) -timeout_error -trace_rtt -rtt_freq 1 -trace_stat -fd 600 -nostdin >/dev/null 2>&1) || true
  local stat
  stat=$(ls "$work"/caller_*_.csv | grep -v rtt | head -1)
  field() { awk -F';' -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i } END { print $at }' "$stat"; }
  good=$(field 'SuccessfulCall(C)') bad=$(field 'FailedCall(C)') again=$(field 'Retransmissions(C)')
  read -r p50 p99 < <(awk -F';' 'NR > 1 { print $2 }' "$work"/caller_*_rtt.csv | sort -g |
    awk '{ v[NR] = $1 } END { if (NR) printf "%.0f %.0f\n", v[int((NR - 1) * 0.5) + 1], v[int((NR - 1) * 0.99) + 1]; else print "- -" }')
  cpu=$(calculate "($(ticks "$asterisk") - $before) * 10 / ($good + 0.0001)")
  hostcpu=0
  if [ -n "$host" ]; then hostcpu=$(calculate "($(ticks "$host") - $hostbefore) * 10 / ($good + 0.0001)"); fi
}

show() { printf '%-28s %4s/s  good %5s  failed %3s  retransmitted %4s  p50 %5s ms  p99 %5s ms  CPU per call: Asterisk %6s ms, host %6s ms\n' "$1" "$2" "$good" "$bad" "$again" "$p50" "$p99" "$cpu" "$hostcpu"; }

calculate() { awk "BEGIN { printf \"%.2f\", $1 }"; }
ratio() { calculate "$1 / $2"; }

with() { # ROUTE: an Asterisk of its own, warm
  start_asterisk
  case $1 in
    answering) start_answering_host ;;
    office) start_office; operators_come ;;
  esac
}

race_answer() {
  local bare bare50 bare99 commit50 commit99
  with bare; load answer 5; load answer "$rate"; show "Answer()" "$rate"; bare=$cpu bare50=$p50 bare99=$p99; cleanup
  with answering; load companies 5; load companies "$rate"; show "answered over ARI" "$rate"; cleanup
  read -r commit50 commit99 < <(sed -n 's/^commit //p' "$work/host.log")
  echo "goal 11: p50 +$(calculate "$p50 - $bare50 - $commit50") ms, p99 +$(calculate "$p99 - $bare99 - $commit99") ms beyond a commit of $commit50 and $commit99 ms; Asterisk's CPU $(ratio "$cpu" "$bare")x"
}

race_call() {
  local dial
  with dial; load dial 5; load dial "$rate"; show "Dial(), recorded" "$rate"; dial=$cpu; cleanup
  with queue; load queue 5; load queue "$rate"; show "Queue(), recorded" "$rate"; cleanup
  with office; load companies 5; load companies "$rate"; show "FrontDesk, recorded" "$rate"; cleanup
  echo "goal 12: Asterisk's CPU $(ratio "$cpu" "$dial")x that of Dial()"
}

peak_of() { # NAME ROUTE SERVICE; sets peak
  local step
  peak=0
  with "$2"; load "$3" 5
  for step in $steps; do
    load "$3" "$step"; show "$1" "$step"
    if [ "$bad" -gt 0 ] || [ "$again" -gt 0 ] || [ "$p99" = - ] || [ "$p99" -gt 200 ]; then break; fi
    peak=$step
  done
  cleanup
}

race_peak() {
  local queue
  peak_of "Queue()" queue queue; queue=$peak
  peak_of "FrontDesk" office companies; office_peak=$peak
  echo "goal 13: $office_peak clean calls/s against $queue of Queue(): $([ "$queue" -gt 0 ] && ratio "$office_peak" "$queue" || echo '-')x"
}

race_overload() {
  if [ -z "${office_peak:-}" ]; then peak_of "FrontDesk" office companies; office_peak=$peak; fi
  with office; load companies 5; load companies "$office_peak"; show "FrontDesk at its peak" "$office_peak"
  local at_peak=$good left
  load companies $((2 * office_peak)); show "FrontDesk at twice that" $((2 * office_peak))
  sleep 5
  web GET /api/v1/operators
  left=$(tr '{' '\n' <"$work/answer" | grep -c '"state":"\(Offered\|OnCall\|WrapUp\)"' || true)
  echo "goal 14: $(ratio "$good" "$at_peak") of the peak's calls at twice the load; $left operators left behind; $("$root/eng/asterisk.sh" cli "$work/pbx" 'core show channels count' | head -1)"
  cleanup
}

for project in samples/FrontDesk benchmarks/VirtualOffice.Sdk.Benchmarks; do dotnet build "$root/$project" -c Release -v quiet -nologo >/dev/null; done
write_asterisk
write_companies
for race in "${@:-answer}" $([ $# -gt 0 ] || echo call peak overload); do "race_$race"; done
