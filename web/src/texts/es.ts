import { board } from "./pages/board.es.ts";
import { contacts } from "./pages/contacts.es.ts";
import { request } from "./pages/request.es.ts";
import { tray } from "./pages/tray.es.ts";
import { domain } from "./words/domain.es.ts";
import { kit } from "./words/kit.es.ts";
import { shell } from "./words/shell.es.ts";

export const es = { domain, kit, shell, tray, board, request, contacts };
