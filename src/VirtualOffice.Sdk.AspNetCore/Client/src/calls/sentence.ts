import { phone } from "../format";
import { hasText, t, word } from "../i18n";
import type { TimelineEntry } from "../types";

/** What happened, as a sentence of the person's language. */
export function sentence(entry: TimelineEntry): string {
  const { type, facts } = entry;
  const told: Record<string, string> = { note: "", ...facts };
  if (facts["number"]) told["number"] = phone(facts["number"]);
  if (facts["dialled"]) told["dialled"] = phone(facts["dialled"]);
  if (facts["outcome"]) told["outcome"] = word("outcome", facts["outcome"]);
  if (facts["exit"]) told["exit"] = word("exit", facts["exit"]);
  if (facts["state"]) told["state"] = word("recording", facts["state"]);
  if (type === "attemptEnded" && facts["result"]) told["result"] = word("attempt", facts["result"]);
  const variants = [
    `t.${type}.${facts["result"] ?? facts["with"] ?? facts["on"] ?? facts["answered"] ?? ""}`,
    type === "callPlanned" && facts["refusal"] ? "t.callPlanned.refused" : type === "callPlanned" && facts["open"] === "no" ? "t.callPlanned.closed" : "",
    facts["corrects"] ? `t.${type}.correction` : "",
    `t.${type}`,
  ];
  const key = variants.find(hasText);
  return key && hasText(key) ? t(key, told) : type;
}
