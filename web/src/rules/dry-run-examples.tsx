import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DryRun } from "../../../shared/api/rules.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";

type Example = DryRun["examples"][number];

/** Up to fifty of what it fits, newest first. */
export function DryRunExamples({ examples }: { examples: readonly Example[] }) {
  const { t } = useTranslation("houseRules");
  if (examples.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-title font-semibold">{t("trial.examples")}</h3>
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by keys, too
        tabIndex={0}
        aria-label={t("trial.examples")}
        className="on-strip flex max-h-96 flex-col overflow-y-auto rounded-panel shadow-1"
      >
        {examples.map((example) => (
          <ExampleLine key={example.messageId} example={example} />
        ))}
      </ul>
    </div>
  );
}

function ExampleLine({ example: { contactName, words, at, outcome, requestId } }: { example: Example }) {
  const { t } = useTranslation("houseRules");
  const { column } = useFormat();
  const now = useNow();
  return (
    <li className="flex flex-col gap-0.5 border-t border-line px-3 py-2 first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-2 text-line">
        <bdi className="font-semibold">{contactName}</bdi>
        <span className="text-ink3">{column(at, now)}</span>
        <span className="ms-auto text-label text-ink3">
          {outcome === "opened" && requestId !== null ? (
            <Link
              to="/requests/$id"
              params={{ id: String(requestId) }}
              className="inline-flex items-center underline touch:min-h-11"
            >
              {t("trial.outcome.opened")}
            </Link>
          ) : (
            t(`trial.outcome.${outcome}`)
          )}
        </span>
      </p>
      <p dir="auto" className="aligned line-clamp-2 text-body text-ink2">
        {words ?? t("trial.noWords")}
      </p>
    </li>
  );
}
