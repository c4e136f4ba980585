import { board } from "./pages/board.es.ts";
import { composer } from "./pages/composer.es.ts";
import { connecting } from "./pages/connecting.es.ts";
import { contacts } from "./pages/contacts.es.ts";
import { costs } from "./pages/costs.es.ts";
import { desk } from "./pages/desk.es.ts";
import { diagnosis } from "./pages/diagnosis.es.ts";
import { firstWords } from "./pages/first-words.es.ts";
import { houseRules } from "./pages/house-rules.es.ts";
import { intake } from "./pages/intake.es.ts";
import { learning } from "./pages/learning.es.ts";
import { media } from "./pages/media.es.ts";
import { mend } from "./pages/mend.es.ts";
import { numbers } from "./pages/numbers.es.ts";
import { quickReplies } from "./pages/quick-replies.es.ts";
import { request } from "./pages/request.es.ts";
import { templates } from "./pages/templates.es.ts";
import { thread } from "./pages/thread.es.ts";
import { trade } from "./pages/trade.es.ts";
import { tray } from "./pages/tray.es.ts";
import { domain } from "./words/domain.es.ts";
import { failure } from "./words/failure.es.ts";
import { firstRun } from "./words/first-run.es.ts";
import { kit } from "./words/kit.es.ts";
import { people } from "./words/people.es.ts";
import { phones } from "./words/phones.es.ts";
import { shell } from "./words/shell.es.ts";

export const es = {
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
