import { useEffect, useState } from "preact/hooks";
import { get } from "../api";
import { t } from "../i18n";
import type { PanelContent } from "../types";
import { wordsOf } from "../ui/toast";

/** A panel of the host's own: rows of text, some of which lead to another page. */
export function HostPanel(props: { path: string }) {
  const [content, setContent] = useState<PanelContent | null>(null);
  const [problem, setProblem] = useState("");
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isOld = false;
    setProblem("");
    get<PanelContent>(props.path).then((found) => !isOld && setContent(found), (error: unknown) => !isOld && setProblem(wordsOf(error)));
    return () => {
      isOld = true;
    };
  }, [props.path, tries]);
  if (problem) return <p class="dim">{problem} <button type="button" class="small" onClick={() => setTries(tries + 1)}>{t("signin.again")}</button></p>;
  if (!content) return <p class="dim" role="status">…</p>;
  if (content.rows.length === 0) return <p class="dim">{t("panel.none")}</p>;
  return (
    <dl class="host-rows">
      {content.rows.map((row, i) => (
        <div key={i}><dt>{row.label}</dt><dd>{row.link && /^https?:/.test(row.link) ? <a href={row.link} target="_blank" rel="noopener noreferrer">{row.text}</a> : row.text}</dd></div>
      ))}
    </dl>
  );
}
