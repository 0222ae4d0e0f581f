import { t } from "../i18n";
import type { TextKey } from "../i18n/en";
import { Dialog } from "../ui/Dialog";

const keys: [string, TextKey][] = [
  ["A", "key.accept"], ["X", "key.decline"], ["H", "key.hangup"], ["R", "key.ready"], ["B", "key.break"], ["F", "key.finish"], ["E", "key.extend"],
  ["P", "key.people"], ["/", "key.search"], ["I", "key.card"], ["1–9", "key.section"], ["N", "key.note"], ["M", "key.message"], ["W", "key.work"],
  ["L", "key.hold"], ["U", "key.mute"], ["K", "key.keypad"], ["O", "key.pause"], ["D", "key.disposition"], ["V", "key.preview"],
  ["G", "key.step"], ["Y", "key.stepback"], ["J", "key.jump"], ["Q", "key.asked"], ["Z", "key.noanswer"],
  ["C", "key.complete"], ["S", "key.swap"], ["E", "key.everybody"], ["T", "key.takeback"], ["?", "key.help"],
];

export function HelpDialog(props: { onClose: () => void }) {
  return (
    <Dialog title={t("help.title")} onClose={props.onClose}>
      <dl class="keys">{keys.map(([key, text]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(text)}</dd></div>)}</dl>
      <p class="dim">{t("help.hint")}</p>
    </Dialog>
  );
}
