import { useNow } from "../clock";
import { request } from "../api";
import { duration } from "../format";
import { t } from "../i18n";
import type { BoardCall, BoardListener, BoardSnapshot, Me, Right } from "../types";
import { complain } from "../ui/toast";

const paths: Record<Right, string> = { Listen: "listen", Whisper: "whisper", Barge: "barge" };

/** What a supervisor may do with a call: have it, give it to somebody, and listen in, as far as it is granted. */
export function CallSupervision(props: { call: BoardCall; board: BoardSnapshot; me: Me }) {
  const { call, board, me } = props;
  const isWaiting = ["Ringing", "Queue", "Offer"].includes(call.stage);
  if (!isWaiting && call.stage !== "Conversation") return <ListenButtons {...props} />;
  const able = board.operators.filter((op) => call.company && op.companies.includes(call.company.id)
    && op.name !== call.operator && (isWaiting ? op.state !== "Offline" : op.state === "Available"));
  const offer = (operator: string) => void request("POST", `board/calls/${call.id}/offer`, { operator }).catch(complain);
  const mine = able.find((op) => op.id === me.operator);
  return (
    <>
      {mine && <button type="button" class="small" onClick={() => offer(mine.id)}>{t("supervise.take")}</button>}
      {able.some((op) => op !== mine) && <select class="small" aria-label={t("supervise.give")} value="" onChange={(e) => { offer(e.currentTarget.value); e.currentTarget.value = ""; }}>
        <option value="" disabled>{t("supervise.give")}</option>
        {able.filter((op) => op !== mine).map((op) => <option key={op.id} value={op.id}>{op.name}</option>)}
      </select>}
      <ListenButtons {...props} />
    </>
  );
}

function ListenButtons(props: { call: BoardCall; board: BoardSnapshot; me: Me }) {
  const { call, board, me } = props;
  if (!me.operator || !call.operator || !["Conversation", "Transfer"].includes(call.stage)) return null;
  const own = board.listeners.find((l) => l.supervisor === me.operator);
  if (own && own.call !== call.id) return null;
  return (
    <>
      {me.rights.map((right) => (
        <button key={right} type="button" class="small" aria-pressed={own?.mode === right}
          onClick={() => void request("POST", `board/calls/${call.id}/${paths[right]}`, {}).catch(complain)}>{t(`supervise.${right}`)}</button>
      ))}
    </>
  );
}

/** The supervisor's own ear: where it is, and how to take it away. */
export function Listening(props: { me: Me; listeners: BoardListener[]; calls: BoardCall[] }) {
  const now = useNow();
  const own = props.listeners.find((l) => l.supervisor === props.me.operator);
  if (!own) return null;
  const call = props.calls.find((c) => c.id === own.call);
  return (
    <p class="listening" role="status">
      {t(own.isConnected ? `supervise.is${own.mode}` : "supervise.rings", { company: call?.company?.name ?? "", operator: call?.operator ?? "", time: duration(now - Date.parse(own.since)) })}{" "}
      <button type="button" class="small" onClick={() => void request("DELETE", "board/listening").catch(complain)}>{t("supervise.stop")}</button>
    </p>
  );
}
