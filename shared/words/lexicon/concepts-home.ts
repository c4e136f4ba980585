/** In order: English, Spanish, Portuguese, French, Indonesian, Arabic, Hinglish, Swahili. */
export const HOME_THINGS: Record<string, string> = {
  tap: "tap, taps, faucet*, grifo*, canilla*, llave del agua, torneira*, robinet*, keran*, kran, حنفيه, صنبور, نافورة, nal, nalka, tonti, bomba la maji, koki",
  leak: "leak*, drip*, gotea*, gotera*, fuga*, filtraci*, vazament*, vazando, goteira*, infiltra*, fuite*, fuit, bocor*, rembes*, netes*, تسريب, تسرب, يسرب, بيسرب, تهريب, بينقط, tapak*, leakage, inavuja, kuvuja, yavuja, linavuja, unavuja, yanavuja, mvujo",
  toilet:
    "toilet*, wc, flush*, inodoro*, excusado*, poceta, vaso sanitario, privada, descarga, toilettes, chasse d eau, cuvette, kloset*, mرحاض, مرحاض, تواليت, سيفون, commode, choo",
  sink: "sink*, washbasin, basin, fregadero*, lavabo*, lavaplatos, pileta, bacha, pia, evier*, wastafel*, مغسله, حوض, سنك, sinki",
  drain:
    "drain*, sewer*, gutter*, clogged, blocked, desague*, canerias, caneria, tuberia*, cloaca*, ralo*, esgoto*, encanament*, cano, canos, canalisation*, egout*, bouche, bouchee, saluran, pipa, mampet, مجاري, بالوعه, صرف, انسداد, ماسوره, مواسير, naali, nali, pipe*, bomba, mtaro, limeziba, imeziba",
  shower: "shower*, ducha*, regadera*, chuveiro*, box do banheiro, douche*, pancuran, دش, شاور, bafu",
  heater:
    "heater*, boiler*, geyser*, hot water, calefon, calentador*, termotanque*, agua caliente, termo, caldera, aquecedor*, agua quente, chauffe eau, chaudiere*, eau chaude, water heater, pemanas*, air panas, سخان, السخانه, مويه حاره, ميه سخنه, مياه ساخنه, garam paani, garam pani, maji moto, hita",
  heating: "heating, radiator*, calefaccion, radiador*, aquecimento, chauffage, radiateur*, تدفئه, شوفاج",
  water: "water, agua, eau, air pam, pdam, مويه, ميه, مياه, ماء, paani, pani, maji",
  tank: "tank, tanks, tanque*, tinaco*, cisterna*, caixa d agua, reservoir*, citerne*, toren, tandon, خزان, tanki, tenki",
  pump: "pump, pumps, motobomba*, bomba de agua, pompe*, pompa*, مضخه, ماتور, motor pump, pampu",
  ac: "ac, a c, acs, air con, aircon, air conditioner*, air conditioning, aire acondicionado, aire, aires, split, minisplit, ar condicionado, climatiseur*, clim, climatisation, ac nya, acnya, pendingin, مكيف, المكيفات, مكيفات, تكييف, التكييفات, سبليت, kiyoyozi, eesi, esi",
  fridge:
    "fridge*, refrigerator*, freezer*, heladera*, nevera*, refrigerador*, refri, frigorifico, congelador, geladeira*, frigo, refrigerateur*, congelateur*, kulkas*, freezer, ثلاجه, تلاجه, فريزر, براد, friji, friza",
  washer:
    "washing machine*, washer, lavadora*, lavarropas, maquina de lavar, lavadora de roupa, machine a laver, lave linge, mesin cuci*, غساله, washing machine, mashine ya kufua",
  dryer: "dryer*, tumble, secadora*, secarropas, seche linge, pengering, مجفف, نشافه",
  dishwasher: "dishwasher*, lavavajillas, lava loucas, lave vaisselle, جلايه",
  oven: "oven*, stove*, cooker*, hob, horno*, cocina a gas, estufa*, anafe, forno*, fogao, four, cuisiniere*, gaziniere*, kompor*, oven, فرن, بوتاجاز, طباخ, chulha, jiko, oveni",
  microwave: "microwave*, microondas, micro ondes, microwave, مايكرويف, maikrowevu",
  tv: "tv, television, televisor, tele, televisao, televiseur, tivi, تلفزيون, تليفزيون, شاشه, runinga, luninga",
  light:
    "light, lights, lamp, lamps, bulb, bulbs, luz, luces, lampara*, foco, focos, bombilla*, luminaria*, lampada*, lumiere*, lampe*, ampoule*, lampu*, نور, لمبه, لمبات, اضاءه, انوار, batti, bulb, tubelight, taa, balbu",
  power:
    "power, electricity, blackout, outage, current, electricidad, corriente, sin luz, apagon, eletricidade, energia, sem luz, falta de luz, courant, electricite, listrik*, mati lampu, كهرباء, كهربا, الكهربا, التيار, bijli, current, umeme, stima",
  socket:
    "socket*, outlet*, plug, plugs, enchufe*, tomacorriente*, toma de corriente, tomada*, prise*, stop kontak, stopkontak, colokan, فيش, بريزه, افياش, بلاك, soketi",
  switch: "switch*, interruptor*, llave de luz, interrupteur*, saklar*, مفتاح النور, مفتاح الكهرباء, swichi",
  breaker:
    "breaker*, fuse*, fuse box, db board, panel electrico, diferencial, termica, disyuntor, llave termica, tablero, fusible*, disjuntor*, quadro de luz, disjoncteur*, tableau electrique, mcb, sekring, jeglek, قاطع, طبلون, فيوز, ليات, mcb, fyuzi",
  wiring:
    "wiring, wire, wires, cable, cables, cableado, fiacao, fio, fios, cablage, fils, kabel*, سلك, اسلاك, كيبل, taar, nyaya, waya",
  door: "door, doors, puerta*, porta, portas, porte, portes, pintu, pintunya, باب, الباب, ابواب, darwaza, darwaja, mlango, milango",
  gate: "gate, gates, porton*, portao*, portail, gerbang, pagar, بوابه, البوابه, geti",
  lock: "lock, locks, locksmith, cerradura*, chapa, cerrajer*, fechadura*, chaveiro, serrure*, serrurier, gembok, kunci pintu, قفل, كالون, غال, tala, taala, kufuli, kitasa",
  key: "key, keys, llave, llaves, chave, chaves, cle, cles, kunci, kuncinya, مفتاح, المفتاح, مفاتيح, chabi, chaabi, ufunguo, funguo",
  window:
    "window*, glass pane, ventana*, vidrio*, janela*, vidro*, fenetre*, vitre*, jendela*, kaca, شباك, شبابيك, نافذه, زجاج, ازاز, khidki, khidaki, kaanch, dirisha, madirisha, kioo",
  roof: "roof*, techo*, tejado*, azotea, telhado*, toit*, toiture, atap*, genteng, سقف, السطح, chhat, chat ka, paa, bati, mabati",
  ceiling: "ceiling*, cielo raso, cielorraso, teto, forro, plafond*, plafon*, سقف مستعار, dari",
  wall: "wall, walls, pared, paredes, muro, parede, paredes, mur, murs, tembok*, dinding*, حيطه, حائط, جدار, حيطان, deewar, diwar, ukuta, kuta",
  floor_tiles:
    "tile, tiles, flooring, baldosa*, azulejo*, ceramica*, ladrilho*, piso ceramico, carrelage*, keramik*, ubin, بلاط, سيراميك, tiles, vigae, marumaru",
  paint:
    "paint*, repaint*, pintar, pintura*, pintor*, tinta, peinture*, peindre, peintre*, ngecat, pengecatan, tukang cat, دهان, بويه, صبغ, painting, putty, rangi, kupaka rangi",
  furniture:
    "furniture, sofa*, couch, wardrobe*, mattress*, cupboard*, cabinet*, shelf, shelves, mueble*, armario*, colchon*, estante*, moveis, movel, guarda roupa, colchao, meuble*, armoire*, matelas, canape*, lemari*, kasur*, rak, كنبه, اثاث, خزانه, دولاب, مرتبه, almari, almirah, bistar, kabati, samani, kochi, godoro",
  bed: "bed, beds, cama, camas, lit, lits, ranjang*, tempat tidur, سرير, bistar, palang, kitanda, vitanda",
  table: "table, desk, mesa, mesas, bureau en bois, meja*, طاوله, ترابيزه, mez, meza",
  chair: "chair*, silla*, cadeira*, chaise*, kursi*, كرسي, كراسي, kursi, kiti, viti",
  curtain:
    "curtain*, blind*, cortina*, persiana*, rideau*, gorden*, tirai*, ستاره, ستائر, parda, parde, pazia, mapazia",
  carpet:
    "carpet*, rug, rugs, alfombra*, tapete*, tapis, moquette, karpet*, سجاد, سجاده, موكيت, kaaleen, carpet, zulia, zuria",
  garden:
    "garden*, lawn*, grass, tree*, hedge, jardin, jardiner*, cesped, pasto, arbol*, jardim, grama, arvore*, pelouse, arbre*, haie, taman, rumput, pohon*, حديقه, جنينه, شجره, اشجار, bageecha, ped, bustani, nyasi, mti, miti",
  pool: "pool, swimming, piscina*, alberca*, pileta de natacion, piscine*, kolam*, مسبح, حمام سباحه, bwawa",
  lift: "lift, lifts, elevator*, ascensor*, elevador*, ascenseur*, مصعد, اسانسير, lifti",
  camera: "camera*, cctv, camara*, cameras, kamera*, كاميرا, كاميرات, kamera",
  alarm: "alarm*, smoke detector, alarma*, alarme*, انذار, جرس الانذار, kengele ya",
  intercom:
    "intercom*, doorbell*, buzzer, portero electrico, timbre, interfone*, campainha*, interphone*, sonnette, bel pintu, interkom, انتركم, جرس الباب, ghanti, kengele ya mlango",
  remote: "remote*, control remoto, controle remoto, telecommande*, remot*, ريموت, rimoti",
  pest: "pest*, cockroach*, roach*, rat, rats, mice, mouse, termite*, ants, bed bug*, bedbug*, wasps, bees, fumigat*, plaga*, cucaracha*, rata, ratas, raton*, hormiga*, termita*, chinche*, fumiga*, barata, baratas, rato, ratos, cupim*, formiga*, dedetiz*, cafard*, souris, fourmi*, punaise*, guepe*, kecoa*, tikus*, rayap*, semut, صراصير, فيران, فار, نمل, حشرات, رش, makdi, chuha, chuhe, deemak, mende, panya, mchwa, kunguni, siafu, nyuki",
  mould:
    "mould, mold, damp*, humedad, moho, mofo, umidade, moisissure*, humidite, jamur, lembab, رطوبه, عفن, seelan, silan, ukungu, unyevu",
  gas: "gas, gas smell, garrafa, butano, botijao, gaz, bouteille de gaz, elpiji, lpg, tabung gas, غاز, جره الغاز, انبوبه, cylinder, gesi, mtungi",
  smell:
    "smell*, stink*, olor*, huele, cheiro*, fede, odeur*, bau, ريحه, رائحه, badbu, badboo, smell, harufu",
  noise:
    "noise*, noisy, buzz*, rattl*, grind*, squeak*, ruido*, barulho*, bruit*, suara*, bunyi*, berisik, صوت, ازعاج, دوشه, awaaz, awaz, kelele, sauti",
  cleaning:
    "cleaning, cleaner*, deep clean, limpieza, limpiar, limpeza, faxina*, diarista, menage, nettoyage, nettoyer, bersih bersih, pembersihan, cleaning service, تنظيف, نظافه, safai, saaf, usafi, kusafisha",
  solar:
    "solar, panel solar, paneles, placas solares, painel solar, panneau*, panel surya, شمسيه, الواح, sola",
  generator:
    "generator*, genset*, inverter*, ups, generador*, gerador*, groupe electrogene, مولد, مولده, jenereta",
  fan: "fan, fans, ventilador*, ventilateur*, kipas*, مروحه, pankha, feni",
  filter: "filter*, filtro*, filtre*, saringan, فلتر, فلاتر, chujio",
  "room:kitchen": "kitchen*, cocina, cozinha*, cuisine, dapur*, مطبخ, المطبخ, rasoi, kitchen, jikoni",
  "room:bathroom":
    "bathroom*, ensuite, bano, banos, banheiro*, salle de bain*, kamar mandi*, حمام, الحمام, bathroom, bafuni, bafu",
  "room:bedroom":
    "bedroom*, master room, dormitorio*, recamara*, cuarto*, quarto*, chambre*, kamar tidur, kamar, غرفه النوم, اوضه, bedroom, kamra, chumba cha kulala",
  "room:living":
    "living room, lounge, sala, comedor, living, salon, sejour, ruang tamu, صاله, الصالون, hall, drawing room, sebuleni",
  "room:garage": "garage, cochera, garaje, garagem, garasi, جراج, كراج, gereji",
  "room:balcony":
    "balcony, terrace, balcon*, terraza, varanda*, sacada*, terrasse, balkon*, teras, بلكونه, شرفه, balcony, baraza",
  "room:basement": "basement, cellar, sotano, porao, subsolo, cave, sous sol, قبو, بدروم",
  "room:office":
    "office, oficina*, escritorio, bureau, bureaux, kantor*, مكتب, المكتب, daftar, ofisi, ofisini",
  "room:shop":
    "shop, store, negocio, local, tienda, loja, boutique, magasin, toko*, محل, المحل, دكان, dukaan, dukan, duka, dukani",
  "room:reception": "reception, lobby, recepcion, recepcao, accueil, resepsionis, lobi, استقبال, mapokezi",
  "room:upstairs": "upstairs, arriba, em cima, a l etage, lantai atas, فوق, upar, juu",
  "room:downstairs": "downstairs, abajo, embaixo, en bas, lantai bawah, تحت, neeche, niche, chini",
};
