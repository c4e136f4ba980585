import type { Same } from "../same.ts";
import type { firstWords as en } from "./first-words.en.ts";

export const firstWords = {
  open: "Primeras palabras y horario",
  close: "Cerrar",
  error: "No se pudieron leer las primeras palabras",
  lead: "Las dice Baton, como mucho una vez al día a cada persona; nunca a un trabajador, en un grupo, a un mensaje que llegó tarde o mientras uno de ustedes conversa.",
  on: "sí",
  off: "no",
  greets: "Saludar",
  greetsWhen: "A quien escribe por primera vez o tras dos semanas de silencio.",
  greeting: "Saludo",
  answersWhenShut: "Responder fuera del horario",
  answersWhen: "Quien escribe con el negocio cerrado oye esto en lugar del saludo.",
  whenShut: "Respuesta",
  opening: "Horario",
  shut: "cerrado",
  addSpan: "Añadir horas",
  addSpanOf: "Añadir horas, {{day}}",
  removeSpan: "Quitar estas horas, {{day}}",
  from: "Abre, {{day}}",
  to: "Cierra, {{day}}",
  timeZone: "Zona horaria",
  fallback: "Para todos los demás",
  saved: "Guardado.",
} satisfies Same<typeof en>;
