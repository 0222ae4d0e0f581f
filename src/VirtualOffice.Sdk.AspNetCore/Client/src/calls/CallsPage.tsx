import { useEffect, useState } from "preact/hooks";
import { get, query } from "../api";
import { dateTime, duration, phone } from "../format";
import { t, word } from "../i18n";
import type { FoundCall, FoundCalls } from "../types";
import { CompanyName } from "../ui/parts";
import { complain } from "../ui/toast";
import { CallDetailView } from "./CallDetailView";

const outcomes = ["Completed", "Transferred", "MessageTaken", "InformationGiven", "CallbackScheduled", "Abandoned", "Refused", "TakenByFallback", "MissedWhileDown", "LostByPbx", "FailedInternal"];
const iso = (local: string) => (local ? new Date(local).toISOString() : null);

/** Searching calls, and one call with everything that happened in it. */
export function CallsPage(props: { root: "board" | "company"; selected: string | null }) {
  const [filter, setFilter] = useState({ caller: "", outcome: "", from: "", until: "" });
  const [calls, setCalls] = useState<FoundCall[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const link = props.root === "board" ? "#/calls" : "#/company/calls";
  const find = (before: string | null) =>
    get<FoundCalls>(`${props.root}/calls${query({ caller: filter.caller.replace(/[\s()-]/g, ""), outcome: filter.outcome, from: iso(filter.from), until: iso(filter.until), before, limit: 50 })}`).then((page) => {
      setCalls(before ? (old) => [...old, ...page.calls] : page.calls);
      setNext(page.next);
      setAsked(true);
    }, complain);
  useEffect(() => void find(null), []);
  if (props.selected) return <CallDetailView root={props.root} id={props.selected} back={link} />;
  const set = (part: Partial<typeof filter>) => setFilter({ ...filter, ...part });
  return (
    <section class="pane page">
      <h1>{t("calls.title")}</h1>
      <form class="filter" onSubmit={(e) => { e.preventDefault(); void find(null); }}>
        <label class="field">{t("calls.caller")}<input inputMode="tel" value={filter.caller} onInput={(e) => set({ caller: e.currentTarget.value })} placeholder="+7…" /></label>
        <label class="field">{t("calls.outcome")}
          <select value={filter.outcome} onChange={(e) => set({ outcome: e.currentTarget.value })}>
            <option value="">{t("calls.any")}</option>{outcomes.map((o) => <option key={o} value={o}>{word("outcome", o)}</option>)}
          </select>
        </label>
        <label class="field">{t("calls.from")}<input type="datetime-local" value={filter.from} onInput={(e) => set({ from: e.currentTarget.value })} /></label>
        <label class="field">{t("calls.until")}<input type="datetime-local" value={filter.until} onInput={(e) => set({ until: e.currentTarget.value })} /></label>
        <button class="primary">{t("calls.find")}</button>
      </form>
      {calls.length === 0 && isAsked && <p class="dim">{t("calls.none")}</p>}
      {calls.length > 0 && <div class="scroll"><table>
        <thead><tr><th scope="col">{t("calls.received")}</th>{props.root === "board" && <th scope="col">{t("board.company")}</th>}<th scope="col">{t("board.caller")}</th><th scope="col">{t("calls.outcome")}</th><th scope="col">{t("calls.operator")}</th><th scope="col" class="n">{t("calls.length")}</th></tr></thead>
        <tbody>{calls.map((call) => (
          <tr key={call.id}>
            <th scope="row"><a href={`${link}/${call.id}`}><time dateTime={call.receivedAt}>{dateTime(call.receivedAt)}</time></a></th>
            {props.root === "board" && <td>{call.company ? <CompanyName company={call.company} /> : call.dialled}</td>}
            <td>{call.callerName ? `${call.callerName} ` : ""}{call.caller ? phone(call.caller) : t("call.withheld")}</td>
            <td><span class={`outcome o-${call.outcome}`}>{word("outcome", call.outcome ?? "live")}</span></td>
            <td>{call.operator}</td>
            <td class="n">{call.endedAt ? duration(Date.parse(call.endedAt) - Date.parse(call.receivedAt)) : ""}</td>
          </tr>
        ))}</tbody>
      </table></div>}
      {next && <p><button type="button" onClick={() => void find(next)}>{t("calls.more")}</button></p>}
    </section>
  );
}
