import { phone } from "../format";
import { t, word } from "../i18n";
import type { BoardCall, BoardSnapshot, Me } from "../types";
import { useLongList } from "../ui/LongList";
import { CompanyName, Since } from "../ui/parts";
import { CallSupervision } from "./CallSupervision";

const isWaiting = (call: BoardCall) => ["Ringing", "Queue", "Offer"].includes(call.stage);

/** The calls now, with what may be done with each. Of many, those come first who still wait. */
export function Calls(props: { board: BoardSnapshot; me: Me; onHangUp: (id: string) => void; onExplain: (id: string) => void }) {
  const list = useLongList(props.board.calls, (call) => [call.company?.name, call.callerName, call.caller, call.operator].join(" "), (call) => (isWaiting(call) ? 1 : 0));
  if (props.board.calls.length === 0) return <p class="dim">{t("board.nocalls")}</p>;
  return (
    <div class="scroll">{list.find}<table>
      <thead><tr><th scope="col">{t("board.company")}</th><th scope="col">{t("board.caller")}</th><th scope="col">{t("board.stage")}</th><th scope="col" class="n">{t("board.since")}</th><th scope="col">{t("board.with")}</th><th scope="col"><span class="sr">{t("more")}</span></th></tr></thead>
      <tbody>{list.shown.map((call) => (
        <tr key={call.id}>
          <th scope="row">{call.company ? <CompanyName company={call.company} /> : call.dialled}</th>
          <td>{call.callerName ? `${call.callerName} ` : ""}{call.caller ? phone(call.caller) : t("call.withheld")}{call.priority !== "Normal" && <> <span class={`badge p-${call.priority}`}>{word("priority", call.priority)}</span></>}</td>
          <td>{word("stage", call.stage)}</td>
          <td class="n"><Since at={call.since} /></td>
          <td>{[call.operator, call.employee].filter(Boolean).join(" → ")}</td>
          <td class="actions">
            <CallSupervision call={call} board={props.board} me={props.me} />
            {isWaiting(call) && <button type="button" class="small" onClick={() => props.onExplain(call.id)}>{t("board.why")}</button>}
            <a class="button" href={`#/calls/${call.id}`}>{t("board.details")}</a>
            <button type="button" class="small hang-up" onClick={() => props.onHangUp(call.id)}>{t("board.hangup")}</button>
          </td>
        </tr>
      ))}</tbody>
    </table>{list.rest}</div>
  );
}
