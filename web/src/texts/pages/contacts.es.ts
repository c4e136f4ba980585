import type { Same } from "../same.ts";
import type { contacts as en } from "./contacts.en.ts";

export const contacts = {
  picker: {
    client: "Cliente",
    phone: "Teléfono, si hay",
    known: "Ya conocidos",
    other: "Otra persona",
  },
  list: {
    title: "Contactos",
    add: "Agregar a alguien",
    find: "Nombre o número",
    kind: "Tipo",
    all: "Todos",
    client: "Clientes",
    worker: "Trabajadores",
    staff: "Personal",
    error: "No se pudieron leer los contactos",
    again: "Intentar de nuevo",
    noneFound: "No se encontró a nadie",
    noneFoundText: "Nadie tiene este nombre o número.",
    none: "Aún no hay nadie",
    noneText: "Quien escribe por WhatsApp aparece aquí solo.",
    noWorkersText: "Agrega a quienes hacen el trabajo. No necesitan cuenta: se les atiende en WhatsApp.",
    more: "Mostrar más",
  },
  row: {
    since: "desde {{date}}",
    openRequest: "Abrir un pedido",
    makeWorker: "Hacer trabajador",
    edit: "Editar",
    refused: "No se cambió",
    open$one: "{{count}} abierto",
    open$other: "{{count}} abiertos",
  },
  dialog: {
    add: "Agregar a alguien",
    edit: "Editar contacto",
    name: "Nombre",
    phone: "Número de WhatsApp",
    phoneHint: "Con el código de país, como +54 9 351 123 4567",
    kinds: "Qué es",
  },
} satisfies Same<typeof en>;
