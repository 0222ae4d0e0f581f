import { useMemo } from "preact/hooks";
import { request } from "../api";
import { t } from "../i18n";
import type { BoardOperator, BoardSnapshot } from "../types";
import { useLongList } from "../ui/LongList";
import { CompanyName, Since, State } from "../ui/parts";
import { complain } from "../ui/toast";

/** The operators: what each does, since when, and for whom. Of many, those come first who have lost their desk, then those at work. */
export function Operators(props: { board: BoardSnapshot; isWall: boolean; onAssign: (id: string) => void }) {
  const companies = useMemo(() => new Map(props.board.queues.map((queue) => [queue.company.id, queue.company])), [props.board]);
  const nameOf = (id: string) => companies.get(id)?.name ?? id;
  const list = useLongList(props.board.operators, (op) => [op.name, ...op.companies.map(nameOf)].join(" "), (op) => (op.deskLostAt ? 2 : op.state === "Offline" ? 0 : 1));
  const set = (op: BoardOperator, state: string) => void request("POST", `board/operators/${op.id}/state`, { state, reason: null }).catch(complain);
  return (
    <div class="scroll">{!props.isWall && list.find}<table>
      <thead><tr><th scope="col">{t("calls.operator")}</th><th scope="col">{t("board.state")}</th><th scope="col" class="n">{t("board.since")}</th><th scope="col">{t("board.serves")}</th>{!props.isWall && <th scope="col">{t("board.set")}</th>}</tr></thead>
      <tbody>{list.shown.map((op) => (
        <tr key={op.id} class={op.deskLostAt ? "lost" : ""}>
          <th scope="row">{op.name}{op.hasDesk && <small> {t("board.desk")}</small>}</th>
          <td><State state={op.state} reason={op.state === "Break" || op.state === "Offline" ? op.reason : null} /> {companies.get(op.callCompany ?? "") && <CompanyName company={companies.get(op.callCompany!)!} />}</td>
          <td class="n"><Since at={op.since} /></td>
          <td class="dim">{op.companies.map(nameOf).join(", ")}{!props.isWall && <button type="button" class="small quiet" aria-label={t("assign.for", { name: op.name })} onClick={() => props.onAssign(op.id)}>✎</button>}</td>
          {!props.isWall && <td><select class="small" aria-label={t("board.setFor", { name: op.name })} value="" onChange={(e) => { set(op, e.currentTarget.value); e.currentTarget.value = ""; }}>
            <option value="" disabled>…</option>
            <option value="Available">{t("do.ready")}</option><option value="Break">{t("do.break")}</option><option value="Offline">{t("do.offline")}</option>
          </select></td>}
        </tr>
      ))}</tbody>
    </table>{list.rest}</div>
  );
}
