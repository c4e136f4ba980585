import { board } from "./pages/board.ar.ts";
import { contacts } from "./pages/contacts.ar.ts";
import { request } from "./pages/request.ar.ts";
import { tray } from "./pages/tray.ar.ts";
import { domain } from "./words/domain.ar.ts";
import { kit } from "./words/kit.ar.ts";
import { shell } from "./words/shell.ar.ts";

export const ar = { domain, kit, shell, tray, board, request, contacts };
