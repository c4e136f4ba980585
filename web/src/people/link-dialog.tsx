import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Link } from "../../../shared/api/people.ts";
import { CopyLine } from "../ui/copy-line.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";

/** A link to give away, until when it works, and one press that copies it. */
export function LinkDialog({
  title,
  link,
  onClose,
}: {
  title: string;
  link: z.infer<typeof Link>;
  onClose: () => void;
}) {
  const { t } = useTranslation("people");
  const { clockTime, date } = useFormat();
  const now = useNow();
  const time = `${date(link.expiresAt, now)} ${clockTime(link.expiresAt)}`;
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="text-ink2">{t("inviteDialog.linkLead", { time })}</p>
      <CopyLine text={link.url} />
    </Dialog>
  );
}
