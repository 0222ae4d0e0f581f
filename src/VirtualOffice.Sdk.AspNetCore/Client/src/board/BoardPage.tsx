import { useEffect, useMemo, useState } from "preact/hooks";
import { get, request } from "../api";
import { serverSays } from "../clock";
import { t } from "../i18n";
import { connect, invoke, onChanged, reader } from "../live";
import type { BoardSnapshot, Me, Work } from "../types";
import { Tabs } from "../ui/Tabs";
import { complain } from "../ui/toast";
import { WorkPanel } from "../desk/WorkPanel";
import { DayCharts } from "../charts/DayCharts";
import { Alarms } from "./Alarms";
import { AssignDialog } from "./AssignDialog";
import { Calls } from "./Calls";
import { Listening } from "./CallSupervision";
import { Notices } from "./Notices";
import { Operators } from "./Operators";
import { Queues } from "./Queues";
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
    }, { breathes: true });
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
        <Queues queues={board.queues} span={span} isWall={props.isWall} />
      </section>
      <section class="pane" aria-labelledby="operators-title">
        <header class="pane-head"><h2 id="operators-title">{t("board.operators")}</h2></header>
        <Operators board={board} isWall={props.isWall} onAssign={setAssigned} />
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
