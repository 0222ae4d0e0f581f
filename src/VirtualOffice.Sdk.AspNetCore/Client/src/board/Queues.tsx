import { useNow } from "../clock";
import { duration, percent } from "../format";
import { t } from "../i18n";
import type { BoardQueue, OperatorState } from "../types";
import { useLongList } from "../ui/LongList";
import { CompanyName } from "../ui/parts";

const onDuty: OperatorState[] = ["Available", "Offered", "OnCall", "WrapUp"];

const waitOf = (queue: BoardQueue) => (queue.longestSince ? -Date.parse(queue.longestSince) : -Infinity);

/** The companies: who waits, and how well they were served. Of many, those whose callers wait come first. */
export function Queues(props: { queues: BoardQueue[]; span: "recent" | "hour"; isWall: boolean }) {
  const now = useNow();
  const list = useLongList(props.queues, (queue) => queue.company.name, waitOf);
  return (
    <div class="scroll">{!props.isWall && list.find}<table>
      <thead><tr>
        <th scope="col">{t("board.company")}</th><th scope="col" class="n">{t("board.waiting")}</th><th scope="col" class="n">{t("board.longest")}</th><th scope="col" class="n">{t("board.operatorsFree")}</th>
        <th scope="col" class="n">{t("board.sl")}<small> {t("board.slAll")}</small></th><th scope="col" class="n">{t("board.sl")}<small> {t("board.slAnswered")}</small></th>
        <th scope="col" class="n">{t("board.answered")}</th><th scope="col" class="n">{t("board.abandoned")}</th><th scope="col" class="n">{t("board.callbacks")}</th>
      </tr></thead>
      <tbody>{list.shown.map((queue) => {
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
    </table>{list.rest}</div>
  );
}

function Level(props: { part: number | null; seconds: number }) {
  const grade = props.part === null ? "" : props.part >= 0.8 ? "good" : props.part >= 0.6 ? "warn" : "bad";
  return <span class={`level ${grade}`} title={t("threshold", { seconds: props.seconds })}>{percent(props.part)}</span>;
}
