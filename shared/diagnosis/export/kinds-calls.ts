/** Words for calls between the people of a chat, by language; in lower case, without what follows of how long. */
import { words } from "./kinds-marks.ts";

/** Nobody answered; believed without a mark before it. */
export const MISSED_CALL: ReadonlySet<string> = words({
  ar: "مكالمة صوتية فائتة|مكالمة فيديو فائتة|مكالمة فائتة|مكالمة صوتية لم يرد عليها|مكالمة فيديو لم يرد عليها",
  de: "verpasster sprachanruf|verpasster videoanruf|verpasster anruf|verpasster gruppenanruf",
  en: "missed voice call|missed video call|missed group voice call|missed group video call|missed group call|silenced voice call|silenced video call",
  es: "llamada perdida|videollamada perdida|llamada de voz perdida|videollamada grupal perdida|llamada grupal perdida",
  fr: "appel vocal manqué|appel vidéo manqué|appel manqué|appel vocal de groupe manqué",
  he: "שיחה קולית שלא נענתה|שיחת וידאו שלא נענתה|שיחה שלא נענתה",
  hi: "मिस्ड वॉइस कॉल|मिस्ड वीडियो कॉल|मिस्ड वॉयस कॉल|छूटी हुई वॉइस कॉल|छूटी हुई वीडियो कॉल",
  id: "panggilan suara tak terjawab|panggilan video tak terjawab|panggilan suara tidak terjawab|panggilan video tidak terjawab|panggilan tak terjawab",
  it: "chiamata vocale persa|videochiamata persa|chiamata persa",
  ms: "panggilan suara terlepas|panggilan video terlepas",
  nl: "gemiste spraakoproep|gemiste video-oproep|gemiste oproep|gemist videogesprek|gemist spraakgesprek",
  pl: "nieodebrane połączenie głosowe|nieodebrane połączenie wideo|nieodebrane połączenie",
  pt: "chamada de voz perdida|chamada de vídeo perdida|ligação de voz perdida|ligação de vídeo perdida|ligação perdida|chamada perdida|videochamada perdida",
  ru: "пропущенный аудиозвонок|пропущенный видеозвонок|пропущенный звонок|пропущенный групповой звонок",
  sw: "simu ya sauti ambayo haikujibiwa|simu ya video ambayo haikujibiwa",
  tr: "cevapsız sesli arama|cevapsız görüntülü arama|cevapsız arama",
  uk: "пропущений аудіодзвінок|пропущений відеодзвінок|пропущений дзвінок",
  zh: "未接语音通话|未接视频通话|未接來電|未接語音通話|未接視訊通話|未接来电|未接聽語音通話",
});

/** Believed only behind WhatsApp's own mark: people write these words themselves. */
export const CALL: ReadonlySet<string> = words({
  ar: "مكالمة صوتية|مكالمة فيديو|مكالمة جماعية",
  de: "sprachanruf|videoanruf|gruppenanruf",
  en: "voice call|video call|group voice call|group video call|group call",
  es: "llamada|llamada de voz|videollamada|llamada grupal|videollamada grupal",
  fr: "appel vocal|appel vidéo|appel de groupe",
  he: "שיחה קולית|שיחת וידאו",
  hi: "वॉइस कॉल|वीडियो कॉल|वॉयस कॉल",
  id: "panggilan suara|panggilan video",
  it: "chiamata vocale|videochiamata",
  nl: "spraakoproep|video-oproep|spraakgesprek|videogesprek",
  pl: "połączenie głosowe|połączenie wideo|rozmowa głosowa|rozmowa wideo",
  pt: "ligação de voz|ligação de vídeo|chamada de voz|chamada de vídeo|videochamada",
  ru: "аудиозвонок|видеозвонок|групповой звонок",
  tr: "sesli arama|görüntülü arama",
  uk: "аудіодзвінок|відеодзвінок",
  zh: "语音通话|视频通话|語音通話|視訊通話",
});
