import { t } from "../i18n";
import type { DeskCompany } from "../types";

/** The company's card. */
export function CompanyPanel(props: { company: DeskCompany }) {
  const { company } = props;
  return (
    <div class="card">
      <dl class="facts tall">
        <div><dt>{t("card.hours")}</dt><dd>{company.hoursRule}</dd></div>
        <div><dt>{t("card.messages")}</dt><dd>{company.messagesTo ?? "–"}</dd></div>
      </dl>
    </div>
  );
}
