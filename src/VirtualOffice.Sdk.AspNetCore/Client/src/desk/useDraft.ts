import { useMemo } from "preact/hooks";
import type { DeskCall } from "../types";
import type { DeskController } from "./controller";
import { Draft } from "./draft";

/** The draft of the call at the desk. It begins with what is known of the caller. */
export function useDraft(call: DeskCall | null, controller: DeskController): Draft | null {
  return useMemo(() => {
    if (!call) return null;
    const known: Record<string, string> = {};
    const name = call.caller.knownAs ?? call.caller.name;
    if (name) known["name"] = name;
    if (call.caller.number) known["phone"] = call.caller.number;
    return new Draft(call.id, known, call.draft, (fields) => controller.keep(call.id, fields));
  }, [call?.id]);
}
