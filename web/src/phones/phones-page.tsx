import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { goLive } from "../live.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { StatusRegion } from "../ui/status-region.tsx";
import { DeliveriesPart } from "./deliveries-part.tsx";
import { HappenPart } from "./happen-part.tsx";
import { HardPart } from "./hard-part.tsx";
import { MadeOfIt } from "./made-of-it.tsx";
import { PhoneFrame } from "./phone-frame.tsx";
import { PhoneList } from "./phone-list.tsx";
import { PhonesBar } from "./phones-bar.tsx";
import { usePhones, useSimulatorEvents, useStatus } from "./use-simulator.ts";

/** Phones to type on as a client or worker, and what the platform is made to do meanwhile. */
export function PhonesPage() {
  const { t } = useTranslation("phones");
  const status = useStatus();
  const phones = usePhones(status.isSuccess).data?.phones ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  usePageTitle(t("title"));
  useSimulatorEvents(status.isSuccess);
  useEffect(goLive, []);
  const client = phones.find((phone) => phone.kind === "client");
  const worker = phones.find((phone) => phone.kind === "worker");
  const first = [client?.id, worker?.id].filter((id) => id !== undefined);
  const shown = [...chosen, ...first.filter((id) => !chosen.includes(id))].slice(0, 2);
  const business = status.data?.business.name ?? "";
  return (
    <div className="on-canvas flex min-h-dvh flex-col">
      <PhonesBar status={status.data} />
      <main className="flex-1 p-8 max-sm:p-3">
        <h1 className="sr-only">{t("title")}</h1>
        {status.isPending && (
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
        {status.data && (
          <div className="mx-auto grid max-w-365 gap-6 md:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[18.75rem_minmax(0,1fr)_14.5rem]">
            <div className="flex flex-col gap-6 max-md:contents">
              <PhoneList
                phones={phones}
                shown={shown}
                onShow={(id) => setChosen([id, ...shown.filter((each) => each !== id)].slice(0, 2))}
              />
              <HardPart settings={status.data.settings} />
              <HappenPart phoneId={shown[0]} />
            </div>
            <div className="grid justify-center gap-6 max-md:order-2 max-md:justify-stretch xl:grid-cols-[repeat(2,minmax(0,24rem))]">
              {shown.map((id, place) => (
                <PhoneFrame
                  key={id}
                  phoneId={id}
                  business={business}
                  className={place === 1 ? "max-xl:hidden" : undefined}
                />
              ))}
            </div>
            <div className="flex flex-col gap-6 max-md:order-5 md:col-start-2 xl:col-start-auto">
              <MadeOfIt name={phones.find((phone) => phone.id === shown[0])?.name} />
              <DeliveriesPart />
            </div>
          </div>
        )}
      </main>
      <StatusRegion />
    </div>
  );
}
