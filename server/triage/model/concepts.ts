/**
 * Words of eight languages that mean the same to a service business, so that what was learnt in one language helps in
 * the others. A star stands for any ending. English, Spanish, Portuguese, French, Indonesian, Arabic, Hinglish,
 * Swahili. Pure.
 */
import { foldWord } from "../../../shared/words/words.ts";

const CONCEPTS: Record<string, string> = {
  parcel:
    "parcel* package* shipment* paquete* envio* pacote* encomenda* colis livraison* paket* kiriman* resi طرد طرود شحنه شحنتي شحنات طلبيه parcel kifurushi mzigo vifurushi tracking rastreo rastreio suivi awb",
  courier:
    "courier* driver* rider* repartidor* mensajero* conductor* entregador* motoboy* motorista* livreur* chauffeur* kurir* supir sopir driver* مندوب سائق سواق delivery dereva msafirishaji",
  deliver:
    "deliver* entreg* repart* livr* antar* diantar* dikirim* kirim* توصيل وصل وصلت يوصل توصلون تسليم استلم استلمت pahunch* deliver* leta* letewa* fikish* peleka* nimepokea",
  late: "late delay* overdue tarde demora* retras* atras* tard* retard* telat* terlambat* lama متاخر تاخر تاخير اتاخر der late chelew* kuchelewa",
  broken:
    "broke* broken damage* crack* rot* romp* quebr* estrag* dan* cass* abim* casse* rusak* pecah* مكسور انكسر خربان خرب عطل عطلان تعطل بايظ toot* tut* kharab* imeharibik* imevunj* mbovu haribik*",
  works_not:
    "fault* fail* working funciona* funcion* marche fonctionn* mati jalan nyala يشتغل شغال تشتغل بيشتغل chal* kaam haifanyi inafanya fanyi haiwaki",
  repair:
    "repair* fix* mend* technician* plumber* electrician* mechanic* reparar* arregl* tecnico* plomero fontanero electricista consert* arrumar* encanador eletricista repar* depann* plombier* technicien* servis* perbaiki* benerin* tukang* teknisi* تصليح صيانه فني سباك كهربائي يصلح اصلاح mistri mechanic theek thik fundi rekebish* tengenez* mafundi",
  leak: "leak* drip* gote* fuga* gotera* vaza* ping* fuite* coule* goutt* bocor* rembes* netes* تسريب تسرب يسرب ينقط leak* tapak* vuja* inavuja",
  water: "water agua* eau air مويه مياه ماء مايه المي paani pani maji",
  power:
    "power electric* light* luz electric* energia corrente courant electricite lumiere listrik* lampu* كهربا كهرباء نور كهرب bijli light umeme taa",
  cooling:
    "aircon* ac heating boiler heater aire calefaccion caldera calentador ar-condicionado aquecedor clim* chaudiere chauffage* pendingin مكيف تكييف سخان geyser cooler kiyoyozi",
  blocked:
    "block* clog* stuck jam* tapad* atasc* atorad* entup* pres* bouch* bloqu* coinc* mampet* macet* nyangkut* مسدود انسد عالق phas* atak* imeziba ziba* kwama* imekwama",
  danger:
    "fire smoke gas burn* flood* spark* shock* emergency danger* bleed* incendio humo gas quem* inund* chispa* emergenc* peligro* sangr* fogo fumaca faisca* perigo* feu fumee gaz inond* etincelle* urgence* danger* saigne* kebakaran asap banjir korslet* darurat* bahaya* حريق دخان غاز غرق شرار طوارئ خطر نزيف aag dhua dhuan gas current khatra moto moshi gesi mafuriko hatari dharura cheche",
  urgent:
    "urgent* asap immediately now urgent* inmediat* ahora ya imediat* agora vite immediat* segera* sekarang* cepat* buruan مستعجل عاجل ضروري فورا حالا الحين jaldi turant abhi urgent haraka sasa upesi",
  appointment:
    "appointment* book* slot* visit* schedul* cita* turno* agendar* reserv* hora visita* consulta* marcar* agend* rendez* rdv creneau* prendre janji* jadwal* booking* موعد حجز احجز مواعيد appointment* samay miadi kuhifadhi nafasi",
  reschedule:
    "resched* move* postpone* shift* cambiar* mover* reprogram* aplaz* remarc* adiar* mudar* report* decal* deplac* undur* reschedul* pindah* majukan* تاجيل تغيير اغير نغير ااجل badal* shift* postpone* ahirish* badili* sogeza*",
  cancel:
    "cancel* unsubscribe* stop cancel* anul* baja suspender* cancel* desmarc* annul* resil* arret* batal* dibatalkan الغاء الغي الغيت كنسل cancel* band katisha* futa* sitisha* ghairi* kughairi",
  bill: "bill* invoice* statement* receipt* factura* recibo* boleta* cobro* cobr* fatura* nota boleto* conta factur* recu* prelev* tagihan* invoice* kwitansi* struk* nota faktur* فاتوره فواتير ايصال وصل bill* rasid invoice ankara* risiti* bili",
  pay: "pay* paid charg* pago* pagar* pague cobr* pagamento* paguei pix paye* payer* paiement* regl* bayar* dibayar* transfer* trf دفع دفعت ادفع تحويل حولت سداد payment* paise paisa pay lip* malipo kulipa lipa nimelipa mpesa m-pesa",
  refund:
    "refund* reimburs* reembols* devoluc* devolv* estorn* rembours* refund* kembalikan* pengembalian استرجاع ارجاع فلوس رجعوا refund* wapas rudish* kurudishiwa rejesh*",
  twice: "twice double* dos doble* duplicad* duas dobr* deux double* dobel* مرتين do baar double mbili",
  price:
    "price* cost* quote* how much cuanto* precio* cuesta* cotiz* presupuesto* quanto* preco* orcament* custa combien prix devis tarif* cout* harga* berapa* biaya* سعر بكم كم اسعار تكلفه kitna* kitne* rate* price bei gani shilingi gharama",
  complaint:
    "complain* rude unaccept* disappoint* terrible awful worst shame* queja* reclam* grosero* pesim* inacept* vergon* descepcion* decepcion* reclamacao grosseir* pessim* absurdo* vergonh* plainte* reclam* impoli* inadmiss* honte* nul scandal* komplain* keluhan* kecewa* kasar* parah* شكوى شكوي سيء سيئه زفت قله محترم اسوا shikayat* bakwas* ghatiya* badtameez* complain* malalamiko* lalamik* mbaya jeuri aibu",
  again:
    "again still third keeps otra vez sigue* nuevamente outra novo ainda continua* encore toujours lagi masih terus مره ثانيه لسه phir dobara tena bado",
  person:
    "staff manager supervisor gerente encargado supervisor responsavel atendente* responsable vendeur* employe* atasan* karyawan* petugas* مدير موظف موظفه مشرف manager staff meneja msimamizi mfanyakazi mhudumu",
  hours:
    "hours open* close* horario* abren cierran abierto* funcionam aberto* fech* horaire* ouvert* ouvr* ferm* buka* tutup* jam دوام تفتحون تقفلون مفتوح فاتحين khul* band timing* mnafungua mnafunga saa wazi",
  question:
    "do you does what which quisiera saber tienen hacen aceptan voces tem fazem est-ce avez faites apakah apa ada هل عندكم ممكن في kya kaun kaunsa je mna mnatoa mnauza",
  order:
    "order* buy* want* need* quiero* necesito* pedir* pedido* comprar* encargar* queria quero* preciso* encomend* command* achet* voudrais* besoin* pesan* order* mau beli* butuh* اطلب ابغى ابي عايز اريد بدي محتاج طلب chahiye mangwana bhejo order nataka naomba ninahitaji nahitaji agiza* kuagiza oda",
  install:
    "install* instal* installer* pasang* تركيب نركب تركبون lagwan* lagana install* funga* kufunga sakinisha*",
  login:
    "login log sign password* pin code otp contrasena* clave* codigo* iniciar sesion senha* codigo* entrar acesso* mot passe code connexion connecter* kata sandi password* masuk kode* كلمه سر المرور رمز كود دخول ادخل تسجيل password otp login nywila neno siri namba kuingia ingia",
  account:
    "account* profile* app cuenta* perfil* aplicacion conta* perfil cadastro* aplicativo compte* profil* appli* akun* aplikasi* حساب حسابي تطبيق account* app akaunti programu",
  key: "key* badge* fob* locked llave* tarjeta acceso* chave* cracha* cle* badge* kunci* kartu* مفتاح مفاتيح بطاقه chabi chaabi key* funguo ufunguo kadi",
  phone_changed:
    "number email address correo direccion telefono e-mail endereco telefone numero adresse telephone nomor alamat رقم ايميل عنوان number email pata namba anwani barua",
  thanks:
    "thank* thx ty gracias grac obrigad* valeu brigad* merci* makasih* terima kasih trims tq شكرا مشكور تسلم يعطيك dhanyavad* shukriya thank* asante* shukrani nashukuru ahsante",
  greeting:
    "hi hello hey hola buenas ola oi bom boa bonjour salut coucou halo hai assalamualaikum سلام مرحبا هلا اهلا hi namaste hello habari mambo jambo hujambo salama shikamoo",
  okay: "ok okay fine great perfect good nice vale listo perfecto bueno beleza perfeito otimo blz d'accord parfait super oke sip siap baik mantap تمام طيب ماشي حلو ممتاز achha theek thik badhiya sawa poa safi vizuri",
  wrong:
    "wrong incorrect mistake* equivocad* incorrect* error* errad* erro* mauvais* erreur* tromp* salah* keliru* غلط خطا خاطئ galat* wrong makosa vibaya kosea* sio",
  missing:
    "missing lost never arrive* arrived falta* perdid* llego llegado chegou extraviad* sumiu perdu* manqu* recu* arrive hilang* kurang* sampai* nyampe* ناقص ضاع مفقود ضايع mila* nahi gayab* gum potea* haijafika hazijafika imepotea",
  vehicle:
    "car truck van bus bike coche auto carro camion moto autobus camioneta caminhao onibus voiture camion mobil motor truk bis سياره باص شاحنه gaadi gadi bus gari basi pikipiki lori",
  internet:
    "internet wifi router network signal red senal router internet rede sinal reseau box fibre jaringan sinyal انترنت نت راوتر شبكه wifi net network mtandao intaneti",
  door: "door* lock* gate* puerta* cerradura* chapa porta* fechadura* portao porte* serrure* portail pintu* pagar* gembok* باب قفل بوابه darwaza* taala lock mlango kufuli geti milango",
  lift: "lift elevator ascensor elevador ascenseur lift مصعد اسانسير lift lifti",
  doctor:
    "doctor* dentist* clinic* patient* medico* dentista* clinica* paciente* medecin* docteur* dentiste* patient* dokter* klinik* pasien* دكتور طبيب عياده مريض doctor* clinic daktari kliniki mgonjwa hospitali",
  cleaning:
    "clean* laundry limpi* lavander* limp* faxina* nettoy* menage* pressing bersih* laundry* cuci* تنظيف غسيل مغسله safai laundry usafi fua* kufua dobi",
  today: "today tonight hoy hoje aujourd'hui hari اليوم النهارده الليله aaj leo",
  tomorrow: "tomorrow manana amanha demain besok بكره بكرا غدا kal kesho",
};

const exact = new Map<string, string[]>();
const stems = new Map<string, { stem: string; concept: string }[]>();
/** A stem is looked for among those with the same beginning. */
const BEGINNING = 2;

for (const [concept, words] of Object.entries(CONCEPTS))
  for (const word of words.split(" ")) {
    const folded = foldWord(word.replace("*", ""));
    if (word.endsWith("*")) {
      const beginning = folded.slice(0, BEGINNING);
      stems.set(beginning, [...(stems.get(beginning) ?? []), { stem: folded, concept }]);
    } else exact.set(folded, [...(exact.get(folded) ?? []), concept]);
  }

/** Arabic writes "and", "with", "for" and "the" onto the word. */
const WRITTEN_ON = /^(?:و|ف)?(?:بال|لل|ال|ب|ل)?(?=\p{Script=Arabic}{3})/u;

/** What a folded word means, if it is one of these; a word may mean more than one thing. */
export function conceptsOf(folded: string): string[] {
  const bare = folded.replace(WRITTEN_ON, "");
  const found = new Set([...(exact.get(folded) ?? []), ...(exact.get(bare) ?? [])]);
  for (const { stem, concept } of stems.get(folded.slice(0, BEGINNING)) ?? [])
    if (folded.startsWith(stem)) found.add(concept);
  return [...found];
}
