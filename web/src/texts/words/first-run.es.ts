import type { Same } from "../same.ts";
import type { firstRun as en } from "./first-run.en.ts";

export const firstRun = {
  who: "Entraste como {{name}}, {{role}}. Funciona en esta máquina, nada ha salido de ella.",
  title: "Sigue con WhatsApp. Saca el estado de ahí. ¿Por dónde empezar?",
  sample: {
    title: "Probar un día de muestra",
    lead: "Una empresa de plomería, un lunes, ocho mensajes que llegan mientras miras. Ordenas cada uno con una tecla y ves el día en el tablero.",
    quote1: "«No hay agua en el 4B»",
    quote2: "«¿Ya vienen?»",
    quote3: "«Gracias!!»",
    start: "Empezar el día",
    facts: "unos 3 minutos, no envía nada",
    adminOnly: "Lo puede empezar un administrador.",
    starting: "El día empieza",
    progress: "Llegaron {{sent}} de {{total}} mensajes",
    open: "Abrir la entrada",
    phones: "Abrir los teléfonos",
    remove: "Quitar el día de muestra",
    removeAsk: "¿Quitar el día de muestra?",
    removeLead:
      "Se va el número de muestra, con cada mensaje, pedido y contacto que llegó por él. Nada más se toca.",
    removed: "El día de muestra se quitó.",
  },
  connect: {
    title: "Conectar un número",
    lead: "Su número de WhatsApp Business, paso a paso. Cada paso se comprueba mientras lo hace.",
    step1: "Token de acceso",
    step2: "Cuenta y número",
    step3: "El camino de Meta a Baton",
    step4: "Un mensaje de ida y vuelta",
    stop: "Puede parar tras cualquier paso y volver.",
    begin: "Empezar por el paso 1",
    another: "Conectar otro",
    adminOnly: "Un administrador puede conectar uno.",
    connected: "Hay un número conectado.",
  },
  trade: "Nombre su trabajo como lo hace su oficio:",
  foot: "Puedes hacer las dos cosas, en cualquier orden. Están bajo tu nombre.",
  address: "Dirección de este Baton: {{address}}",
  skip: "Ir a la entrada",
} satisfies Same<typeof en>;
