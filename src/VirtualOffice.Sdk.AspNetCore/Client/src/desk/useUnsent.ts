import { useEffect, useRef, useState } from "preact/hooks";
import type { DeskCall } from "../types";
import type { DeskController } from "./controller";
import { Draft } from "./draft";

/** A message that was being written when its call left the desk. */
export interface Unsent { call: DeskCall; draft: Draft }

const prefix = "virtualoffice-unsent:";
const isWritten = (draft: Draft) => Boolean(draft.fields.value["text"]?.trim());

/**
 * The messages that were being written when the work after the call ended: they stay at the desk until the operator sends or discards them, and hold nothing up meanwhile. The newest first; a
 * reload finds them again, and what is typed is in the calls' journals anyway.
 */
export function useUnsent(operator: string, call: DeskCall | null, draft: Draft | null, controller: DeskController): { unsent: Unsent[]; close: (unsent: Unsent) => void } {
  const [, render] = useState(0);
  const last = useRef<Unsent | null>(null);
  const all = useRef<Unsent[] | null>(null);
  all.current ??= read(operator, controller);

  // With the snapshot that takes the call away, so that the form stays where it is, with the cursor in it.
  const before = last.current;
  last.current = call && draft ? { call, draft } : null;
  if (before && before.call.id !== call?.id && isWritten(before.draft)) all.current = [{ ...before, call: { ...before.call, canTakeMessage: true } }, ...all.current];
  all.current = all.current.filter((each) => each.call.id !== call?.id);

  useEffect(() => {
    const keep = () => {
      try {
        sessionStorage.setItem(prefix + operator, JSON.stringify((all.current ?? []).map((each) => ({ ...each.call, draft: each.draft.fields.value }))));
      } catch {
        // A full storage leaves them to the journal.
      }
    };
    addEventListener("pagehide", keep);
    return () => removeEventListener("pagehide", keep);
  }, [operator]);

  const close = (unsent: Unsent) => {
    all.current = (all.current ?? []).filter((each) => each.call.id !== unsent.call.id);
    for (const name of ["text", "subject"]) if (unsent.draft.fields.value[name]) unsent.draft.set(name, "");
    render((n) => n + 1);
  };
  return { unsent: all.current, close };
}

function read(operator: string, controller: DeskController): Unsent[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(prefix + operator) ?? "[]") as DeskCall[];
    return kept.map((call) => ({ call, draft: new Draft(call.id, {}, call.draft, (fields) => controller.keep(call.id, fields)) }));
  } catch {
    return [];
  }
}
