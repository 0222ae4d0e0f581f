import { useState } from "preact/hooks";
import { t } from "../i18n";
import { useKeys } from "../keys";
import type { Choice, DeskCall } from "../types";
import { Since } from "../ui/parts";
import { complain } from "../ui/toast";
import type { DeskController } from "./controller";
import { Keypad } from "./Keypad";

/** What can be done with the line while one talks. */
export function LineControls(props: { call: DeskCall; controller: DeskController }) {
  const { call, controller } = props;
  const { line } = call;
  const [isKeying, setKeying] = useState(false);
  const canHold = call.stage === "Conversation";
  const canKey = (call.stage === "Conversation" && !line.isOnHold) || (call.transfer?.consult ?? null) !== null;
  const post = (path: string, body: unknown) => void controller.call("POST", path, body).catch(complain);
  const hold = () => post("hold", { on: !line.isOnHold });
  const mute = () => post("mute", { on: !line.isMuted });
  const pause = () => void controller.note("POST", "recording", { paused: line.recordingPausedAt === null }).catch(complain);
  useKeys({ l: canHold ? hold : null, u: canHold ? mute : null, k: canKey ? () => setKeying(true) : null, o: line.isRecorded ? pause : null });
  return (
    <div class="line-controls">
      <button type="button" class="small" aria-pressed={line.isOnHold} disabled={!canHold} onClick={hold}>{line.isOnHold ? t("line.unhold") : t("line.hold")} <kbd>L</kbd></button>
      <button type="button" class="small" aria-pressed={line.isMuted} disabled={!canHold} onClick={mute}>{line.isMuted ? t("line.unmute") : t("line.mute")} <kbd>U</kbd></button>
      <button type="button" class="small" disabled={!canKey} onClick={() => setKeying(true)}>{t("line.keys")} <kbd>K</kbd></button>
      {line.isRecorded && <button type="button" class="small" aria-pressed={line.recordingPausedAt !== null} onClick={pause}>{line.recordingPausedAt ? t("line.record") : t("line.norecord")} <kbd>O</kbd></button>}
      {(line.isOnHold || line.isMuted || line.recordingPausedAt) && (
        <p class="line-note" role="status">
          {line.isOnHold && <span>{t("line.held")}</span>}
          {line.isMuted && <span>{t("line.muted")}</span>}
          {line.recordingPausedAt && <span>{t("line.paused")} <Since at={line.recordingPausedAt} /></span>}
        </p>
      )}
      {isKeying && <Keypad controller={controller} onClose={() => setKeying(false)} />}
    </div>
  );
}

/** What the call was about; during it and after it. */
export function Disposition(props: { call: DeskCall; choices: Choice[]; controller: DeskController }) {
  const { call, choices, controller } = props;
  const { disposition, dispositionNote } = call.line;
  const [note, setNote] = useState(dispositionNote ?? "");
  const save = (code: string, text: string) => code && void controller.note("POST", "disposition", { code, note: text.trim() || null }).catch(complain);
  useKeys({ d: () => document.getElementById("disposition")?.focus() });
  const isOwn = disposition !== null && !choices.some((choice) => choice.id === disposition);
  return (
    <div class="disposition">
      <label class="field" for="disposition">{t("disposition.title")}
        <select id="disposition" value={disposition ?? ""} onChange={(e) => save(e.currentTarget.value, note)}>
          <option value="" disabled>{t("disposition.none")}</option>
          {isOwn && <option value={disposition}>{disposition}</option>}
          {choices.map((choice) => <option key={choice.id} value={choice.id}>{choice.name}</option>)}
        </select>
      </label>
      {disposition && (
        <label class="field">{t("disposition.note")}
          <input value={note} maxLength={2000} autocomplete="off" onInput={(e) => setNote(e.currentTarget.value)} onBlur={() => note.trim() !== (dispositionNote ?? "") && save(disposition, note)} />
        </label>
      )}
    </div>
  );
}
