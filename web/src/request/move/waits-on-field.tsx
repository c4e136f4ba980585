import { useTranslation } from "react-i18next";
import { Segmented } from "../../ui/segmented.tsx";

type Side = "client" | "third_party";

/** On whom it waits: only these two can be waited on. */
export function WaitsOnField({ value, onChange }: { value: Side; onChange: (side: Side) => void }) {
  const { t } = useTranslation();
  const { t: page } = useTranslation("request");
  return (
    <Segmented
      label={page("move.waitsOn")}
      value={value}
      onChange={onChange}
      choices={[
        { value: "client", text: t("waits.client") },
        { value: "third_party", text: t("waits.third_party") },
      ]}
    />
  );
}
