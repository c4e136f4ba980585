/** In order: English, Spanish, Portuguese, French, Indonesian, Arabic, Hinglish, Swahili. */
export const OTHER_THINGS: Record<string, string> = {
  parcel:
    "parcel*, package*, packet*, shipment*, box, boxes, paquete*, encomienda*, envio*, caja, cajas, pacote*, encomenda*, caixa, caixas, colis, carton*, paket*, kiriman*, barang*, kardus, dus, طرد, طرود, شحنه, الشحنه, كرتون, كراتين, بضاعه, parcel, saman, samaan, dabba, peti, mzigo, mizigo, kifurushi, vifurushi, boksi",
  envelope:
    "envelope*, letter, letters, documents, sobre, sobres, carta, envelope, enveloppe*, courrier, amplop, surat, ظرف, مظروف, lifafa, bahasha, barua",
  pickup:
    "pickup, pick up, pick it up, collect, collection, retiro, retirar, recoger, recoleccion, recogida, coleta*, coletar, retirada, buscar, ramassage, enlevement, recuperer, jemput*, pick up, ambil, استلام من, pickup, uthana, kuchukua, mchukue, kuchukuliwa",
  delivery:
    "deliver*, entrega*, entregar, delivery, livraison*, livrer, livre, livreur, kirim*, antar*, pengiriman, توصيل, تسليم, يوصل, delivery, pahuncha*, kuleta, kupeleka, mletee",
  rider:
    "rider, driver, courier, repartidor*, mensajero*, chofer, entregador*, motoboy*, motorista*, livreur*, coursier*, chauffeur*, kurir*, driver, supir, مندوب, سائق, سواق, delivery boy, delivery wala, driver, dereva, boda*, rider",
  customs: "customs, duty, aduana*, alfandega, douane*, bea cukai, جمارك, جمرك, forodha, ushuru",
  appointment:
    "appointment*, booking, slot, cita, citas, turno, turnos, consulta, consultas, agendament*, rendez vous, rdv, creneau, janji temu, janjian, jadwal, موعد, مواعيد, ميعاد, حجز, appointment, miadi",
  doctor:
    "doctor*, dr, dra, physician, medico, medica, medecin, docteur, dokter*, دكتور, دكتوره, طبيب, طبيبه, daktari, vaidya",
  dentist:
    "dentist*, tooth*, teeth, dental, crown, braces, filling, root canal, dentista*, diente*, muela*, brackets, corona, dente, dentes, aparelho, canal, dentiste*, dent, dents, couronne, dokter gigi, gigi*, اسنان, سن, ضرس, ضرسي, تقويم, daant, dant, dentist, meno, jino, daktari wa meno",
  eye: "eye, eyes, glasses, spectacles, lenses, ojo, ojos, lentes, gafas, olho, olhos, oculos, oeil, yeux, lunettes, mata, kacamata, عيون, عين, نظاره, aankh, chashma, jicho, macho, miwani",
  lab: "lab, blood test, test results, results, sample, x ray, xray, scan, ultrasound, mri, analisis, resultado*, laboratorio, radiografia, ecografia, exame*, exames, raio x, analyses, resultats, radio, echographie, prise de sang, hasil lab, hasil tes, hasil, rontgen, usg, تحليل, تحاليل, نتيجه, نتائج, اشعه, سونار, report, reports, khoon test, sonography, vipimo, majibu, matokeo",
  prescription:
    "prescription*, medicine*, medication*, pills, tablets, dose, refill, receta*, medicamento*, pastilla*, remedio*, receita*, comprimido*, ordonnance*, medicament*, comprime*, resep*, obat*, دواء, ادويه, وصفه, روشته, علاج, حبوب, dawa, dawai, davai, parcha, tablet, dawa, vidonge",
  vaccine: "vaccin*, vacuna*, vacina*, imunisasi, vaksin*, تطعيم, لقاح, teeka, tika, chanjo",
  physio:
    "physio*, therapy, massage, fisioterap*, terapia, masaje*, massagem, kinesi*, kine, seance, fisioterapi*, terapi, علاج طبيعي, مساج, جلسه",
  child:
    "child, kid, kids, baby, nino, nina, ninos, bebe, hijo, hija, crianca*, filho, filha, enfant*, fils, fille, anak*, bayi, طفل, طفلي, ابني, بنتي, ولدي, bachcha, bacche, beta, beti, mtoto, watoto, mwanangu",
  certificate:
    "certificate*, sick note, letter, certificado*, constancia*, justificante, atestado*, declaracao, certificat*, attestation*, arret, surat keterangan, surat sakit, sertifikat, شهاده, تقرير طبي, اجازه مرضيه, praman patra, cheti",
  insurance:
    "insurance, insurer, claim, coverage, seguro*, aseguradora, obra social, poliza, convenio, plano de saude, assurance*, mutuelle, asuransi*, bpjs, تامين, بوليصه, beema, bima",
  bill: "bill, bills, invoice*, factura*, recibo de, fatura*, boleto*, nota fiscal, conta de, facture*, tagihan*, invoice, faktur*, فاتوره, فواتير, bill, bil, ankara, invoice, bili",
  receipt:
    "receipt*, voucher, recibo*, comprobante*, comprovante*, recu, ticket, kuitansi*, struk*, bukti, ايصال, وصل, rasid, raseed, risiti, stakabadhi",
  refund:
    "refund*, money back, reembolso*, devolucion, devolver, devoluci*, estorno*, reembols*, rembours*, refund, pengembalian, استرداد, ارجاع, يرجع المبلغ, فلوسي, refund, paise wapas, paisa wapas, kurejeshewa, marejesho, kurudishiwa",
  payment:
    "payment*, paid, pay, transfer*, deposit*, pago, pagos, pague, transferencia*, sena, anticipo, pagamento*, paguei, pix, sinal, paiement*, paye, virement*, acompte*, bayar*, pembayaran*, transfer*, dp, دفع, دفعت, تحويل, حولت, عربون, payment, bhugtan, advance, gpay, upi, malipo, nimelipa, kulipa",
  card: "card, cards, tarjeta*, cartao*, carte bancaire, carte, kartu*, بطاقه, كرت, كارت, card, kadi",
  account: "account*, cuenta, conta, compte, akun*, rekening*, حساب, الحساب, حسابي, khata, account, akaunti",
  password:
    "password*, passcode, login, log in, sign in, contrasena*, clave, usuario, senha*, mot de passe, identifiant*, kata sandi, password, sandi, كلمه السر, كلمه المرور, الباسورد, باسورد, password, nywila, nenosiri",
  pin: "pin code, my pin, pin number, mi pin, meu pin, code pin, pin saya, الرقم السري, pin yangu, pin",
  otp: "otp, verification code, codigo de verificacion, codigo de verificacao, code de verification, kode otp, رمز التحقق, كود التحقق",
  internet:
    "internet, wifi, wi fi, router*, modem*, broadband, fibra, fiber, fibre, connexion, conexion, conexao, net, indihome, انترنت, النت, نت, واي فاي, راوتر, broadband, mtandao, intaneti, ruta",
  signal:
    "signal*, network, reception bars, senal, sinal de, rede, reseau, sinyal*, jaringan*, شبكه, اشاره, ارسال, network, mtandao wa simu",
  simcard: "sim card*, simcard, tarjeta sim, chip, carte sim, kartu sim, شريحه, شرايح, خط, sim, laini",
  data: "data bundle*, mobile data, gigas, megas, datos moviles, paquete de datos, dados moveis, forfait, kuota, paket data, باقه, بيانات, data pack, bando, bundle*",
  phone:
    "phone, handset, smartphone, iphone, celular, telefono, telefone, telephone, portable, hp, ponsel, موبايل, جوال, تلفون, phone, simu",
  laptop:
    "laptop*, computer*, pc, notebook, computador*, computadora*, ordenador*, ordinateur*, komputer*, لابتوب, كمبيوتر, kompyuta",
  printer: "printer*, impresora*, impressora*, imprimante*, طابعه, printa",
  meter:
    "meter, meters, medidor*, contador, hidrometro, relogio de, compteur*, meteran*, عداد, العداد, meter, mita",
  upgrade: "upgrade*, plan, package, tariff, plano, forfait, abonnement, paket, باقه, ترقيه, kifurushi",
  car: "car, vehicle, toyota, honda, nissan, mazda, ford, suzuki, hyundai, kia, auto, carro, coche, camioneta, vehiculo, veiculo, voiture*, vehicule*, mobil*, avanza, innova, سياره, سيارتي, عربيه, عربيتي, gaadi, gadi, car, swift, gari",
  motorbike:
    "motorbike*, motorcycle*, scooter*, moto, motos, motocicleta*, sepeda motor, motor saya, beat, vario, موتوسيكل, دراجه ناريه, دباب, bike, activa, scooty, pikipiki, boda boda",
  van: "van, vans, truck, trucks, lorry, pickup truck, camion, camiones, furgon*, caminhao, caminhoes, fourgon*, camionnette*, truk*, شاحنه, دينا, tempo, truck, lori",
  brake: "brake*, freno*, freio*, frein*, rem, remnya, فرامل, بريك, فحمات, breki",
  tyre: "tyre*, tire, tires, puncture*, flat tire, llanta*, neumatico*, goma, cubierta, pinchad*, pneu*, roda, crevaison, ban, bannya, ban depan, كفر, كفرات, اطار, كاوتش, بنشر, tyre, puncture, tairi, gurudumu, pancha",
  battery: "battery*, bateria*, batterie*, aki, baterai*, بطاريه, battery, betri",
  engine: "engine*, motor, overheat*, moteur*, mesin*, محرك, ماكينه, مكينه, engine, injini",
  gearbox:
    "gearbox*, transmission*, clutch*, caja de cambios, embrague*, cambio, embreagem*, boite de vitesse*, embrayage*, kopling*, transmisi*, قير, فتيس, كلتش, دبرياج, gear, clutch, gia, klachi",
  oil: "oil change, oil, service, aceite, oleo, troca de oleo, vidange, huile, oli, ganti oli, زيت, غيار زيت, سيرفس, tel, servicing, oili, mafuta",
  windscreen:
    "windscreen*, windshield*, parabrisas, parabrisa*, para brisa, pare brise, kaca depan, زجاج السياره",
  bumper:
    "bumper*, dent, dents, scratch*, paragolpes, parachoque*, rayon, abollad*, choque, para choque*, amassad*, arranhad*, pare choc*, rayure*, bemper*, penyok, baret, صدام, خدش, bampa",
  inspection:
    "inspection*, roadworthy, vtv, itv, revision tecnica, vistoria*, inspecao, controle technique, kir, uji, فحص, معاينه, ukaguzi",
  tow: "tow*, breakdown truck, grua, guincho*, remolque, reboque, depann*, remorqu*, derek*, ونش, سطحه, tow, kuvuta",
  shirt:
    "shirt*, blouse*, camisa*, blusa*, chemise*, chemisier*, kemeja*, baju*, قميص, قمصان, بلوزه, shirt, kurta, shati, blauzi",
  dress: "dress*, gown*, vestido*, robe*, gaun*, فستان, فساتين, dress, lehenga, saree, sari, gauni",
  suit: "suit, suits, blazer*, jacket*, coat*, traje*, saco, chaqueta*, abrigo*, terno*, casaco*, palet*, costume*, veste*, manteau*, jas, jaket*, بدله, جاكيت, معطف, sherwani, coat, suti, koti, jaketi",
  trousers: "trousers, pants, jeans, pantalon*, calca*, celana*, بنطلون, بنطال, pant, suruali",
  bedding:
    "duvet*, blanket*, sheets, bedsheet*, pillow*, comforter, edredon*, cobija*, manta*, sabana*, almohada*, frazada*, edredom, cobertor*, lencol, lencois, travesseiro*, couette*, couverture*, drap, draps, oreiller*, selimut*, sprei*, bed cover, bedcover, bantal, لحاف, بطانيه, شرشف, مفارش, مخده, razai, kambal, chadar, takiya, blanketi, shuka, mto",
  towel:
    "towel*, tablecloth*, toalla*, mantel*, toalha*, serviette*, nappe*, handuk*, taplak, منشفه, فوطه, مناشف, tauliya, taulo",
  shoes:
    "shoe*, sneakers, boots, zapato*, zapatilla*, tenis, botas, sapato*, chaussure*, baskets, sepatu*, حذاء, جزمه, شوز, كوتشي, joota, joote, viatu, kiatu",
  laundry:
    "laundry, wash, washing, ironing, iron, dry clean*, lavanderia, lavado, planchado, planchar, tintoreria, lavagem, passar roupa, blanchisserie, pressing, lessive, repassage, laundry, cucian*, setrika*, غسيل, كوي, مغسله, dhulai, press, istri, dry clean, dobi, kufua, kupiga pasi, nguo",
  stain: "stain*, mancha*, tache*, noda*, بقعه, بقع, daag, dhabba, doa",
  catering:
    "catering, buffet, menu, menus, banquete, cardapio, bufe, traiteur, katering*, prasmanan, menu, بوفيه, منيو, كاترينج, ضيافه, khana, thali, menu, chakula, upishi",
  cake: "cake*, cupcake*, torta*, pastel*, tarta*, bolo*, gateau*, kue, kuenya, كيك, كيكه, تورته, cake, keki",
  guests:
    "guests, people, pax, persons, heads, personas, invitados, comensales, pessoas, convidados, personnes, invites, couverts, orang, tamu, porsi, شخص, اشخاص, نفر, ضيوف, log, logo, mehman, watu, wageni",
  veg: "vegetarian*, vegan*, veg, halal, gluten, allerg*, alergi*, vegetarian*, sem gluten, alergico, vegetarien*, نباتي, حساسيه, shakahari, jain, mboga",
  drinks:
    "drinks, juice, soda, bebida*, jugo*, suco*, refrigerante*, boisson*, jus, minuman*, عصير, مشروبات, sharbat, vinywaji, juisi",
  breakfast:
    "breakfast, desayuno*, cafe da manha, petit dejeuner, sarapan, فطور, افطار, nashta, kifungua kinywa, staftahi",
  lunch:
    "lunch*, almuerzo*, comida, almoco*, dejeuner, makan siang, غداء, غدا, dopahar ka khana, tiffin, dabba, chakula cha mchana",
  dinner: "dinner, supper, cena*, jantar, diner, makan malam, عشاء, raat ka khana, chakula cha jioni",
  order:
    "order, orders, pedido*, orden, encargo, commande*, pesanan*, orderan*, طلب, الطلب, طلبيه, order, oda, agizo",
  bus: "bus, school bus, minibus, shuttle, micro escolar, buseta, transporte escolar, ruta escolar, onibus, van escolar, perua, car scolaire, ramassage scolaire, antar jemput, mobil jemputan, باص, الباص, حافله, van, school van, basi, school bus",
  stop: "bus stop, stop change, drop off, parada, ponto, punto de encuentro, arret de bus, arret, halte, titik jemput, موقف, نقطه, stop, stand, kituo, stage",
  school:
    "school*, class, teacher, escuela*, colegio*, escola*, ecole*, classe, sekolah*, kelas, مدرسه, المدرسه, صف, حضانه, school, vidyalaya, shule, darasa",
  float:
    "float, floti, e float, saldo agente, cash in, cash out, liquidez, uv, deposito en efectivo, fluttuante, saldo, رصيد, سيوله, floti, kash",
  reversal:
    "reversal*, reverse*, wrong number, wrong transfer, reversa*, reversion, estornar, annulation du transfert, renvoi, salah transfer, مرتجع, تحويل غلط, galat transfer, rejesha, kurejesha, kurudisha pesa, muamala",
  commission:
    "commission*, comision*, comissao, comissoes, komisi*, عموله, عمولات, commission, kamisheni, tume",
  till: "till number, agent number, agent line, terminal, pos, punto de pago, maquininha*, tpe, mesin edc, نقطه بيع, ماكينه الدفع, till, wakala",
  contract:
    "contract*, lease*, agreement, contrato*, alquiler, arriendo, renta, aluguel, bail, contrat*, loyer, kontrak*, sewa, عقد, ايجار, الايجار, kiraya, agreement, mkataba, kodi ya nyumba, pango",
  deposit:
    "security deposit, bond, garantia, fianza, caucao, caution, deposit sewa, تامين الشقه, deposit ya nyumba",
  tenant:
    "tenant*, landlord*, inquilino*, propietario, locatario, dueno, locataire*, proprietaire, penyewa*, مستاجر, صاحب البيت, المالك, kirayedar, makan malik, mpangaji, landlord",
  neighbour:
    "neighbour*, neighbor*, vecino*, vecina*, vizinho*, vizinha*, voisin*, tetangga*, جار, جاري, جيران, padosi, jirani, majirani",
  parking:
    "parking, estacionamiento, cochera, estacionamento, vaga, stationnement, parkir*, موقف السياره, مواقف, maegesho",
  rubbish:
    "rubbish, trash, garbage, bins, waste, basura*, lixo, entulho, poubelle*, dechets, ordures, sampah*, زباله, قمامه, kachra, kooda, takataka, taka",
  quote:
    "quote*, quotation*, estimate*, presupuesto*, cotizacion*, orcamento*, devis, penawaran, عرض سعر, quotation, estimate, nukuu",
  sparepart:
    "spare part*, part arrived, repuesto*, refaccion*, peca, pecas, piece detachee, piece, sparepart*, suku cadang, قطعه غيار, قطع غيار, القطعه, part, spare, spea",
  warranty: "warranty, guarantee, garantia*, garantie, garansi*, ضمان, الضمان, warranty, dhamana, waranti",
  moving:
    "moving, movers, relocation, mudanza*, mudanca*, demenagement*, pindahan*, نقل عفش, نقل اثاث, shifting, kuhama, packers",
  install:
    "install*, set up, mount, instalar, instalacion, colocar, instalacao, instalar, installer, installation, poser, pasang*, pemasangan, تركيب, يركب, lagwana, lagana, fitting, kufunga, kuweka",
  camera_photo: "photo shoot, photographer, fotografo*, photographe*, fotografer, مصور, mpiga picha",
  airport: "airport*, aeropuerto*, aeroporto*, aeroport*, bandara*, مطار, المطار, uwanja wa ndege",
  hospital:
    "hospital*, clinic*, clinica*, hopital, clinique*, klinik*, rumah sakit, مستشفى, عياده, aspatal, hospitali, zahanati",
  "kin:mother":
    "my mother*, my mom, my mum, mi mama, mi madre, minha mae, ma mere, maman, ibu saya, mama saya, امي, والدتي, ماما, mummy, maa, meri maa, mama yangu, mamangu",
  "kin:father":
    "my father*, my dad, mi papa, mi padre, meu pai, mon pere, papa, bapak saya, ayah saya, ابوي, والدي, ابويا, بابا, papa, pitaji, baba yangu, babangu",
  "kin:child":
    "my son*, my daughter*, my child, mi hijo, mi hija, meu filho, minha filha, mon fils, ma fille, anak saya, ابني, بنتي, mera beta, meri beti, bete, beti, mwanangu, mtoto wangu, binti yangu",
  "kin:spouse":
    "my wife, my husband, mi esposa, mi esposo, mi marido, mi mujer, minha esposa, meu marido, ma femme, mon mari, istri saya, suami saya, زوجتي, زوجي, مراتي, جوزي, meri wife, mere husband, biwi, pati, mke wangu, mume wangu",
  "kin:sibling":
    "my brother*, my sister*, mi hermano, mi hermana, meu irmao, minha irma, mon frere, ma soeur, kakak saya, adik saya, اخوي, اختي, اخويا, behen, bhai ka, kaka yangu, dada yangu",
  "kin:friend":
    "my friend*, a friend, mi amigo, mi amiga, un amigo, meu amigo, minha amiga, um amigo, mon ami, mon amie, teman saya, temen, صديقي, صاحبي, صديقتي, mere dost, dost, friend ke, rafiki yangu",
  "colour:red": "red, rojo, roja, vermelho, vermelha, rouge, merah, احمر, حمرا, laal, nyekundu",
  "colour:blue": "blue, azul, bleu, bleue, biru, ازرق, زرقا, neela, neeli, bluu",
  "colour:white": "white, blanco, blanca, branco, branca, blanc, blanche, putih, ابيض, بيضا, safed, nyeupe",
  "colour:black":
    "black, negro, negra, preto, preta, noir, noire, hitam, اسود, سودا, kaala, kali rang, nyeusi",
  "colour:green": "green, verde, vert, verte, hijau, اخضر, خضرا, hara rang, kijani",
  "side:front":
    "front, delantero, delantera, dianteiro, dianteira, frente, avant, depan, امامي, الامامي, aage ka, mbele",
  "side:back":
    "rear, trasero, trasera, traseiro, traseira, fundos, arriere, belakang, خلفي, الخلفي, peeche ka, nyuma",
};
