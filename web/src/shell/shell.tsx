import { Outlet } from "@tanstack/react-router";
import { StatusRegion } from "../ui/status-region.tsx";

export const Shell = () => (
  <div className="on-canvas flex h-dvh flex-col">
    <main className="min-h-0 flex-1 overflow-auto">
      <Outlet />
    </main>
    <StatusRegion />
  </div>
);
