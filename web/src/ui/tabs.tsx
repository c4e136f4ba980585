import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import { cx } from "./class-names.ts";

type Page<Key extends string> = { key: Key; text: string; count?: string; content: ReactNode };

/** Underlined tabs: views of one thing. Only the chosen one is rendered. */
export function Tabs<Key extends string>({
  label,
  pages,
  selected,
  onSelect,
  className,
}: {
  label: string;
  pages: readonly Page<Key>[];
  selected: Key;
  onSelect: (key: Key) => void;
  className?: string;
}) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const page = pages.find((each) => each.key === key);
        if (page) onSelect(page.key);
      }}
      className={cx("flex min-h-0 flex-col", className)}
    >
      <TabList aria-label={label} className="flex gap-4 overflow-x-auto border-b border-line">
        {pages.map((page) => (
          <Tab
            key={page.key}
            id={page.key}
            className="-mb-px flex min-h-9 cursor-pointer items-center gap-1.5 border-b-2 border-transparent text-line font-medium whitespace-nowrap text-ink3 outline-offset-[-2px] transition-colors hover:text-ink data-selected:border-ink data-selected:font-semibold data-selected:text-ink touch:min-h-11"
          >
            {page.text}
            {page.count !== undefined && <span className="text-ink3">{page.count}</span>}
          </Tab>
        ))}
      </TabList>
      {pages.map((page) => (
        <TabPanel key={page.key} id={page.key} className="min-h-0 flex-1">
          {page.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
