import { board } from "./pages/board.en.ts";
import { contacts } from "./pages/contacts.en.ts";
import { request } from "./pages/request.en.ts";
import { tray } from "./pages/tray.en.ts";
import { domain } from "./words/domain.en.ts";
import { kit } from "./words/kit.en.ts";
import { shell } from "./words/shell.en.ts";

export const en = { domain, kit, shell, tray, board, request, contacts };
