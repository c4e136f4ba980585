import { OfflineBand } from "../../shell/offline-band.tsx";
import { Button } from "../button.tsx";
import { EmptyState } from "../empty-state.tsx";
import { ErrorPanel } from "../error-panel.tsx";
import { Loading, StripSkeleton } from "../skeleton.tsx";
import { BoardSection } from "./board-section.tsx";

/** Empty, loading, error and offline. */
export function StatesBoard() {
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <BoardSection title="Empty: the tray at zero">
        <div className="rounded-panel border border-line px-10 py-14">
          <EmptyState
            title="Nothing to sort"
            action={
              <>
                <Button kind="primary" shortcut="KeyG KeyB">
                  Go to those 3
                </Button>
                <Button kind="quiet" shortcut="KeyZ">
                  Undo the last one
                </Button>
              </>
            }
          >
            The last message was sorted at 11:40. Three requests are in your hands; the first is due 11:45.
          </EmptyState>
        </div>
      </BoardSection>
      <BoardSection title="Loading: shown after 200 ms only">
        <Loading className="grid grid-cols-3 gap-2 rounded-panel border border-line p-6">
          <StripSkeleton />
          <StripSkeleton />
          <StripSkeleton />
        </Loading>
      </BoardSection>
      <BoardSection title="Error: a move refused">
        <div className="rounded-panel border border-line p-6">
          <ErrorPanel
            title="R-2074 cannot be done yet"
            onDismiss={() => {}}
            actions={[
              { text: "Ask Jomon for it", onPress: () => {} },
              { text: "Done without, write why", onPress: () => {} },
            ]}
          >
            Cooling jobs need a photo after. Jomon has not sent one. Nothing was changed.
          </ErrorPanel>
        </div>
      </BoardSection>
      <BoardSection title="Offline: reading goes on">
        <div className="rounded-panel border border-line pb-14">
          <OfflineBand since={Date.now() - 240_000} />
        </div>
      </BoardSection>
    </div>
  );
}
