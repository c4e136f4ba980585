import type { Same } from "../same.ts";
import type { request as en } from "./request.en.ts";

export const request = {
  photo: { named: "Foto, {{time}}" },
  media: {
    failed: "no se pudo traer de WhatsApp. Pídelo de nuevo.",
    waiting: "todavía se está trayendo de WhatsApp.",
  },
  voice: {
    note: "Nota de voz, {{length}}",
    sound: "Sonido, {{length}}",
    play: "Escuchar la nota de voz",
    pause: "Pausar la nota de voz",
    seek: "Lugar en la nota de voz",
    cannotPlay: "Este navegador no puede reproducirla.",
    download: "Descargarla",
  },
  place: { shared: "Ubicación compartida", open: "Abrir el mapa" },
  placeholder: { why: "WhatsApp no entregó su contenido. Solo se ve en el teléfono del cliente." },
  document: { unnamed: "Documento", size: "{{size}} kB" },
  message: {
    revoked: "Lo retiró quien lo envió",
    form: "Llenó un formulario",
    chose: "Eligió",
  },
  chooser: {
    none: "Ningún pedido se llama así.",
    noneOpen: "Esta persona no tiene pedidos abiertos. Busca otro.",
    search: "Cualquier otro pedido, por palabras o número",
  },
  quote: { remove: "No citar" },
  composer: {
    label: "Escribir al cliente",
    to: "Para {{name}}",
    on: "por",
    placeholder: "Escribe una respuesta",
    send: "Enviar",
    sending: "Enviando",
    again: "Enviar de nuevo",
    notSent: "No enviado",
    kept: "Lo que escribiste queda aquí. Enviarlo de nuevo no lo duplica.",
    offline: "Sin conexión. Lo que escribas queda como borrador.",
    cannotSend:
      "No se puede enviar nada desde {{number}}: no tiene acceso a WhatsApp. Un administrador puede conectarlo en los ajustes.",
  },
  window: {
    open: "Ventana abierta, cierra en",
    shut: "Ventana cerrada: WhatsApp solo acepta una plantilla",
    never: "Sin ventana: el cliente aún no escribió",
  },
  refusal: {
    request_not_found: "Este pedido ya no está. Puede que lo hayan retirado.",
    request_changed: "{{by}} lo cambió hace un momento. Míralo otra vez y luego cámbialo.",
    request_over: "Ya terminó. Primero hay que reabrirlo.",
    request_closed_long_ago: "Terminó hace más de 72 horas. Abre un pedido nuevo.",
    move_broken_promise: "Su promesa se rompió. Escribe algo sobre eso para cerrarlo.",
    move_moved_meanwhile: "{{by}} lo movió hace un momento.",
    time_is_past: "Esa hora ya pasó. Elige una que falte.",
    undo_nothing: "No hay nada tuyo que deshacer aquí.",
    undo_not_yours: "El último cambio lo hizo {{by}}. Solo esa persona puede deshacerlo.",
    undo_too_late: "Fue hace más de diez minutos. Haz el cambio contrario.",
    undo_built_on: "{{by}} siguió con esto después. Habría que deshacer eso primero.",
    sorted_already: "{{by}} lo ordenó hace un momento.",
  },
} satisfies Same<typeof en>;
