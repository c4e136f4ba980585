/** What the sorter may change of a request before it opens. */
import type { Owner } from "../../../shared/api/requests.ts";
import type { TrayItemPage } from "../../../shared/api/tray.ts";
import type { Priority } from "../../../shared/request.ts";

export type Fields = {
  title: string;
  categoryId: number | null;
  priority: Priority;
  place: string;
  owner: Owner;
};

/** Less sure than this, whoever decides keeps what they open. */
const OWNER_FROM = 0.5;

/** As suggested, field by field; else the first words, a shared place, and whoever decides. */
export function fieldsOf(page: TrayItemPage, me: { id: number; name: string }): Fields {
  const shared = page.messages.find((message) => message.content.location)?.content.location;
  const { suggestion } = page;
  const owner = suggestion?.owner;
  return {
    title: suggestion?.title?.value ?? page.suggestedTitle,
    categoryId: suggestion?.categoryId?.value ?? null,
    priority: suggestion?.priority?.value ?? "normal",
    place: suggestion?.place?.value ?? shared?.address ?? shared?.name ?? "",
    owner:
      owner && owner.confidence >= OWNER_FROM ? owner.value : { kind: "account", id: me.id, name: me.name },
  };
}
