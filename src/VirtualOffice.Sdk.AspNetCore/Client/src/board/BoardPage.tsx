import { useEffect, useMemo, useState } from "preact/hooks";
import { get, request } from "../api";
import { serverSays, useNow } from "../clock";
import { duration, percent, phone } from "../format";
import { t, word } from "../i18n";
import type { TextKey } from "../i18n/en";
import { connect, invoke, onChanged, reader } from "../live";
import type { BoardAlarm, BoardCall, BoardOperator, BoardQueue, BoardSnapshot, Me, Notice, OperatorState, Work } from "../types";
import { Tabs } from "../ui/Tabs";
import { CompanyName, Since, State } from "../ui/parts";
import { complain } from "../ui/toast";
import { WorkPanel } from "../desk/WorkPanel";
import { DayCharts } from "../charts/DayCharts";
import { AssignDialog } from "./AssignDialog";
import { CallSupervision, Listening } from "./CallSupervision";
import { RoutingDialog } from "./RoutingDialog";

/** The supervisor's board, and the same for a big screen. */
export function BoardPage(props: { isWall: boolean; me: Me }) {
  const [board, setBoard] = useState<BoardSnapshot | null>(null);
  const [work, setWork] = useState<Work>({ deliveries: [], callbacks: [] });
  const [span, setSpan] = useState<"recent" | "hour">("recent");
  const [tab, setTab] = useState("calls");
  const [explained, setExplained] = useState<string | null>(null);
  const [assigned, setAssigned] = useState<string | null>(null);
  const readWork = useMemo(() => reader(() => get<Work>("board/work"), setWork), []);
  useEffect(() => {
    const read = reader(() => get<BoardSnapshot>("board"), (snapshot) => {
      serverSays(snapshot.at);
      setBoard(snapshot);
    });
    onChanged("board", () => void read());
    onChanged("work", () => void readWork());
    connect(async () => {
      await invoke("WatchBoard");
      await Promise.all([read(), readWork()]);
    });
    // Alarms come of waiting, which changes nothing else.
    const timer = setInterval(() => void read(), 5000);
    return () => clearInterval(timer);
  }, []);
  if (!board) return <p class="start" role="status">{t("link.connecting")}</p>;
  const hangUp = (id: string) => {
    if (confirm(t("board.confirmHangup"))) void request("POST", `board/calls/${id}/hang-up`).catch(complain);
  };
  const controller = { work: async (path: string, body?: unknown) => {
    await request("POST", `board/work/${path}`, body);
    await readWork();
  } };
  return (
    <div class={props.isWall ? "board wall" : "board"}>
      <h1 class="sr">{t("board.title")}</h1>
      <Alarms alarms={board.alarms} />
      {!props.isWall && <Listening me={props.me} listeners={board.listeners} calls={board.calls} />}
      {!props.isWall && <Notices notices={board.notices} />}
      <section class="pane" aria-labelledby="queues-title">
        <header class="pane-head">
          <h2 id="queues-title">{t("board.queues")}</h2>
          {!props.isWall && <span class="choice" role="group" aria-label={t("board.period")}>
            <button type="button" aria-pressed={span === "recent"} onClick={() => setSpan("recent")}>{t("board.quarter")}</button>
            <button type="button" aria-pressed={span === "hour"} onClick={() => setSpan("hour")}>{t("board.hour")}</button>
          </span>}
        </header>
        <Queues queues={board.queues} span={span} />
      </section>
      <section class="pane" aria-labelledby="operators-title">
        <header class="pane-head"><h2 id="operators-title">{t("board.operators")}</h2></header>
        <Operators operators={board.operators} canSet={!props.isWall} onAssign={setAssigned} />
      </section>
      {!props.isWall && <section class="pane board-tabs">
        <Tabs label={t("more")} selected={tab} onSelect={setTab} tabs={[
          { id: "calls", title: t("board.calls"), content: () => <Calls board={board} me={props.me} onHangUp={hangUp} onExplain={setExplained} /> },
          { id: "work", title: t("nav.work"), count: work.deliveries.length + work.callbacks.length,
            content: () => <WorkPanel work={work} companies={board.queues.map((q) => q.company)} controller={controller} /> },
        ]} />
      </section>}
      <section class="pane" aria-labelledby="day-title">
        <header class="pane-head"><h2 id="day-title">{t("chart.day")}</h2></header>
        <DayCharts root="board" companies={board.queues.map((q) => q.company)} isWall={props.isWall} />
      </section>
      {explained && <RoutingDialog call={explained} onClose={() => setExplained(null)} />}
      {assigned && <AssignDialog operator={board.operators.find((o) => o.id === assigned)!} companies={board.queues.map((q) => q.company)} onClose={() => setAssigned(null)} />}
    </div>
  );
}

function Notices(props: { notices: Notice[] }) {
  const [text, setText] = useState("");
  const send = () => request("POST", "board/notices", { text }).then(() => setText(""), complain);
  return (
    <form class="notices" onSubmit={(e) => { e.preventDefault(); if (text.trim()) void send(); }}>
      <input aria-label={t("notice.label")} placeholder={t("notice.label")} maxLength={500} value={text} onInput={(e) => setText(e.currentTarget.value)} />
      <button>{t("notice.send")}</button>
      {props.notices.map((notice) => (
        <p key={notice.id} class="notice">{notice.text}
          <button type="button" class="quiet" aria-label={t("notice.remove")} onClick={() => void request("DELETE", `board/notices/${notice.id}`).catch(complain)}>✕</button></p>
      ))}
    </form>
  );
}

function Alarms(props: { alarms: BoardAlarm[] }) {
  const now = useNow();
  return (
    <section class={props.alarms.length > 0 ? "alarms some" : "alarms"} aria-label={t("board.alarms")} role="status">
      {props.alarms.length === 0 ? <p>{t("alarm.none")}</p> : (
        <ul class="plain">{props.alarms.map((alarm, i) => (
          <li key={i}>{t(`alarm.${alarm.kind}` as TextKey, {
            company: alarm.company?.name ?? "", operator: alarm.operator ?? "", count: alarm.count ?? 0, text: alarm.text ?? "",
            time: alarm.since ? duration(now - Date.parse(alarm.since)) : "",
          })}</li>
        ))}</ul>
      )}
    </section>
  );
}

const onDuty: OperatorState[] = ["Available", "Offered", "OnCall", "WrapUp"];

function Queues(props: { queues: BoardQueue[]; span: "recent" | "hour" }) {
  const now = useNow();
  return (
    <div class="scroll"><table>
      <thead><tr>
        <th scope="col">{t("board.company")}</th><th scope="col" class="n">{t("board.waiting")}</th><th scope="col" class="n">{t("board.longest")}</th><th scope="col" class="n">{t("board.operatorsFree")}</th>
        <th scope="col" class="n">{t("board.sl")}<small> {t("board.slAll")}</small></th><th scope="col" class="n">{t("board.sl")}<small> {t("board.slAnswered")}</small></th>
        <th scope="col" class="n">{t("board.answered")}</th><th scope="col" class="n">{t("board.abandoned")}</th><th scope="col" class="n">{t("board.callbacks")}</th>
      </tr></thead>
      <tbody>{props.queues.map((queue) => {
        const level = queue[props.span];
        return (
          <tr key={queue.company.id} class={queue.waiting > 0 ? "waiting" : ""}>
            <th scope="row"><CompanyName company={queue.company} />{!queue.isOpen && <small> {t("call.closed")}</small>}</th>
            <td class="n big">{queue.waiting}</td>
            <td class="n">{queue.longestSince ? duration(now - Date.parse(queue.longestSince)) : "–"}</td>
            <td class="n">{queue.operators.Available ?? 0} / {onDuty.reduce((sum, state) => sum + (queue.operators[state] ?? 0), 0)}</td>
            <td class="n"><Level part={level.ofAll} seconds={level.thresholdSeconds} /></td>
            <td class="n"><Level part={level.ofAnswered} seconds={level.thresholdSeconds} /></td>
            <td class="n">{level.answered}</td>
            <td class={level.abandoned > 0 ? "n bad" : "n"}>{level.abandoned}</td>
            <td class={queue.callbacks > 0 ? "n warn" : "n"}>{queue.callbacks}</td>
          </tr>
        );
      })}</tbody>
    </table></div>
  );
}

function Level(props: { part: number | null; seconds: number }) {
  const grade = props.part === null ? "" : props.part >= 0.8 ? "good" : props.part >= 0.6 ? "warn" : "bad";
  return <span class={`level ${grade}`} title={t("threshold", { seconds: props.seconds })}>{percent(props.part)}</span>;
}

function Operators(props: { operators: BoardOperator[]; canSet: boolean; onAssign: (id: string) => void }) {
  const set = (op: BoardOperator, state: string) => void request("POST", `board/operators/${op.id}/state`, { state, reason: null }).catch(complain);
  return (
    <div class="scroll"><table>
      <thead><tr><th scope="col">{t("calls.operator")}</th><th scope="col">{t("board.state")}</th><th scope="col" class="n">{t("board.since")}</th><th scope="col">{t("board.serves")}</th>{props.canSet && <th scope="col">{t("board.set")}</th>}</tr></thead>
      <tbody>{props.operators.map((op) => (
        <tr key={op.id} class={op.deskLostAt ? "lost" : ""}>
          <th scope="row">{op.name}{op.hasDesk && <small> {t("board.desk")}</small>}</th>
          <td><State state={op.state} reason={op.state === "Break" || op.state === "Offline" ? op.reason : null} /> {op.callCompany && <CompanyName company={op.callCompany} />}</td>
          <td class="n"><Since at={op.since} /></td>
          <td class="dim">{op.companies.map((c) => c.name).join(", ")}{props.canSet && <button type="button" class="small quiet" aria-label={t("assign.for", { name: op.name })} onClick={() => props.onAssign(op.id)}>✎</button>}</td>
          {props.canSet && <td><select class="small" aria-label={t("board.setFor", { name: op.name })} value="" onChange={(e) => { set(op, e.currentTarget.value); e.currentTarget.value = ""; }}>
            <option value="" disabled>…</option>
            <option value="Available">{t("do.ready")}</option><option value="Break">{t("do.break")}</option><option value="Offline">{t("do.offline")}</option>
          </select></td>}
        </tr>
      ))}</tbody>
    </table></div>
  );
}

function Calls(props: { board: BoardSnapshot; me: Me; onHangUp: (id: string) => void; onExplain: (id: string) => void }) {
  if (props.board.calls.length === 0) return <p class="dim">{t("board.nocalls")}</p>;
  return (
    <div class="scroll"><table>
      <thead><tr><th scope="col">{t("board.company")}</th><th scope="col">{t("board.caller")}</th><th scope="col">{t("board.stage")}</th><th scope="col" class="n">{t("board.since")}</th><th scope="col">{t("board.with")}</th><th scope="col"><span class="sr">{t("more")}</span></th></tr></thead>
      <tbody>{props.board.calls.map((call: BoardCall) => (
        <tr key={call.id}>
          <th scope="row">{call.company ? <CompanyName company={call.company} /> : call.dialled}</th>
          <td>{call.callerName ? `${call.callerName} ` : ""}{call.caller ? phone(call.caller) : t("call.withheld")}{call.priority !== "Normal" && <> <span class={`badge p-${call.priority}`}>{word("priority", call.priority)}</span></>}</td>
          <td>{word("stage", call.stage)}</td>
          <td class="n"><Since at={call.since} /></td>
          <td>{[call.operator, call.employee].filter(Boolean).join(" → ")}</td>
          <td class="actions">
            <CallSupervision call={call} board={props.board} me={props.me} />
            {["Ringing", "Queue", "Offer"].includes(call.stage) && <button type="button" class="small" onClick={() => props.onExplain(call.id)}>{t("board.why")}</button>}
            <a class="button" href={`#/calls/${call.id}`}>{t("board.details")}</a>
            <button type="button" class="small hang-up" onClick={() => props.onHangUp(call.id)}>{t("board.hangup")}</button>
          </td>
        </tr>
      ))}</tbody>
    </table></div>
  );
}
