import { useTranslation } from "react-i18next";
import type { Strip } from "../../../shared/api/requests.ts";
import { StripRow } from "../request/strip-row.tsx";
import { KeyHint } from "../ui/key-hint.tsx";

/** As the chooser numbers them: 2 asks which, the number answers. */
const NUMBERED = 9;

/** The client's other requests, one line each: whether this belongs to one of them is the question. */
export function OpenWithClient({ requests }: { requests: readonly Strip[] }) {
  const { t } = useTranslation("tray");
  if (requests.length === 0) return null;
  return (
    <section aria-label={t("open.title")} className="mt-4">
      <h3 className="mb-1.5 px-0.5 text-label font-medium text-ink2">{t("open.title")}</h3>
      <ul className="flex flex-col gap-1.5">
        {requests.map((strip, place) => (
          <li key={strip.id}>
            <StripRow
              strip={strip}
              lead={place < NUMBERED && requests.length > 1 && <KeyHint keys={`Digit${place + 1}`} />}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
