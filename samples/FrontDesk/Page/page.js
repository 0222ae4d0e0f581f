// Shows what the REST interface says, once a second. Everything that came from a caller is set as text, never as HTML.
const row = (...cells) => {
  const tr = document.createElement("tr");
  for (const cell of cells) {
    const td = document.createElement("td");
    if (cell instanceof Node) td.append(cell); else td.textContent = cell ?? "";
    tr.append(td);
  }
  return tr;
};

const marked = (text) => {
  const span = document.createElement("span");
  span.textContent = text;
  span.className = text.split(" ")[0];
  return span;
};

const time = (iso) => new Date(iso).toLocaleTimeString([], { hour12: false });
const ago = (iso) => `${Math.max(0, Math.round((Date.now() - new Date(iso)) / 1000))} s`;
const caller = (call) => [call.callerName, call.caller].filter(Boolean).join(" ") || "withheld";

const story = (call) => [
  ...call.offers.map((o) => `${o.operator}: ${o.result ?? "ringing"}`),
  ...call.transfers.flatMap((t) => t.attempts.map((a) => `${t.employee} ${a.number}: ${a.result ?? "ringing"}`)),
  ...call.messages.map((m) => `message${m.employee ? ` for ${m.employee}` : ""}: ${m.delivery.map((d) => d.state).join(", ") || "nobody to send to"}`),
].join(" · ");

const outcome = (call) => marked(call.outcome === "Abandoned"
  ? `Abandoned in ${call.outcomeStage} after ${Math.round(call.waitedSeconds)} s`
  : [call.outcome, call.outcomeReason].filter(Boolean).join(" "));

const recording = (call) => {
  if (!call.recording?.href) return call.recording?.state ?? "";
  const link = document.createElement("a");
  link.href = call.recording.href;
  link.textContent = `${call.recording.seconds.toFixed(0)} s`;
  return link;
};

const share = (part) => (part === null ? "–" : `${Math.round(part * 100)} %`);

const done = (callback) => {
  const button = document.createElement("button");
  button.textContent = "Done";
  button.addEventListener("click", () => fetch(`/api/v1/callbacks/${callback.call}/done`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ by: "front desk" }),
  }));
  return button;
};

const fill = (id, rows) => document.getElementById(id).replaceChildren(...rows);

async function look() {
  const health = document.getElementById("health");
  try {
    const [page, operators, queues, work, ready] = await Promise.all([
      fetch("/api/v1/calls?limit=100").then((r) => r.json()),
      fetch("/api/v1/operators").then((r) => r.json()),
      fetch("/api/v1/queues").then((r) => r.json()),
      fetch("/api/v1/callbacks?limit=5").then((r) => r.json()),
      fetch("/health/ready").then((r) => r.json()),
    ]);
    health.textContent = ready.ready ? "ready" : `waiting for ${ready.waitingFor.join("; ")}`;
    health.className = ready.ready ? "ready" : "waiting";
    const live = page.calls.filter((c) => !c.outcome);
    const ended = page.calls.filter((c) => c.outcome);
    const counts = new Map();
    for (const c of ended) counts.set(c.outcome, (counts.get(c.outcome) ?? 0) + 1);
    fill("outcomes", [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => {
      const li = document.createElement("li");
      const number = document.createElement("strong");
      number.textContent = count;
      li.append(marked(name), number);
      return li;
    }));
    fill("operators", operators.map((o) => row(o.name, marked([o.state, o.reason && o.state === "Break" ? `(${o.reason})` : ""].filter(Boolean).join(" ")), ago(o.since), o.companies.join(", "))));
    fill("queues", queues.map((q) => row(
      q.company, q.waiting, q.longestWaitSeconds === null ? "–" : `${Math.round(q.longestWaitSeconds)} s`, `${q.recent.answeredInTime} of ${q.recent.answered}`, q.recent.abandoned,
      `${share(q.recent.ofAll)} of all, ${share(q.recent.ofAnswered)} of answered`)));
    fill("callbacks", work.callbacks.map((c) => row(time(c.calledAt), c.company, [c.name, c.number].filter(Boolean).join(" "), done(c))));
    document.getElementById("live-count").textContent = `(${live.length})`;
    fill("live", live.map((c) => row(time(c.receivedAt), c.company ?? c.dialled, caller(c), marked(c.stage), c.operator, story(c))));
    fill("ended", ended.slice(0, 40).map((c) => row(time(c.receivedAt), c.company ?? c.dialled, caller(c), outcome(c), c.operator, story(c), recording(c))));
  } catch {
    health.textContent = "FrontDesk does not answer";
    health.className = "waiting";
  }
  setTimeout(look, 1000);
}

look();
