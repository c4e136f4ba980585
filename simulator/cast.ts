/** The people of the sample day: five clients and a worker of a home services firm, all invented. */
import type { NewPhone } from "./world.ts";

export const BUSINESS_NAME = "Aurora Home Services";
export const DISPLAY_NUMBER = "15550100001";

export const CAST = [
  { id: "rosa", name: "Rosa Mendoza", kind: "client", locale: "es-ES", waId: "34600100201" },
  { id: "julian", name: "Julián Ortega", kind: "client", locale: "es-ES", waId: "34600100202" },
  { id: "fatima", name: "Fatima Al Suwaidi", kind: "client", locale: "ar-AE", waId: "971500100203" },
  { id: "grace", name: "Grace Okafor", kind: "client", locale: "en-GB", waId: "447700900204" },
  { id: "ravi", name: "Ravi Menon", kind: "client", locale: "en-IN", waId: "919900100205" },
  { id: "imran", name: "Imran Shaikh", kind: "worker", locale: "en-GB", waId: "971500100206" },
] as const satisfies readonly NewPhone[];
