import { useEffect, useState } from "preact/hooks";
import { get, request } from "../api";
import { dateTime } from "../format";
import { t } from "../i18n";
import type { Version } from "../types";
import { complain, say } from "../ui/toast";

/** The versions that were in force, what was changed since, and the way back. */
export function Versions(props: { root: string; onRestored: () => void }) {
  const [versions, setVersions] = useState<Version[]>([]);
  const [changes, setChanges] = useState<{ version: string; lines: string[] } | null>(null);
  const read = () => get<Version[]>(`${props.root}/versions`).then(setVersions, complain);
  useEffect(() => void read(), [props.root]);
  const show = (version: string) => get<string[]>(`${props.root}/versions/${encodeURIComponent(version)}/changes`).then((lines) => setChanges({ version, lines }), complain);
  const restore = (version: string) => {
    if (!confirm(t("edit.confirmRestore"))) return;
    request("POST", `${props.root}/versions/${encodeURIComponent(version)}/restore`, { basedOn: versions[0]?.version }).then(() => {
      say(t("edit.restored"));
      setChanges(null);
      void read();
      props.onRestored();
    }, complain);
  };
  return (
    <div>
      <h3>{t("edit.versions")}</h3>
      <ul class="plain versions">{versions.map((version, i) => (
        <li key={`${version.version} ${version.at}`}>
          <p class="row"><time dateTime={version.at}>{dateTime(version.at)}</time> <code>{version.version}</code>
            {i === 0
              ? <span class="badge">{t("edit.inForce")}</span>
              : <><button type="button" class="small" onClick={() => void show(version.version)}>{t("edit.since")}</button>
                <button type="button" class="small" onClick={() => restore(version.version)}>{t("edit.restore")}</button></>}</p>
          {changes?.version === version.version && i > 0 && <ul class="changes">{changes.lines.map((line) => <li key={line}>{line}</li>)}</ul>}
        </li>
      ))}</ul>
    </div>
  );
}
