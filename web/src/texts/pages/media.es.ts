import type { Same } from "../same.ts";
import type { media as en } from "./media.en.ts";

export const media = {
  sound: { speed: "Velocidad {{times}}×", opening: "Se está preparando el sonido" },
  photo: { previous: "Foto anterior", next: "Foto siguiente", place: "{{place}} de {{count}}" },
  film: { cannotPlay: "Este navegador no puede reproducir este video.", download: "Descargarlo" },
  missing: {
    many: "{{count}} × {{kind}}",
    coming: "Viene en camino desde WhatsApp.",
    now: "Traer ahora",
    again: "Traer de nuevo",
    anyway: "Traer de todos modos",
    asked: "Ya se pidió.",
    copy: "Copiar palabras para pedirlo",
    copied: "Copiado",
    ask: "Lo que enviaste no nos llegó. ¿Podrías enviarlo de nuevo, por favor?",
  },
  why: {
    none: "WhatsApp no lo entregó. Pide que lo envíen de nuevo.",
    unreachable: "WhatsApp aún no lo entregó. Se intenta de nuevo solo.",
    no_token:
      "Este número no tiene acceso a WhatsApp. Cuando un administrador lo conecte, el archivo llegará solo.",
    denied:
      "WhatsApp rechaza nuestro acceso. Un administrador debe renovar el token del número; luego llegará solo.",
    wrong_hash: "Lo que entregó WhatsApp estaba dañado.",
    too_large: "Es más grande de lo que debería ser, por eso no se trajo solo.",
    far_too_large: "Pasa de 100 MB, y WhatsApp no lo entrega. Pide uno más pequeño.",
    gone: "WhatsApp dice que ya no lo tiene. Intenta una vez más, o pide que lo envíen de nuevo.",
    expired: "WhatsApp lo guardó solo siete días, y ya pasaron. Pide que lo envíen de nuevo.",
    refused_address: "Está en una dirección que no es de WhatsApp, por eso no se tocó.",
    no_room: "No hay espacio en nuestro disco. Avisa a un administrador; se intenta de nuevo solo.",
  },
  refused: {
    media_expired: "WhatsApp lo guardó solo siete días, y ya pasaron. Pide que lo envíen de nuevo.",
    media_revoked: "Lo retiró quien lo envió.",
    media_far_too_large: "Pasa de 100 MB, y WhatsApp no lo entrega. Pide uno más pequeño.",
    media_no_token:
      "Este número no tiene acceso a WhatsApp. Un administrador puede conectarlo en los ajustes.",
  },
} satisfies Same<typeof en>;
