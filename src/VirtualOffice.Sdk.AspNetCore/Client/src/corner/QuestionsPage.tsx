import { useEffect, useState } from "preact/hooks";
import { get } from "../api";
import { dateTime } from "../format";
import { t } from "../i18n";
import type { CornerQuestion } from "../types";
import { complain } from "../ui/toast";

const periods = [7, 30, 90, 366];

/** What callers asked, most often first; what had no answer is what the card lacks. */
export function QuestionsPage() {
  const [days, setDays] = useState(30);
  const [questions, setQuestions] = useState<CornerQuestion[] | null>(null);
  useEffect(() => {
    let isOld = false;
    get<CornerQuestion[]>(`company/questions?days=${days}`).then((found) => !isOld && setQuestions(found), complain);
    return () => {
      isOld = true;
    };
  }, [days]);
  return (
    <section class="pane page">
      <h2>{t("corner.questions")}</h2>
      <p class="dim">{t("questions.hint")}</p>
      <label class="inline">{t("questions.period")}
        <select value={days} onChange={(e) => setDays(Number(e.currentTarget.value))}>{periods.map((period) => <option key={period} value={period}>{t("questions.days", { count: period })}</option>)}</select>
      </label>
      {questions?.length === 0 && <p class="dim">{t("questions.none")}</p>}
      {questions !== null && questions.length > 0 && (
        <div class="scroll" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t("questions.text")}</th><th scope="col" class="n">{t("questions.answered")}</th><th scope="col" class="n">{t("questions.unanswered")}</th><th scope="col">{t("questions.last")}</th></tr></thead>
            <tbody>{questions.map((question) => (
              <tr key={`${question.faq}/${question.text}`}>
                <th scope="row">{question.text} {question.faq === null && <span class="badge open">{t("questions.notoncard")}</span>}</th>
                <td class="n">{question.answered}</td><td class={question.unanswered > 0 ? "n warn" : "n"}>{question.unanswered}</td><td><time dateTime={question.lastAt}>{dateTime(question.lastAt)}</time></td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
