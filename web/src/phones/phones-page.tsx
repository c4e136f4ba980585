import { Link } from "@tanstack/react-router";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { goLive } from "../live.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useNow } from "../ui/now.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { StatusRegion } from "../ui/status-region.tsx";
import { DeliveriesPart } from "./deliveries-part.tsx";
import { HappenPart } from "./happen-part.tsx";
import { HardPart } from "./hard-part.tsx";
import { MadeOfIt } from "./made-of-it.tsx";
import { PhoneFrame } from "./phone-frame.tsx";
import { PhoneList } from "./phone-list.tsx";
import { PhonesBar } from "./phones-bar.tsx";
import type { Phone, Status } from "./shapes.ts";
import { usePhones, useSimulatorEvents, useStatus } from "./use-simulator.ts";

/** Phones to type on as a client or worker, and what the platform is made to do meanwhile. */
export function PhonesPage() {
  const { t } = useTranslation("phones");
  const status = useStatus();
  const phones = usePhones(status.isSuccess).data?.phones;
  usePageTitle(t("title"));
  useSimulatorEvents(status.isSuccess);
  useEffect(goLive, []);
  return (
    <div className="on-canvas flex min-h-dvh flex-col">
      <PhonesBar status={status.data} />
      <main className="flex-1 p-8 pt-6 max-sm:p-3">
        <h1 className="sr-only">{t("title")}</h1>
        {(status.isPending || (status.isSuccess && !phones)) && (
          <Loading className="max-w-72">
            <StripSkeleton />
          </Loading>
        )}
        {status.isError && (
          <EmptyState
            title={t("absent")}
            className="pt-[10vh] sm:ms-[12vw]"
            action={
              <Link to="/first-run" className={buttonClass("primary")}>
                {t("toFirstRun")}
              </Link>
            }
          >
            {t("absentLead")}
          </EmptyState>
        )}
        {status.data && phones && (
          <Desk phones={phones} status={status.data} statusAt={status.dataUpdatedAt} />
        )}
      </main>
      <StatusRegion />
    </div>
  );
}

const COLUMNS = [
  { query: "(min-width: 118rem)", phones: 3 },
  { query: "(min-width: 80rem)", phones: 2 },
].map(({ query, phones }) => ({ list: window.matchMedia(query), phones }));

/** How many phones there is room for; those beyond are not there, or their messages would be read unseen. */
function useRoom(): number {
  return useSyncExternalStore(
    (tell) => {
      for (const { list } of COLUMNS) list.addEventListener("change", tell);
      return () => {
        for (const { list } of COLUMNS) list.removeEventListener("change", tell);
      };
    },
    () => COLUMNS.find(({ list }) => list.matches)?.phones ?? 1,
  );
}

/** First a client and a worker, then whoever was chosen last. */
function shownOf(phones: readonly Phone[], chosen: readonly string[], room: number): Phone[] {
  const first = [phones.find(({ kind }) => kind === "client"), phones.find(({ kind }) => kind === "worker")];
  const wanted = [...chosen, ...first.flatMap((phone) => phone?.id ?? []), ...phones.map(({ id }) => id)];
  return [...new Set(wanted)].flatMap((id) => phones.find((phone) => phone.id === id) ?? []).slice(0, room);
}

function Desk({ phones, status, statusAt }: { phones: readonly Phone[]; status: Status; statusAt: number }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const room = useRoom();
  // Once a minute; the simulator's own clock may have been jumped ahead.
  useNow();
  const now = Date.now() + (Date.parse(status.now) - statusAt);
  const shown = shownOf(phones, chosen, room);
  const [front] = shown;
  const numberId = front?.conversations[0]?.number.id;
  const show = (id: string) =>
    setChosen((before) =>
      shown.some((phone) => phone.id === id) ? before : [id, ...before.filter((each) => each !== id)],
    );
  return (
    <div
      className={cx(
        "mx-auto grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[18.75rem_minmax(0,1fr)_15.5rem]",
        room === 3 ? "max-w-460" : "max-w-370",
      )}
    >
      <div className="flex flex-col gap-6 max-md:contents">
        <PhoneList phones={phones} shown={shown.map(({ id }) => id)} onShow={show} />
        {front && numberId && <HappenPart phoneId={front.id} numberId={numberId} />}
        <HardPart settings={status.settings} />
      </div>
      <div className="flex min-w-0 items-start justify-center gap-5 max-md:order-2">
        {shown.map((phone) => (
          <div key={phone.id} className="min-w-0 max-w-96 flex-1 max-md:max-w-none">
            <PhoneFrame phone={phone} others={phones.filter(({ id }) => id !== phone.id)} now={now} />
          </div>
        ))}
      </div>
      <div className="flex min-w-0 flex-col gap-6 max-md:order-5 md:col-start-2 xl:col-start-auto">
        <MadeOfIt name={front?.name} />
        <DeliveriesPart />
      </div>
    </div>
  );
}
