import "../../../shared/diagnosis/report/report.css";
import "./page.css";
import { memo } from "react";

/**
 * The report's own markup. It is safe to set: shared/diagnosis/report/html.ts escapes every value that comes from the
 * chat, and the page's policy runs no inline script. Memoised: setting it anew would fold what the reader has opened.
 */
export const ReportPart = memo(({ markup }: { markup: string }) => (
  <div className="diagnosis-report" dangerouslySetInnerHTML={{ __html: markup }} />
));
ReportPart.displayName = "ReportPart";
