import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LIMITS } from "../../../../../shared/outgoing.ts";
import { Button } from "../../../ui/button.tsx";
import { aSection, listMessage, rowCount, type Section } from "./choices.ts";
import { HeaderAndFooter } from "./header-and-footer.tsx";
import { LimitedArea, LimitedField } from "./limited-field.tsx";
import { ListSection } from "./list-section.tsx";
import type { MakerProps } from "./maker.tsx";
import { MakerFrame } from "./maker-frame.tsx";

/** A question whose answer is one of up to ten, in sections. */
export function ListMaker({ text, ...frame }: MakerProps) {
  const { t } = useTranslation("composer");
  const [words, setWords] = useState(text);
  const [header, setHeader] = useState("");
  const [footer, setFooter] = useState("");
  const [button, setButton] = useState<string>(t("list.buttonStandard"));
  const [sections, setSections] = useState<readonly Section[]>(() => [aSection()]);
  const isFull = rowCount(sections) >= LIMITS.rows;
  const made = listMessage({ text: words, header, footer, button, sections });
  return (
    <MakerFrame
      {...frame}
      title={t("list.title")}
      action={t("list.send")}
      message={made.kind === "ready" ? made.message : null}
    >
      <LimitedArea label={t("buttons.text")} value={words} limit={LIMITS.listBody} onWrite={setWords} />
      <LimitedField label={t("list.button")} value={button} limit={LIMITS.listButton} onWrite={setButton} />
      {sections.map((section, place) => (
        <ListSection
          key={section.id}
          section={section}
          place={place}
          isOnly={sections.length === 1}
          isFull={isFull}
          onChange={(next) => setSections(sections.map((one) => (one.id === next.id ? next : one)))}
          onRemove={() => setSections(sections.filter(({ id }) => id !== section.id))}
        />
      ))}
      {isFull ? (
        <p className="text-label text-ink2">{t("list.most")}</p>
      ) : (
        <Button size="small" className="self-start" onClick={() => setSections([...sections, aSection()])}>
          {t("list.addSection")}
        </Button>
      )}
      <HeaderAndFooter header={header} footer={footer} onHeader={setHeader} onFooter={setFooter} />
    </MakerFrame>
  );
}
