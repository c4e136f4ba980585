import { useTranslation } from "react-i18next";
import { STATES } from "../../../../shared/request.ts";
import { BrokenChip, ChasedChip, Chip, ClockChip } from "../clock-chip.tsx";
import { ClockGlyph, HandoverGlyph } from "../glyphs.tsx";
import { holderOf } from "../holder.ts";
import { StateWord } from "../state-word.tsx";
import { Track } from "../track.tsx";
import { WaitsOn } from "../waits-on-mark.tsx";
import { BoardSection } from "./board-section.tsx";
import { IN_EACH_STATE, ME } from "./examples.ts";

const MINUTE = 60_000;

/** Marks, tracks, chips and type. */
export function MarksBoard() {
  const { t } = useTranslation();
  return (
    <div className="grid gap-11 lg:grid-cols-3">
      <BoardSection title="State marks: one baton, nine treatments">
        <ul>
          {STATES.map((state) => (
            <li
              key={state}
              className="flex items-center gap-5 border-t border-line py-1.5 text-line text-ink2"
            >
              <StateWord state={state} className="w-28 text-body text-ink" />
              {t(`stateMeans.${state}`)}
            </li>
          ))}
        </ul>
      </BoardSection>
      <BoardSection title="The track: same place in every screen">
        <ul className="flex flex-col gap-3">
          {IN_EACH_STATE.map((strip) => (
            <li key={strip.state} className="flex items-center gap-4 text-line text-ink2">
              <span className="w-20">{t(`state.${strip.state}`)}</span>
              <span className="on-strip flex-1 rounded-strip px-3 py-2 shadow-1">
                <Track state={strip.state} holder={holderOf(strip, ME)} />
              </span>
            </li>
          ))}
        </ul>
        <p className="flex items-center gap-2 text-label text-ink3">
          <HandoverGlyph /> hand-over points: desk to worker, worker to client
        </p>
      </BoardSection>
      <div className="flex flex-col gap-10">
        <BoardSection title="Waiting on whom">
          <WaitsOn holder="you" />
          <WaitsOn holder="us" name="Yusuf" />
          <WaitsOn holder="client" />
          <WaitsOn holder="worker" />
          <WaitsOn holder="third_party" />
        </BoardSection>
        <BoardSection title="Chips and clocks">
          <div className="flex flex-wrap gap-2">
            <ClockChip kind="waits" ms={7 * MINUTE} />
            <ClockChip kind="late" ms={12 * MINUTE} />
            <ChasedChip times={2} />
            <BrokenChip />
            <ClockChip kind="window" ms={1309 * MINUTE} />
            <Chip glyph={<ClockGlyph />}>{t("chip.windowShut")}</Chip>
          </div>
        </BoardSection>
        <BoardSection title="Type: IBM Plex Sans, Arabic, Devanagari">
          <p className="text-peek font-semibold">11:40 Approve the part, 380</p>
          <p className="text-message">Ọmọ Ìyá wò ó, kofa ta kulle, não chegou, günaydın</p>
          <p className="text-message" dir="rtl" lang="ar">
            السخان يفصل القاطع كل مرة، ١١:٤٠
          </p>
          <p className="text-message" lang="hi">
            पानी की मोटर चालू नहीं होती, ११:४०
          </p>
        </BoardSection>
      </div>
    </div>
  );
}
