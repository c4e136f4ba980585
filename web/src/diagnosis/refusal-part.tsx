import { useTranslation } from "react-i18next";
import { ErrorPanel } from "../ui/error-panel.tsx";
import type { Refusal } from "./use-diagnosis.ts";

/** What kept a chat from being read, and what to do; of several chats, which one. */
export function RefusalPart({
  refusal: { fault, choices },
  onPick,
  onDismiss,
}: {
  refusal: Refusal;
  onPick: (chat: string) => void;
  onDismiss: () => void;
}) {
  const { t } = useTranslation("diagnosis");
  return (
    <div className="mx-auto max-w-285 px-6 pt-6 max-sm:px-3">
      <ErrorPanel title={t(`refused.${fault}.title`)} onDismiss={onDismiss}>
        <p>{t(`refused.${fault}.text`)}</p>
        {choices.length > 0 && (
          <ul className="mt-3 flex max-h-[40vh] flex-col overflow-auto border-t border-line">
            {choices.map((choice) => (
              <li key={choice} className="border-b border-line">
                <button
                  type="button"
                  onClick={() => onPick(choice)}
                  className="-outline-offset-2 min-h-9 w-full px-2 text-start font-medium text-ink hover:bg-sunk touch:min-h-11"
                >
                  <bdi>{choice}</bdi>
                </button>
              </li>
            ))}
          </ul>
        )}
      </ErrorPanel>
    </div>
  );
}
