import { board } from "./pages/board.ar.ts";
import { composer } from "./pages/composer.ar.ts";
import { connecting } from "./pages/connecting.ar.ts";
import { contacts } from "./pages/contacts.ar.ts";
import { costs } from "./pages/costs.ar.ts";
import { desk } from "./pages/desk.ar.ts";
import { diagnosis } from "./pages/diagnosis.ar.ts";
import { firstWords } from "./pages/first-words.ar.ts";
import { houseRules } from "./pages/house-rules.ar.ts";
import { intake } from "./pages/intake.ar.ts";
import { learning } from "./pages/learning.ar.ts";
import { media } from "./pages/media.ar.ts";
import { mend } from "./pages/mend.ar.ts";
import { numbers } from "./pages/numbers.ar.ts";
import { quickReplies } from "./pages/quick-replies.ar.ts";
import { request } from "./pages/request.ar.ts";
import { templates } from "./pages/templates.ar.ts";
import { thread } from "./pages/thread.ar.ts";
import { trade } from "./pages/trade.ar.ts";
import { tray } from "./pages/tray.ar.ts";
import { domain } from "./words/domain.ar.ts";
import { failure } from "./words/failure.ar.ts";
import { firstRun } from "./words/first-run.ar.ts";
import { kit } from "./words/kit.ar.ts";
import { people } from "./words/people.ar.ts";
import { phones } from "./words/phones.ar.ts";
import { shell } from "./words/shell.ar.ts";

export const ar = {
  domain,
  failure,
  kit,
  shell,
  people,
  firstRun,
  phones,
  tray,
  desk,
  board,
  request,
  thread,
  intake,
  contacts,
  costs,
  composer,
  learning,
  media,
  mend,
  numbers,
  connecting,
  firstWords,
  diagnosis,
  templates,
  quickReplies,
  houseRules,
  trade,
};
