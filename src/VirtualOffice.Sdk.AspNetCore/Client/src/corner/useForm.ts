import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, request } from "../api";
import type { CompanyDocument, CompanyForm, FormView, Problem } from "../types";
import { complain } from "../ui/toast";

const applyAfter = 500;

/** A document as a form: what is typed is put into the document it was made of, by the server, which knows how it is written. */
export function useForm(root: string, onText: (text: string) => void) {
  const [view, setView] = useState<FormView | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [lost, setLost] = useState<string[]>([]);
  const [isPending, setPending] = useState(false);
  const base = useRef("");
  const turn = useRef(0);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  const close = () => {
    turn.current++;
    clearTimeout(timer.current);
    setView(null);
    setProblems([]);
    setLost([]);
    setPending(false);
  };

  /** Shows a document as a form; one that cannot be read stays text. */
  const open = async (text: string) => {
    close();
    const mine = turn.current;
    try {
      const found = await request<FormView>("POST", `${root}/document/form`, { text });
      if (mine !== turn.current) return;
      base.current = text;
      setView(found);
    } catch (error) {
      if (!(error instanceof ApiError && error.title === "Document")) throw error;
    }
  };

  const apply = async (form: CompanyForm, mine: number) => {
    try {
      const written = await request<CompanyDocument>("POST", `${root}/document/form/apply`, { text: base.current, form });
      if (mine !== turn.current) return;
      setProblems([]);
      setLost(written.lostRemarks);
      onText(written.text);
    } catch (error) {
      if (mine !== turn.current) return;
      if (error instanceof ApiError && error.problems.length > 0) setProblems(error.problems);
      else complain(error);
    }
    setPending(false);
  };

  const change = (form: CompanyForm) => {
    const mine = ++turn.current;
    setView((old) => old && { ...old, form });
    setPending(true);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void apply(form, mine), applyAfter);
  };

  return { view, problems, lost, isPending, open, close, change };
}
