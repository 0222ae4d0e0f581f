import { useEffect, useState } from "preact/hooks";
import { get, query } from "../api";
import { dateTime } from "../format";
import { t, word } from "../i18n";
import type { AuditEntries, AuditEntry } from "../types";
import { complain } from "../ui/toast";

const acts = ["Listen", "Whisper", "Barge", "StopListening", "TakeOver", "OfferCall", "HangUp", "SetOperatorState", "AssignCompanies", "GiveNotice", "RemoveNotice", "PublishCompany", "RestoreCompany", "OpenRecording", "OpenVoiceMessage", "TakeMessage", "Other"];
const iso = (local: string) => (local ? new Date(local).toISOString() : null);

/** Who did what over others' heads, or with what is confidential; the newest first. */
export function AuditPage() {
  const [filter, setFilter] = useState({ by: "", act: "", company: "", from: "", until: "" });
  const [entries, setEntries] = useState<AuditEntry[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const find = (before: string | null) =>
    get<AuditEntries>(`board/audit${query({ by: filter.by.trim(), act: filter.act, company: filter.company.trim(), from: iso(filter.from), until: iso(filter.until), before, limit: 50 })}`).then((page) => {
      setEntries(before ? (old) => [...old, ...page.entries] : page.entries);
      setNext(page.next);
      setAsked(true);
    }, complain);
  useEffect(() => void find(null), []);
  const set = (part: Partial<typeof filter>) => setFilter({ ...filter, ...part });
  return (
    <section class="pane page">
      <h1>{t("nav.audit")}</h1>
      <form class="filter" onSubmit={(e) => { e.preventDefault(); void find(null); }}>
        <label class="field">{t("audit.by")}<input value={filter.by} onInput={(e) => set({ by: e.currentTarget.value })} /></label>
        <label class="field">{t("audit.act")}
          <select value={filter.act} onChange={(e) => set({ act: e.currentTarget.value })}>
            <option value="">{t("calls.any")}</option>{acts.map((act) => <option key={act} value={act}>{word("act", act)}</option>)}
          </select>
        </label>
        <label class="field">{t("board.company")}<input value={filter.company} onInput={(e) => set({ company: e.currentTarget.value })} placeholder="fox-travel" /></label>
        <label class="field">{t("calls.from")}<input type="datetime-local" value={filter.from} onInput={(e) => set({ from: e.currentTarget.value })} /></label>
        <label class="field">{t("calls.until")}<input type="datetime-local" value={filter.until} onInput={(e) => set({ until: e.currentTarget.value })} /></label>
        <button class="primary">{t("calls.find")}</button>
      </form>
      {entries.length === 0 && isAsked && <p class="dim">{t("audit.none")}</p>}
      {entries.length > 0 && <div class="scroll"><table>
        <thead><tr><th scope="col">{t("audit.at")}</th><th scope="col">{t("audit.by")}</th><th scope="col">{t("audit.act")}</th><th scope="col">{t("audit.on")}</th><th scope="col">{t("audit.outcome")}</th></tr></thead>
        <tbody>{entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row"><time dateTime={entry.at}>{dateTime(entry.at)}</time></th>
            <td>{entry.by}<small class="dim"> {[entry.role, entry.address].filter(Boolean).join(", ")}</small></td>
            <td>{word("act", entry.act)}</td>
            <td>{[entry.company, entry.operator, entry.detail].filter(Boolean).join(" · ")}{entry.call && <> <a href={`#/calls/${entry.call}`}>{t("audit.call")}</a></>}</td>
            <td><span class={entry.outcome === "Done" ? "" : "bad"}>{word("auditOutcome", entry.outcome)}</span>{entry.reason && <small class="dim"> {entry.reason}</small>}</td>
          </tr>
        ))}</tbody>
      </table></div>}
      {next && <p><button type="button" onClick={() => void find(next)}>{t("calls.more")}</button></p>}
    </section>
  );
}
