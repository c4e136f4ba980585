import type { Same } from "../same.ts";
import type { kit as en } from "./kit.en.ts";

export const kit = {
  time: {
    now: "ahora",
    minutes: "{{m}} min",
    hours: "{{h}} h",
    hoursMinutes: "{{h}} h {{mm}}",
    days: "{{d}} d",
    daysHours: "{{d}} d {{h}} h",
    ago: "hace {{time}}",
    in: "en {{time}}",
    seconds: "{{s}} s",
  },
  strip: { unread: "sin leer", mine: "en tus manos", noClient: "aún sin cliente", handover: "a" },
  comma: ", ",
  close: "Cerrar",
  cancel: "Cancelar",
  save: "Guardar",
  copy: "Copiar",
  copied: "Copiado",
  more: "Más",
  loading: "Cargando",
  tryAgain: "Intentar de nuevo",
  notChanged: "No se cambió nada.",
  error: {
    title: "No funcionó",
    offline: "Sin conexión con Baton. Lo que hiciste no se envió.",
    unexpected: "Baton tuvo un problema propio. Quedó anotado en su registro.",
  },
} satisfies Same<typeof en>;
