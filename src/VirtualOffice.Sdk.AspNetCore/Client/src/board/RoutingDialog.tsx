import { useEffect, useState } from "preact/hooks";
import { get } from "../api";
import { duration } from "../format";
import { t } from "../i18n";
import type { Routing } from "../types";
import { Dialog } from "../ui/Dialog";

/** Who is asked for a waiting call, who is not, and why. */
export function RoutingDialog(props: { call: string; onClose: () => void }) {
  const [routing, setRouting] = useState<Routing | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    get<Routing>(`board/calls/${props.call}/routing`).then(setRouting, (error: Error) => setProblem(error.message));
  }, [props.call]);
  return (
    <Dialog title={t("board.whyTitle")} onClose={props.onClose}>
      {problem && <p>{problem}</p>}
      {routing && <>
        {routing.position !== null && <p>{t("board.position", { position: routing.position })}{routing.expectedWaitSeconds !== null ? `, ${t("board.expected", { time: duration(routing.expectedWaitSeconds * 1000) })}` : ""}</p>}
        <dl class="facts">
          <div><dt>{t("board.chosen")}</dt><dd>{routing.chosen ?? "–"} <small>{routing.strategy}</small></dd></div>
        </dl>
        <h3>{t("board.skipped")}</h3>
        <ul class="plain">{Object.entries(routing.skipped).map(([op, why]) => <li key={op}><strong>{op}</strong>: {why}</li>)}</ul>
      </>}
    </Dialog>
  );
}
