import type { Same } from "../same.ts";
import type { board as en } from "./board.en.ts";

export const board = {
  title: "Tablero",
  newRequest: "Nuevo pedido",
  more: "Mostrar más",
  filter: {
    label: "Pedidos de quién",
    all: "Todos",
    mine: "Míos",
    team: "Mi equipo",
  },
  group: {
    intake: "Entrada",
    worker: "Con el trabajador",
    client: "Con el cliente o un tercero",
    finish: "Final",
  },
  open$one: "{{count}} abierto",
  open$other: "{{count}} abiertos",
  toConfirm: ", {{count}} por confirmar",
  inYourHands: "{{count}} en tus manos",
  late: "{{count}} tarde",
  broken: "{{count}} rota",
  spine: {
    open$one: "Abrir {{state}}, {{count}} pedido",
    open$other: "Abrir {{state}}, {{count}} pedidos",
  },
  said: {
    movedByOther: "{{ref}} ahora está {{state}}",
  },
  peek: {
    reply: "Responder",
    closeReply: "Cerrar",
    label: "{{ref}}, elegido",
    opened: "abierto {{time}}",
    openedBy: "abierto {{time}} por {{name}}",
    next: "Pedido siguiente",
    previous: "Pedido anterior",
    happened: "Qué pasó",
    open: "Abrir",
    move: "Mover",
    promise: "Promesa",
    undo: "Deshacer",
    close: "Cerrar",
  },
  empty: {
    title: "No hay nada abierto aquí",
    text: "Los pedidos vienen de la entrada, o se abren a mano.",
  },
  error: {
    title: "No se pudo leer el tablero",
    text: "No se cambió nada.",
    again: "Intentar de nuevo",
  },
  new: {
    title: "Nuevo pedido",
    what: "Qué hace falta",
    place: "Lugar",
    category: "Rubro",
    noCategory: "ninguno aún",
    priority: "Prioridad",
    note: "Nota, solo la vemos nosotros",
    refused: "No se abrió",
    do: "Abrir el pedido",
  },
} satisfies Same<typeof en>;
